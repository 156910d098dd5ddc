using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>
/// Which number belongs to which word: "kelas 1 tema 4" is another book than "kelas 4 tema 1", though both have all the words. Asked
/// only where there are several numbers; one belongs to whatever it stands beside.
/// </summary>
internal static class NumberedWords
{
    private const int LongestNumber = 3;

    /// <summary>The queries that score it.</summary>
    /// <param name="titles">The words that may be of a title, in order.</param>
    public static IEnumerable<Query> Of(IReadOnlyList<AskedWord> titles)
    {
        var spelt = titles.Select(word => word.InTitles).ToList();
        var pairs = Enumerable.Range(1, Math.Max(spelt.Count - 1, 0)).Where(at => IsNumber(spelt[at]) && !IsNumber(spelt[at - 1]))
            .Select(at => (Word: spelt[at - 1], Number: spelt[at])).Distinct().ToList();
        return pairs.DistinctBy(pair => pair.Number).Skip(1).Any()
            ? pairs.Select(pair => new Query.Phrase(CatalogSchema.Title, [pair.Word, pair.Number]))
            : [];
    }

    private static bool IsNumber(string word) => word.Length <= LongestNumber && word.All(char.IsAsciiDigit);
}
