using System.Text;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// 300,000 different words that no language has, the most frequent first and shorter than the others, in the letters a to z:
/// any analysis leaves them as they are. Behind them the years, which are words as well.
/// </summary>
internal static class Vocabulary
{
    /// <summary>How many words there are, years not counted.</summary>
    public const int Size = 300_000;

    /// <summary>The first year there is a word for.</summary>
    public const int FirstYear = 1900;

    private const int Years = 150;

    private static readonly string[] Onsets =
    [
        "b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "k", "m", "p", "s", "t",
        "f", "v", "z", "ng", "ny", "kr", "pr", "st", "tr", "pl", "sh", "ch", "",
    ];

    private static readonly string[] Vowels = ["a", "a", "a", "i", "i", "u", "u", "e", "e", "o", "ai", "au"];

    private static readonly string[] Codas = ["", "", "", "", "n", "n", "r", "s", "t", "k", "ng", "l", "m", "h"];

    /// <summary>The words by rank.</summary>
    public static string[] Words { get; } = [.. Draw()];

    /// <summary>The place of a year in <see cref="Words"/>.</summary>
    public static int Year(int year) => Size + year - FirstYear;

    private static IEnumerable<string> Draw()
    {
        var dice = new Dice(300_000);
        var seen = new HashSet<string>(Size);
        var word = new StringBuilder();
        while (seen.Count < Size)
        {
            word.Clear();
            var syllables = seen.Count < 40 ? 1 : seen.Count < 4_000 ? dice.Between(1, 3) : dice.Between(2, 4);
            for (var syllable = 0; syllable < syllables; syllable++)
            {
                word.Append(dice.Pick(Onsets)).Append(dice.Pick(Vowels)).Append(dice.Pick(Codas));
            }

            if (word.Length >= 2 && seen.Add(word.ToString()))
            {
                yield return word.ToString();
            }
        }

        for (var year = 0; year < Years; year++)
        {
            yield return (FirstYear + year).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
