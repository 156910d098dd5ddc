using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.Lucene.Searching;

/// <summary>
/// The figures that scores need, of the documents that are there. Lucene's own count those that are deleted until a merge; the
/// other engine's do not, and the order of hits must not depend on when merges run.
/// </summary>
internal sealed class Statistics(DirectoryReader reader, IndexSchema schema)
{
    /// <summary>A segment's reader is the same until a document of it is deleted.</summary>
    private static readonly ConditionalWeakTable<AtomicReader, ConcurrentDictionary<string, FieldTotals>> OfSegments = [];

    private readonly ConcurrentDictionary<int, double[]> _factors = [];
    private readonly int _documents = reader.NumDocs;

    /// <summary>The rarity of a term that so many documents have.</summary>
    public double Rarity(long documents) => Math.Log(1 + ((_documents - documents + 0.5) / (documents + 0.5)));

    /// <summary>What a frequency in a field of each length code is divided by: 1 - b + b * length / average.</summary>
    public double[] LengthFactors(int field) => _factors.GetOrAdd(field, Reckon);

    private double[] Reckon(int field)
    {
        var average = reader.Leaves.Aggregate(default(FieldTotals), (sum, leaf) => sum + Totals(leaf.AtomicReader, schema.Fields[field].Name)).Average;
        double penalty = schema.Fields[field].LengthPenalty;
        return [.. Enumerable.Range(0, 256).Select(code => 1 - penalty + (penalty * FieldLengths.Of[code] / average))];
    }

    private static FieldTotals Totals(AtomicReader segment, string field) =>
        OfSegments.GetOrCreateValue(segment).GetOrAdd(field, static (name, reader) => Add(reader, name), segment);

    private static FieldTotals Add(AtomicReader segment, string field)
    {
        if (segment.GetNormValues(field) is not { } lengths)
        {
            return default;
        }

        var (documents, terms) = (0, 0L);
        var live = segment.LiveDocs;
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            // No document that has the field has a length of 0.
            if (live?.Get(document) != false && lengths.Get(document) is > 0 and var code)
            {
                documents++;
                terms += FieldLengths.Of[(int)code];
            }
        }

        return new FieldTotals(documents, terms);
    }
}
