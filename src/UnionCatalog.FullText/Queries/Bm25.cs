using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Scores by Okapi BM25, each field for itself. All figures are of documents that are there now, over all segments: a score
/// does not depend on how the documents came to lie where they lie.
/// </summary>
internal sealed class Bm25(IndexSchema schema, IReadOnlyList<LiveSegment> segments)
{
    /// <summary>How soon more occurrences stop counting.</summary>
    private const double K1 = 1.2;

    /// <summary>How much a long field counts against a document.</summary>
    private const double B = 0.75;

    private readonly long _documents = segments.Sum(live => (long)live.Count);
    private readonly Dictionary<(int Field, string Term), double> _rarities = [];

    /// <summary>The weight of a field times the rarity of terms in it: what the best imaginable occurrence would count.</summary>
    public double Weight(int field, IEnumerable<string> terms) =>
        schema.Fields[field].Weight * terms.Sum(term => Rarity(field, term));

    /// <summary>The average length of a field, over the documents that have it.</summary>
    public double AverageLength(int field)
    {
        var (documents, terms) = (0L, 0L);
        foreach (var live in segments)
        {
            documents += live.Lengths[field].Documents;
            terms += live.Lengths[field].Terms;
        }

        return documents == 0 ? 1 : (double)terms / documents;
    }

    public static double Score(double weight, int frequency, int length, double averageLength) =>
        weight * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * length / averageLength))));

    private double Rarity(int field, string term)
    {
        if (!_rarities.TryGetValue((field, term), out var rarity))
        {
            var frequency = segments.Sum(live => (long)live.CountLive(
                live.Segment.Content.Texts[field], live.Segment.Content.Texts[field].Postings(term)));
            rarity = Math.Log(1 + ((_documents - frequency + 0.5) / (frequency + 0.5)));
            _rarities[(field, term)] = rarity;
        }

        return rarity;
    }
}
