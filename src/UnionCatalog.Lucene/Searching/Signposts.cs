using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace UnionCatalog.Lucene.Searching;

/// <summary>Every so many terms of a field one: from there one walks to a place that one wants to stand before.</summary>
/// <param name="terms">The terms, in order.</param>
internal sealed class Signposts(IReadOnlyList<BytesRef> terms)
{
    private const int Distance = 64;

    /// <summary>By segment and field. A segment's terms never change, and most segments stay from one state to the next.</summary>
    private static readonly ConditionalWeakTable<object, Dictionary<string, List<BytesRef>>> OfSegments = [];

    public BytesRef this[int at] => terms[at];

    /// <summary>The signposts of all segments.</summary>
    public static Signposts Of(IndexReader reader, string field) => new(
        [.. reader.Leaves.SelectMany(leaf => OfSegment(leaf.AtomicReader, field)).Distinct().Order(BytesRef.UTF8SortedAsUnicodeComparer)]);

    /// <summary>The last one that stands before a term; null: the last one. -1: none.</summary>
    public int LastBefore(BytesRef? term)
    {
        var (from, to) = (0, terms.Count);
        while (term is not null && from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = terms[middle].CompareTo(term) < 0 ? (middle + 1, to) : (from, middle);
        }

        return to - 1;
    }

    private static List<BytesRef> OfSegment(AtomicReader segment, string field)
    {
        var fields = OfSegments.GetOrCreateValue(segment.CoreCacheKey);
        lock (fields)
        {
            return fields.TryGetValue(field, out var known) ? known : fields[field] = Read(segment.GetTerms(field));
        }
    }

    private static List<BytesRef> Read(Terms? terms)
    {
        var posts = new List<BytesRef>();
        var walk = terms?.GetEnumerator();
        for (var at = 0; walk?.MoveNext() == true; at++)
        {
            if (at % Distance == 0)
            {
                posts.Add(BytesRef.DeepCopyOf(walk.Term));
            }
        }

        return posts;
    }
}
