using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>The roles of contributors, by the MARC relator codes and by the words that catalogues write; see relators.txt.</summary>
internal static class Relators
{
    private static readonly Dictionary<string, string> Terms = Load();

    /// <summary>The relator term in lower-case English; the word itself where it is on no list; null where there is none.</summary>
    /// <param name="field">A field of a name.</param>
    /// <param name="termCode">The subfield of the term: $e, or $j of meetings.</param>
    public static string? Find(MarcDataField field, char termCode)
    {
        // $4 holds a code or, in newer records, an address that ends in one.
        foreach (var code in field.All('4'))
        {
            if (Terms.TryGetValue(code[(code.LastIndexOf('/') + 1)..].TrimEnd('.'), out var term))
            {
                return term;
            }
        }

        return Normalize(field[termCode]);
    }

    private static string? Normalize(string? text)
    {
        var bare = text?.Trim(' ', ',', ';', ':', '(', ')', '[', ']');
        return string.IsNullOrEmpty(bare) ? null
            : Terms.GetValueOrDefault(bare) ?? Terms.GetValueOrDefault(bare.TrimEnd('.')) ?? bare.TrimEnd('.').ToLowerInvariant();
    }

    private static Dictionary<string, string> Load()
    {
        var terms = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in EmbeddedText.Lines("relators.txt", "Marc"))
        {
            var parts = line.Split('\t');
            foreach (var word in parts.Take(2).Concat(parts.Length > 2 ? parts[2].Split(',') : []))
            {
                terms[word.TrimEnd('.')] = parts[1];
            }
        }

        return terms;
    }
}
