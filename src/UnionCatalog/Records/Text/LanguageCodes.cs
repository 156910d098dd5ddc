using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Languages as catalogues write them, as codes of ISO 639-2/B.</summary>
public static partial class LanguageCodes
{
    private const int LongestName = 100;

    private static readonly Dictionary<string, string> Codes = Load();
    private static readonly Dictionary<string, (string English, string Indonesian)> Names = LoadNames();
    private static readonly Dictionary<string, string> Tags = LoadTags();

    /// <summary>
    /// The ISO 639-2/B code of a code (two or three letters, either variant) or a name in English or Indonesian, compared
    /// without case; null for what is no language, and for "und", "mul", "mis" and "zxx".
    /// </summary>
    /// <remarks>A region or script after the language ("id-ID", "en_US") and a remark in brackets are passed over.</remarks>
    public static string? Find(string codeOrName)
    {
        if (codeOrName.Length > LongestName)
        {
            return null;
        }

        var text = Remark().Replace(codeOrName, " ").Trim(' ', '.', ';', ',', ':', '"', '\'', '[', ']');
        if (Codes.TryGetValue(text, out var code))
        {
            return code;
        }

        return Wrapped().Match(text) is { Success: true } wrapped ? Codes.GetValueOrDefault(wrapped.Groups["language"].Value) : null;
    }

    /// <summary>The name of a language in Indonesian ("id") where one is known, else in English; null for an unknown code.</summary>
    /// <param name="code">An ISO 639-2/B code.</param>
    /// <param name="language">The language of the name, "id" or "en".</param>
    public static string? NameOf(string code, string language)
    {
        if (!Names.TryGetValue(code, out var names))
        {
            return null;
        }

        return language == "id" && names.Indonesian.Length > 0 ? names.Indonesian : names.English;
    }

    /// <summary>The language's BCP 47 tag: of two letters where there is such a code (RFC 5646, section 2.2.1), else the code itself.</summary>
    /// <param name="code">An ISO 639-2/B code.</param>
    public static string TagOf(string code) => Tags.GetValueOrDefault(code, code);

    /// <summary>Of several codes of two letters the first is the one in force.</summary>
    private static Dictionary<string, string> LoadTags() => Rows()
        .Select(row => (Code: row[0], Tag: row[1].Split(' ').FirstOrDefault(other => other.Length == 2)))
        .Where(row => row.Tag is not null)
        .ToDictionary(row => row.Code, row => row.Tag!);

    private static Dictionary<string, (string English, string Indonesian)> LoadNames() => Rows().ToDictionary(
        row => row[0], row => (row[2].Split(';')[0], row[3].Split(';')[0]));

    private static List<string[]> Rows() => [.. EmbeddedText.Lines("languages.tsv").Select(line => line.Split('\t'))];

    private static Dictionary<string, string> Load()
    {
        var rows = Rows();
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            codes[row[0]] = row[0];
        }

        // Codes before names, and English before Indonesian: "Ga" is a language of Ghana, "ga" the code of Irish.
        foreach (var (column, separator) in new[] { (1, ' '), (2, ';'), (3, ';') })
        {
            foreach (var row in rows)
            {
                foreach (var name in row[column].Split(separator, StringSplitOptions.RemoveEmptyEntries))
                {
                    codes.TryAdd(name, row[0]);
                }
            }
        }

        return codes;
    }

    [GeneratedRegex(@"\([^)]*\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    /// <summary>A BCP 47 tag or a locale, "Bahasa Jawa", "Javanese language".</summary>
    [GeneratedRegex(
        @"^(?:(?<language>[a-z]{2,3})[-_][a-z0-9_-]+|(?:bahasa|bhs\.?|b\.)\s+(?<language>.+?)|(?<language>.+?),?\s+languages?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Wrapped();
}
