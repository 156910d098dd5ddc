namespace UnionCatalog.Search.Asking;

/// <summary>
/// Which number belongs to which word: "kelas 1 tema 4" is another book than "kelas 4 tema 1", though both have all the words. Each pair
/// is one term of the index, so that it costs no more than a look.
/// </summary>
internal static class NumberedWords
{
    private const int LongestNumber = 3;

    /// <summary>The words that stand before a number, each with it.</summary>
    /// <param name="spelt">Words in their one spelling, in order.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> spelt) =>
        Enumerable.Range(1, Math.Max(spelt.Count - 1, 0)).Where(at => IsNumber(spelt[at]) && !IsNumber(spelt[at - 1])).Select(at => $"{spelt[at - 1]} {spelt[at]}");

    private static bool IsNumber(string word) => word.Length <= LongestNumber && word.All(char.IsAsciiDigit);
}
