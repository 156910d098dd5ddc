using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>For whom a book is, in one word for all the ways in which records say it; see audiences.tsv.</summary>
internal static partial class AudienceLevels
{
    private const int LastYear = 12;

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    private static readonly Dictionary<string, string> Levels = EmbeddedText.Lines("audiences.tsv")
        .Select(line => line.Split('\t'))
        .SelectMany(row => row[1].Split(';').Append(row[0]).Select(word => (Word: Fold(word), Level: row[0])))
        .DistinctBy(row => row.Word)
        .ToDictionary(row => row.Word, row => row.Level);

    /// <summary>Every level that there is.</summary>
    public static IEnumerable<string> All => Levels.Values.Distinct().Concat(Enumerable.Range(1, LastYear).Select(OfYear));

    /// <summary>
    /// The levels that a text names, such as "children", "junior-high" or "grade10", each once; the text itself, its ends
    /// trimmed, where it names none.
    /// </summary>
    public static IReadOnlyList<string> Find(string? audience)
    {
        if (string.IsNullOrWhiteSpace(audience))
        {
            return [];
        }

        var levels = Known(Fold(audience)) is { } whole ? [whole] : Between().Split(audience).Select(Fold).Select(Known).OfType<string>().Distinct().ToList();
        return levels.Count > 0 ? levels : [audience.Trim()];
    }

    private static string? Known(string words) =>
        Levels.GetValueOrDefault(words)
        ?? (Grade().Match(words) is { Success: true } grade && Year(grade.Groups["year"].Value) is { } year ? OfYear(year) : null);

    private static string OfYear(int year) => $"grade{year.ToString(CultureInfo.InvariantCulture)}";

    private static int? Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number is > 0 and <= LastYear ? number : null
        : Array.IndexOf(Roman, text) is >= 0 and var index ? index + 1
        : null;

    /// <summary>Lower case, words apart by one blank, without those that say nothing by themselves.</summary>
    private static string Fold(string text) =>
        string.Join(' ', Word().Matches(text.ToLowerInvariant()).Select(word => word.Value).Where(word => word is not ("untuk" or "buku" or "siswa" or "murid" or "peserta" or "didik" or "tingkat" or "level" or "for" or "readers")));

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    /// <summary>"kelas x", "sma ma kelas 10", "grade 4", and the bare "x" or "10" of a list's column for it.</summary>
    [GeneratedRegex("^(?:.*\\b(?:kelas|kls|grade|klas) )?(?<year>[0-9]{1,2}|[ivx]+)(?: (?:sd|mi|smp|mts|sma|ma|smk|mak))*$")]
    private static partial Regex Grade();

    [GeneratedRegex(@"\s*(?:[,;/&+]|\bdan\b|\band\b)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
