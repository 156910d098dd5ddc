using System.Globalization;
using System.Text;
using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>What befalls a text on its way into a record: slips, capitals, spellings, ways of writing a number.</summary>
internal static class Wording
{
    private const string Letters = "abcdefghijklmnoprstuwy";

    // In this order: what one rule has written, a later one must not take up.
    private static readonly (string New, string Old)[] Spellings =
    [
        ("nya", "nj\u0001a"), ("y", "j\u0001"), ("sj\u0001", "sj"), ("j\u0001", "\u0002"), ("j", "dj"), ("\u0002", "j"), ("c", "tj"), ("kh", "ch"),
        ("Y", "J\u0001"), ("J\u0001", "\u0003"), ("J", "Dj"), ("\u0003", "J"), ("C", "Tj"), ("Kh", "Ch"), ("\u0001", ""),
    ];

    private static readonly string[] Ordinals = ["", "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh"];

    /// <summary>One slip of the hand, not in the first letter of the text.</summary>
    public static string Slip(string text, ref Dice dice)
    {
        if (text.Length < 5)
        {
            return text;
        }

        var at = 1 + dice.Next(text.Length - 2);
        if (!char.IsLetter(text[at]) || !char.IsLetter(text[at + 1]))
        {
            return text;
        }

        return dice.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            _ => $"{text[..at]}{Letters[dice.Next(Letters.Length)]}{text[(at + 1)..]}",
        };
    }

    /// <summary>Spelled as before 1972, and with "oe" as before 1947.</summary>
    public static string Old(string text, int year)
    {
        var old = new StringBuilder(text);
        foreach (var (now, then) in Spellings)
        {
            old.Replace(now, then);
        }

        return year >= 1947 ? old.ToString() : old.Replace("u", "oe").Replace("U", "Oe").ToString();
    }

    /// <summary>Only the first letter of a text and of names in capitals; which words are names, chance says.</summary>
    public static string Sentence(string text, ref Dice dice)
    {
        var words = text.Split(' ');
        for (var at = 1; at < words.Length; at++)
        {
            if (words[at].Length > 1 && char.IsUpper(words[at][0]) && !char.IsUpper(words[at][1]) && dice.Hits(80))
            {
                words[at] = char.ToLowerInvariant(words[at][0]) + words[at][1..];
            }
        }

        return string.Join(' ', words);
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Roman(int number)
    {
        ReadOnlySpan<(int Value, string Letters)> signs =
            [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = new StringBuilder();
        foreach (var (value, letters) in signs)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(letters);
            }
        }

        return roman.ToString();
    }

    /// <summary>"kedua" for 2, up to ten; digits beyond.</summary>
    public static string Ordinal(int number) => number < Ordinals.Length ? Ordinals[number] : "ke-" + Number(number);
}
