using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Search.Asking.Planning;

namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>Finds the blank that was forgotten between two words.</summary>
internal sealed class WordSplitting(IIndexSnapshot snapshot, CancellationToken cancellation)
{
    private const int ShortestPart = 2;
    private const int ShortestWord = 6;
    private const int MostTried = 4;
    private const double Distance = 0.7;

    private static readonly string[] Fields = [CatalogSchema.Title, CatalogSchema.Author];

    /// <summary>Pairs of words that stand in one edition, whatever the order.</summary>
    public IEnumerable<(string Text, double Distance)> Split(AskedWord word)
    {
        if (word.Text.Length < ShortestWord)
        {
            return [];
        }

        var pairs = from at in Enumerable.Range(ShortestPart, word.Text.Length - (2 * ShortestPart) + 1)
                    let left = word.Text[..at]
                    let right = word.Text[at..]
                    let documents = Math.Min(Documents(left), Documents(right))
                    where documents > 0
                    orderby documents descending, Math.Min(left.Length, right.Length) descending
                    select (left, right);
        return pairs.Take(MostTried)
            .Where(pair => StandTogether(word with { Text = pair.left }, word with { Text = pair.right }))
            .Select(pair => ($"{pair.left} {pair.right}", Distance));
    }

    private int Documents(string word) => Fields.Max(field => snapshot.Terms(field).From(word).FirstOrDefault() is { } first && first.Term == word ? first.Documents : 0);

    private bool StandTogether(AskedWord left, AskedWord right) =>
        snapshot.Search(new SearchPlan { Query = new Query.AllOf([left.ToQuery(), right.ToQuery()]), Count = 0 }, cancellation).Total > 0;
}
