using Lucene.Net.Index;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Lucene.Searching;

/// <summary>One term in one field, scored by BM25.</summary>
/// <param name="postings">Its documents.</param>
/// <param name="lengths">The codes of the field's lengths.</param>
/// <param name="weight">The field's weight times the term's rarity times k1 + 1.</param>
/// <param name="factors">The field's length factors.</param>
internal sealed class TermPart(DocsEnum postings, NumericDocValues lengths, double weight, double[] factors) : Part
{
    public override int DocID => postings.DocID;

    public override double Score()
    {
        double frequency = postings.Freq;
        return weight * (frequency / (frequency + (CollectionStatistics.K1 * factors[(int)lengths.Get(postings.DocID)])));
    }

    public override int NextDoc() => postings.NextDoc();

    public override int Advance(int target) => postings.Advance(target);

    public override long GetCost() => postings.GetCost();
}
