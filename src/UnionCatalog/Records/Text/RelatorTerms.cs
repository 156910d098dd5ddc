namespace UnionCatalog.Records.Text;

/// <summary>Roles as catalogues write them, as MARC relator terms; see relators.tsv.</summary>
internal static class RelatorTerms
{
    private static readonly Dictionary<string, string> Terms = Load();

    /// <summary>The MARC relator term of a term, a code or an Indonesian word; null for what is none of those known.</summary>
    public static string? Find(string? role) => role is null ? null : Terms.GetValueOrDefault(role.Trim(' ', ',', ';', ':'));

    private static Dictionary<string, string> Load()
    {
        var terms = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in EmbeddedText.Lines("relators.tsv").Select(line => line.Split('\t')))
        {
            foreach (var word in row[2].Split(';').Append(row[0]).Append(row[1]))
            {
                terms.TryAdd(word, row[0]);
            }
        }

        return terms;
    }
}
