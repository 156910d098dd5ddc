using System.Globalization;
using System.Text;

namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// Makes texts alike that a reader takes for the same: case, diacritics, ligatures, widths and forms of letters fall away.
/// A table of its own, not <c>string.Normalize</c>: an index made on one machine must fold alike on every other, whatever
/// version of Unicode that one's ICU has, and one look-up a character allocates nothing.
/// </summary>
public static class TextFolding
{
    /// <summary>Part of every analyzer's <see cref="IAnalyzer.Identity"/>: counted up when folding gives other results.</summary>
    internal const int Version = 1;

    private static readonly Dictionary<int, string> Folded = ReadTable();

    /// <summary>The folded text. Folding it once more changes nothing.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                folded.Append(char.ToLowerInvariant((char)rune.Value));
            }
            else if (rune.Value is >= 0xAC00 and <= 0xD7A3)
            {
                AppendJamo(folded, rune.Value - 0xAC00);
            }
            else if (Folded.TryGetValue(rune.Value, out var replacement))
            {
                folded.Append(replacement);
            }
            else if (!IsDropped(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return folded.ToString();
    }

    /// <summary>Hangul syllables fall apart by arithmetic (The Unicode Standard, section 3.12).</summary>
    private static void AppendJamo(StringBuilder folded, int syllable)
    {
        folded.Append((char)(0x1100 + (syllable / 588))).Append((char)(0x1161 + (syllable % 588 / 28)));
        if (syllable % 28 > 0)
        {
            folded.Append((char)(0x11A7 + (syllable % 28)));
        }
    }

    /// <summary>
    /// Diacritics, niqqud, harakat and tatweel, and characters that only steer layout. The marks of other scripts are letters
    /// to their readers and stay: vowels in Devanagari or Javanese, the voicing of kana.
    /// </summary>
    private static bool IsDropped(Rune rune) => rune.Value switch
    {
        >= 0x0300 and <= 0x036F or >= 0x0483 and <= 0x0489 => true,
        >= 0x0591 and <= 0x05BD or 0x05BF or 0x05C1 or 0x05C2 or 0x05C4 or 0x05C5 or 0x05C7 => true,
        >= 0x0610 and <= 0x061A or 0x0640 or >= 0x064B and <= 0x065F or 0x0670 => true,
        >= 0x06D6 and <= 0x06DC or >= 0x06DF and <= 0x06E4 or 0x06E7 or 0x06E8 or >= 0x06EA and <= 0x06ED => true,
        >= 0x08CA and <= 0x08E1 or >= 0x08E3 and <= 0x08FF => true,
        >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF or >= 0x20D0 and <= 0x20FF or >= 0xFE20 and <= 0xFE2F => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format,
    };

    private static Dictionary<int, string> ReadTable()
    {
        using var stream = typeof(TextFolding).Assembly.GetManifestResourceStream("folding.tsv")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            foreach (var rune in tab < 0 ? default : line.AsSpan(tab + 1).EnumerateRunes())
            {
                table[rune.Value] = line[..tab];
            }
        }

        return table;
    }
}
