using Lucene.Net.Index;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Lucene.Searching;

/// <summary>Terms one after the other, scored like one term that is as rare as they are together.</summary>
/// <param name="terms">The documents and positions of the terms in the order of the phrase, two or more.</param>
/// <param name="slop">How many positions may lie between them in all.</param>
/// <param name="lengths">The codes of the field's lengths.</param>
/// <param name="weight">The field's weight times the terms' rarities times k1 + 1.</param>
/// <param name="factors">The field's length factors.</param>
/// <remarks>Lucene's sloppy phrases take terms in any order; ours do not.</remarks>
internal sealed class PhrasePart(DocsAndPositionsEnum[] terms, int slop, NumericDocValues lengths, double weight, double[] factors) : Part
{
    private readonly Intersection _all = new(terms);
    private readonly int[][] _places = [.. terms.Select(_ => new int[8])];
    private readonly int[] _counts = new int[terms.Length];
    private int _frequency;

    public override int DocID => _all.Document;

    public override double Score() =>
        weight * (_frequency / (_frequency + (CollectionStatistics.K1 * factors[(int)lengths.Get(DocID)])));

    public override int NextDoc() => Settle(_all.Next());

    public override int Advance(int target) => Settle(_all.Advance(target));

    public override long GetCost() => _all.Cost;

    private int Settle(int document)
    {
        while (document != NO_MORE_DOCS && (_frequency = CountStarts()) == 0)
        {
            document = _all.Next();
        }

        return document;
    }

    /// <summary>From how many places the phrase can be completed.</summary>
    private int CountStarts()
    {
        for (var term = 0; term < terms.Length; term++)
        {
            var count = _counts[term] = terms[term].Freq;
            if (_places[term].Length < count)
            {
                _places[term] = new int[count * 2];
            }

            for (var at = 0; at < count; at++)
            {
                _places[term][at] = terms[term].NextPosition();
            }
        }

        return SloppyPhrase.Count(new ReadPlaces(_places, _counts), slop);
    }

    /// <summary>The positions that were read last, of each term as many as there are.</summary>
    private readonly struct ReadPlaces(int[][] places, int[] counts) : IPhrasePlaces
    {
        public int Terms => counts.Length;

        public ReadOnlySpan<int> Of(int term) => places[term].AsSpan(0, counts[term]);
    }
}
