using Lucene.Net.Index;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Lucene.Searching;

/// <summary>A word in one of its fields.</summary>
/// <param name="Postings">Its documents.</param>
/// <param name="Lengths">The codes of the field's lengths.</param>
/// <param name="Weight">The field's weight.</param>
/// <param name="Factors">The field's length factors.</param>
internal readonly record struct WordForm(DocsEnum Postings, NumericDocValues Lengths, double Weight, double[] Factors);

/// <summary>One word in several fields, scored by BM25F.</summary>
/// <param name="forms">The word in each field that has it.</param>
/// <param name="weight">The word's rarity times k1 + 1.</param>
internal sealed class WordPart(WordForm[] forms, double weight) : UnionPart([.. forms.Select(form => form.Postings)])
{
    public override double Score()
    {
        var (sum, document) = (0.0, DocID);
        foreach (var (postings, lengths, fieldWeight, factors) in forms)
        {
            if (postings.DocID == document)
            {
                sum += fieldWeight * (postings.Freq / factors[(int)lengths.Get(document)]);
            }
        }

        return double.IsPositiveInfinity(sum) ? weight : weight * (sum / (CollectionStatistics.K1 + sum));
    }
}
