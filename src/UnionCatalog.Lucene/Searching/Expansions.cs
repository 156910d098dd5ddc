using Lucene.Net.Index;
using Lucene.Net.Util;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene.Searching;

/// <summary>Finds the documents of all terms that a prefix, a wildcard or a fuzzy term stands for, in all segments at once.</summary>
internal sealed class Expansions(PublishedState state, Watch watch)
{
    private const int Unfit = -1;

    public Clause Of(Query.Prefix prefix) => Expand(prefix.Field, edits: 0, limited: null, DocumentDrawing.Bytes(prefix.Start), static terms => terms.GetEnumerator(), static _ => 0);

    public Clause Of(Query.Wildcard wildcard)
    {
        var pattern = Expansion.Encode(wildcard.Pattern);
        var literal = wildcard.Pattern.AsSpan().IndexOfAny('*', '?');
        return Expand(
            wildcard.Field, edits: 0, "The different terms that a wildcard stands for",
            DocumentDrawing.Bytes(literal < 0 ? wildcard.Pattern : wildcard.Pattern[..literal]), static terms => terms.GetEnumerator(),
            term => WildcardExpansion.Fits(term.Bytes.AsSpan(term.Offset, term.Length), pattern) ? 0 : Unfit);
    }

    public Clause Of(Query.Fuzzy fuzzy)
    {
        var edited = new EditedTerm(fuzzy.Value, fuzzy.Edits, fuzzy.SamePrefix);
        return Expand(fuzzy.Field, fuzzy.Edits, "The different terms that a fuzzy term stands for", start: null, edited.Among, edited.EditsTo);
    }

    /// <param name="field">The field.</param>
    /// <param name="edits">The last rank.</param>
    /// <param name="limited">What is limited; null: there is no limit.</param>
    /// <param name="start">How the terms start; null: that is seen to by <paramref name="open"/>.</param>
    /// <param name="open">Opens a segment's terms.</param>
    /// <param name="rankOf">How near a term comes, or that it does not.</param>
    private Clause Expand(string field, int edits, string? limited, BytesRef? start, Func<Terms, TermsEnum> open, Func<BytesRef, int> rankOf)
    {
        double weight = state.Schema.Fields[state.Schema.FieldAt(field)].Weight;
        double[] scores = [.. Enumerable.Range(0, edits + 1).Select(rank => weight * Math.Pow(0.5, rank))];
        var different = limited is null ? null : new HashSet<BytesRef>();
        var found = new FixedBitSet[state.Reader.Leaves.Count][];
        foreach (var leaf in state.Reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            var ranks = found[leaf.Ord] = [.. scores.Select(_ => new FixedBitSet(segment.MaxDoc))];
            if (segment.GetTerms(field) is not { } terms)
            {
                continue;
            }

            DocsEnum? documents = null;
            var walk = open(terms);
            var isThere = start is null ? walk.MoveNext() : walk.SeekCeil(start) != TermsEnum.SeekStatus.END;
            for (; isThere && (start is null || StringHelper.StartsWith(walk.Term, start)); isThere = walk.MoveNext())
            {
                watch.Check();
                // Terms of deleted documents alone are not there, whenever a merge runs.
                if (rankOf(walk.Term) is >= 0 and var rank && (different is null || TermLookup.CountLive(walk, segment.LiveDocs) > 0))
                {
                    different?.Add(BytesRef.DeepCopyOf(walk.Term));
                    IndexLimitException.ThrowIfBeyond(different?.Count ?? 0, IndexLimits.Expansion, limited ?? "");
                    ranks[rank].Or(documents = walk.Docs(null, documents, DocsFlags.NONE));
                }
            }
        }

        return segment => PartOf(found[segment.Ord], scores);
    }

    private static ExpansionPart? PartOf(FixedBitSet[] ranks, double[] scores)
    {
        var all = ranks.Length == 1 ? ranks[0] : (FixedBitSet)ranks[0].Clone();
        foreach (var rank in ranks.AsSpan(1))
        {
            all.Or(rank);
        }

        return all.Cardinality == 0 ? null : new ExpansionPart(all, ranks, scores);
    }
}
