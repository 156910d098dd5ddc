using System.Collections.Frozen;
using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>Recognises columns by their headings; see headings.tsv.</summary>
public static partial class RowHeadings
{
    private static readonly FrozenDictionary<string, RowField> Known = Load();

    /// <summary>The field that a heading such as "JUDUL BUKU" or "Thn. Terbit (Masehi)" means; null for one not known.</summary>
    public static RowField? Find(string heading) =>
        Known.TryGetValue(Fold(heading), out var field) || Known.TryGetValue(Fold(Remark().Replace(heading, "")), out field) ? field : null;

    /// <summary>The field of this name, whatever its case, as the configuration and the upload form write it; null for no field.</summary>
    public static RowField? Named(string name) =>
        Enum.TryParse<RowField>(name, ignoreCase: true, out var field) && char.IsLetter(name[0]) ? field : null;

    /// <summary>Letters and digits only, in lower case.</summary>
    public static string Fold(string heading) =>
        string.Concat((DescriptionText.Clean(heading) ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static FrozenDictionary<string, RowField> Load() => (
        from line in EmbeddedText.Lines("headings.tsv", "Rows")
        let row = line.Split('\t')
        from heading in row[1].Split(';')
        select (Heading: Fold(heading), Field: Enum.Parse<RowField>(row[0])))
        .DistinctBy(pair => pair.Heading)
        .ToFrozenDictionary(pair => pair.Heading, pair => pair.Field);

    [GeneratedRegex(@"\([^)]*\)?|\[[^\]]*\]?", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
