using UnionCatalog.Matching.Features;

namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>Numbers in words; see number-words.tsv.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, string> Figures = Table.Rows(typeof(NumberWords), "number-words.tsv")
        .SelectMany(row => row.Skip(1).SelectMany(words => words.Split(' ')).Select(word => (word, Figures: row[0])))
        .ToDictionary(pair => pair.word, pair => pair.Figures, StringComparer.Ordinal);

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Figures.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The table, to be told apart from another.</summary>
    public static readonly string Content = string.Join(' ', Figures.Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>The number of a folded word in figures; null: it is none.</summary>
    public static string? Find(ReadOnlySpan<char> folded) => Lookup.TryGetValue(folded, out var figures) ? figures : null;
}
