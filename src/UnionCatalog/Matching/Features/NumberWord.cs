using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionCatalog.Matching.Features;

/// <summary>Reads the number of a part: "2", "II", "kedua", "1a".</summary>
internal static partial class NumberWord
{
    private static readonly HashSet<string> Cardinals =
    [
        "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];

    /// <summary>The number in figures; null when the word is none. Numbers of four figures and more are years or quantities.</summary>
    public static string? Read(string word)
    {
        if (InFigures().Match(word) is { Success: true } figures)
        {
            return int.Parse(figures.Groups[1].ValueSpan, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + figures.Groups[2].Value;
        }

        return Lexicon.InTitle(word) is { Kind: "number" } number ? number.Value : ReadRoman(word) ?? ReadLettered(word);
    }

    /// <summary>The number of a cardinal in words, in figures; the word itself when it is none.</summary>
    public static string Figures(string word) => Lexicon.InTitle(word) is { Kind: "number" } number && Cardinals.Contains(word) ? number.Value : word;

    /// <summary>The number of an ordinal in words or figures, such as "second" or "13th"; null when the word is none.</summary>
    public static string? ReadOrdinal(string word) => Ordinal().Match(word) is { Success: true } figures
        ? figures.Groups[1].Value
        : Lexicon.InTitle(word) is { Kind: "number" } number ? number.Value : null;

    /// <summary>The number that stands alone at the end of a title: figures below 100 or roman, but never a word.</summary>
    public static string? ReadBare(string word) =>
        word.Length < 3 && word.All(char.IsAsciiDigit) || Roman().IsMatch(word) ? Read(word) : null;

    // "XA" is the first half of class 10.
    private static string? ReadLettered(string word) =>
        word.Length > 1 && word[^1] is >= 'a' and <= 'e' && ReadRoman(word[..^1]) is { } number ? number + word[^1] : null;

    private static string? ReadRoman(string word)
    {
        if (!Roman().IsMatch(word))
        {
            return null;
        }

        var values = word.Select(letter => letter switch { 'i' => 1, 'v' => 5, 'x' => 10, _ => 50 }).ToList();
        var sum = values.Select((value, i) => i + 1 < values.Count && value < values[i + 1] ? -value : value).Sum();
        return sum.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^([0-9]{1,3})([a-e]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex InFigures();

    [GeneratedRegex("^([1-9][0-9]?)(?:st|nd|rd|th)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    // Up to 89; C, D and M stand for letters more often than for numbers. "L" alone does as well.
    [GeneratedRegex("^(?=[ivxl])(?!l$)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();
}
