using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>
/// What can be wrong with a row, in words a librarian understands; see problems.tsv. It is kept in English, like the faults of
/// all records, and told in Indonesian to the librarian who sent the table.
/// </summary>
public static class RowProblems
{
    private static readonly string[][] Problems = [.. EmbeddedText.Lines("problems.tsv", "Rows").Select(line => line.Split('\t'))];

    private static readonly List<(Regex English, string Indonesian)> Translations = [.. Problems.Select(problem => (Pattern(problem[1]), problem[2]))];

    /// <summary>The words in Indonesian; null for what is none of these problems.</summary>
    public static string? InIndonesian(string words) => Translations
        .Select(translation => (Match: translation.English.Match(words), translation.Indonesian))
        .Where(translation => translation.Match.Success)
        .Select(translation => string.Format(
            CultureInfo.InvariantCulture, translation.Indonesian, [.. translation.Match.Groups.Values.Skip(1).Select(group => (object)group.Value)]))
        .FirstOrDefault();

    /// <summary>A problem in English.</summary>
    /// <param name="code">Its code in problems.tsv.</param>
    /// <param name="parts">What the row has.</param>
    internal static string Say(string code, params object[] parts) =>
        string.Format(CultureInfo.InvariantCulture, Problems.First(problem => problem[0] == code)[1], parts);

    private static Regex Pattern(string english) => new(
        "^" + Regex.Escape(english).Replace(@"\{0}", "(.*)", StringComparison.Ordinal).Replace(@"\{1}", "(.*)", StringComparison.Ordinal) + "$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
