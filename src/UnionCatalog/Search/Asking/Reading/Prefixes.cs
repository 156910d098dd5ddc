using UnionCatalog.FullText.Analysis;
using UnionCatalog.Matching.Features;

namespace UnionCatalog.Search.Asking.Reading;

/// <summary>The words before a colon that name a field; see prefixes.tsv.</summary>
internal static class Prefixes
{
    private static readonly Dictionary<string, AskedField> Fields = Table.Rows(typeof(Prefixes), "prefixes.tsv")
        .SelectMany(row => row.Skip(1).SelectMany(names => names.Split(' ')).Select(name => (name, Field: Enum.Parse<AskedField>(row[0]))))
        .ToDictionary(pair => pair.name, pair => pair.Field, StringComparer.Ordinal);

    /// <summary>The longest of them.</summary>
    public static readonly int Longest = Fields.Keys.Max(name => name.Length);

    /// <summary>The field of this name in any case; null: it is no name of a field.</summary>
    public static AskedField? Find(string name) => Fields.TryGetValue(TextFolding.Fold(name), out var field) ? field : null;
}
