using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>A kind of search.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Share">How many of a hundred searches are of this kind.</param>
internal sealed record SearchKind(string Name, int Share);

/// <summary>The mix.</summary>
internal static class SearchKinds
{
    public static readonly IReadOnlyList<SearchKind> All =
    [
        new("one-word", 14), new("two-words", 18), new("author-word", 12), new("field", 7), new("misspelt", 8), new("old-spelling", 3), new("phrase", 5),
        new("prefix", 5), new("facets", 13), new("newest", 5), new("deep-page", 3), new("isbn", 4), new("no-result", 3),
    ];

    public static SearchKind Draw(ref Dice dice)
    {
        var place = dice.Next(All.Sum(kind => kind.Share));
        return All.First(kind => (place -= kind.Share) < 0);
    }
}
