using UnionCatalog.Matching.Features;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>What schools say short; see abbreviations.tsv.</summary>
internal static class Abbreviations
{
    private static readonly Dictionary<string, string[]> Words = Table.Rows(typeof(Abbreviations), "abbreviations.tsv")
        .ToDictionary(row => row[0], row => row[1].Split(' '), StringComparer.Ordinal);

    /// <summary>The words that a folded word stands for; null: it is none.</summary>
    public static IReadOnlyList<string>? Find(string folded) => Words.GetValueOrDefault(folded);
}
