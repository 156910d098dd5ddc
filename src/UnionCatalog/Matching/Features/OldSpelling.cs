using System.Text.RegularExpressions;

namespace UnionCatalog.Matching.Features;

/// <summary>
/// Indonesian as it was spelt before 1947 (oe) and 1972 (tj, dj, j, nj, sj, ch), read as an equivalence with today's.
/// </summary>
/// <remarks>
/// oe, tj, dj, sj and ch are always read as u, c, j, sy and kh: both sides of a comparison are, so nothing is lost.
/// j for y cannot be told from today's j: "pelajaran" is a lesson, "pelayaran" a voyage. It is granted in names, and in
/// a title that has another mark of the old spelling or is of its time.
/// </remarks>
internal static partial class OldSpelling
{
    /// <summary>The last year in which books were printed in it: the reform came in August 1972.</summary>
    public const int LastYear = 1972;

    /// <summary>The word in today's spelling as far as that is certain.</summary>
    public static string Modernise(string word) => word is "and"
        ? "dan"
        : word.Replace("oe", "u", StringComparison.Ordinal).Replace("tj", "c", StringComparison.Ordinal)
            .Replace("dj", "j", StringComparison.Ordinal).Replace("sj", "sy", StringComparison.Ordinal)
            .Replace("ch", "kh", StringComparison.Ordinal);

    /// <summary>A modernised word with j and y made one.</summary>
    public static string UniteJAndY(string modernised) => modernised.Replace('j', 'y');

    /// <summary>Whether a word, as printed in lower case, has letters that only the old spelling has.</summary>
    public static bool IsMarked(string raw) => Marks().IsMatch(raw);

    /// <summary>"buku2" is "buku buku"; "anak2nya" is "anak anaknya".</summary>
    public static IEnumerable<string> Undouble(string word)
    {
        var match = Doubled().Match(word);
        return match.Success ? [match.Groups[1].Value, match.Groups[1].Value + match.Groups[2].Value] : [word];
    }

    [GeneratedRegex("oe|tj|dj|sj", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex("^(\\p{L}{3,})2(\\p{L}*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();
}
