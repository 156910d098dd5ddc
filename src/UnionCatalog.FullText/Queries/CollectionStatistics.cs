using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// The figures that scores need, of the documents that are there, over all segments: a score does not depend on how the documents
/// came to lie where they lie.
/// </summary>
internal sealed class CollectionStatistics
{
    /// <summary>BM25's k1: how soon more occurrences stop counting.</summary>
    public const double K1 = 1.2;

    private readonly double[][] _factors;

    public CollectionStatistics(IndexSchema schema, IReadOnlyList<LiveSegment> segments)
    {
        Documents = segments.Sum(live => (long)live.Count);
        _factors = new double[schema.Fields.Count][];
        for (var field = 0; field < _factors.Length; field++)
        {
            var totals = segments.Aggregate(default(FieldTotals), (sum, live) => sum + live.Totals[field]);
            var (penalty, average) = ((double)schema.Fields[field].LengthPenalty, totals.Average);
            _factors[field] = new double[256];
            for (var code = 0; code < 256; code++)
            {
                _factors[field][code] = 1 - penalty + (penalty * FieldLengths.Of[code] / average);
            }
        }
    }

    /// <summary>How many documents there are.</summary>
    public long Documents { get; }

    /// <summary>What a frequency in a field of each length code is divided by: 1 - b + b * length / average.</summary>
    public double[] LengthFactors(int field) => _factors[field];

    /// <summary>The rarity of a term that so many documents have.</summary>
    public double Rarity(long documents) => Math.Log(1 + ((Documents - documents + 0.5) / (documents + 0.5)));

    /// <summary>How many of a term's documents are there.</summary>
    public static int CountLive(LiveSegment live, FieldReader field, in TermEntry entry, Workspace workspace)
    {
        if (live.Deleted is not { } deleted || entry.Documents == 0)
        {
            return entry.Documents;
        }

        var bitmap = field.Bitmap(entry);
        if (!bitmap.IsEmpty)
        {
            return CountWithout(bitmap, deleted.Words);
        }

        var cursor = workspace.CountingCursor;
        cursor.Open(field, entry);
        var count = 0;
        for (var block = 0; block < cursor.BlockCount; block++)
        {
            foreach (var document in cursor.Block(block))
            {
                count += deleted[(int)document] ? 0 : 1;
            }

            workspace.Watch.Check();
        }

        return count;
    }

    private static int CountWithout(ReadOnlySpan<ulong> bitmap, ReadOnlySpan<ulong> deleted)
    {
        var count = 0;
        for (var word = 0; word < bitmap.Length; word++)
        {
            count += System.Numerics.BitOperations.PopCount(bitmap[word] & ~deleted[word]);
        }

        return count;
    }
}
