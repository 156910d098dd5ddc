using System.Globalization;
using System.Text;

namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// How characters are folded and what they are to words, as folding.tsv and the runtime's categories have it. Only asked while
/// <see cref="CharacterTable"/> is built.
/// </summary>
internal sealed class CharacterRules
{
    /// <summary>folding.tsv by code point; null where it says nothing.</summary>
    private readonly string?[] _folding = ReadFolding();

    /// <summary>Describes a code point.</summary>
    /// <param name="value">The code point.</param>
    /// <param name="replacements">Takes what becomes of characters that fold into several.</param>
    public CharacterEntry Describe(int value, List<string> replacements)
    {
        if (!Rune.IsValid(value))
        {
            return new CharacterEntry(CharacterClass.Separator, CharacterEntryKind.Itself, 0);
        }

        if (value is >= 0xAC00 and <= 0xD7A3)
        {
            return new CharacterEntry(CharacterClass.Letter, CharacterEntryKind.Syllable, value - 0xAC00);
        }

        var folded = new Rune(value);
        var category = Rune.GetUnicodeCategory(folded);
        var replacement = value < _folding.Length ? _folding[value] : null;
        if (replacement is { Length: > 0 })
        {
            if (!Rune.TryGetRuneAt(replacement, 0, out folded) || folded.Utf16SequenceLength < replacement.Length)
            {
                replacements.Add(replacement);
                return new CharacterEntry(Class(folded), CharacterEntryKind.Several, replacements.Count - 1);
            }
        }
        else if (replacement is not null || IsDropped(value, category))
        {
            return new CharacterEntry(CharacterClass.Dropped, CharacterEntryKind.Itself, 0);
        }
        else if (category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter)
        {
            folded = Rune.ToLowerInvariant(folded);
        }

        return folded.Value == value
            ? new CharacterEntry(Class(folded), CharacterEntryKind.Itself, 0)
            : new CharacterEntry(Class(folded), CharacterEntryKind.Other, folded.Value);
    }

    /// <summary>
    /// Diacritics, niqqud, harakat and tatweel, and characters that only steer layout. The marks of other scripts are letters
    /// to their readers and stay: vowels in Devanagari or Javanese, the voicing of kana.
    /// </summary>
    private static bool IsDropped(int value, UnicodeCategory category) => value switch
    {
        >= 0x0300 and <= 0x036F or >= 0x0483 and <= 0x0489 => true,
        >= 0x0591 and <= 0x05BD or 0x05BF or 0x05C1 or 0x05C2 or 0x05C4 or 0x05C5 or 0x05C7 => true,
        >= 0x0610 and <= 0x061A or 0x0640 or >= 0x064B and <= 0x065F or 0x0670 => true,
        >= 0x06D6 and <= 0x06DC or >= 0x06DF and <= 0x06E4 or 0x06E7 or 0x06E8 or >= 0x06EA and <= 0x06ED => true,
        >= 0x08CA and <= 0x08E1 or >= 0x08E3 and <= 0x08FF => true,
        >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF or >= 0x20D0 and <= 0x20FF or >= 0xFE20 and <= 0xFE2F => true,
        _ => category == UnicodeCategory.Format,
    };

    private static CharacterClass Class(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        return rune.Value switch
        {
            '-' or 0x2010 or 0x2011 => CharacterClass.Hyphen,
            _ when IsVanishing(rune.Value) => CharacterClass.Vanishing,
            _ when Rune.IsWhiteSpace(rune) => CharacterClass.Space,
            _ when IsUnspaced(rune.Value, category) => CharacterClass.Unspaced,
            _ when category <= UnicodeCategory.OtherLetter => CharacterClass.Letter,
            _ => category switch
            {
                UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterClass.Digit,
                UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Mark,
                _ => CharacterClass.Separator,
            },
        };
    }

    /// <summary>
    /// Apostrophes, and what stands for ayn, hamza and the soft sign in romanised names; the middle dot of Catalan, geresh and
    /// gershayim (UAX #29 has them in the middle of words, too); selectors of a character's shape.
    /// </summary>
    private static bool IsVanishing(int value) => value is
        '\'' or '`' or 0xB4 or 0xB7 or (>= 0x02B9 and <= 0x02BF) or 0x02C8 or 0x02CA or 0x02CB or 0x02EE or 0x055A or
        0x05F3 or 0x05F4 or (>= 0x2018 and <= 0x201B) or 0x2027 or 0x2032 or 0x2035 or 0xA78B or 0xA78C or
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Han and kana; the letters of the scripts of mainland South-East Asia. Korean has spaces.</summary>
    private static bool IsUnspaced(int value, UnicodeCategory category) => value switch
    {
        (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) => true,
        (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) => true,
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF) => true,
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x1950 and <= 0x19DF) or
            (>= 0x1A20 and <= 0x1AAF) or (>= 0xA9E0 and <= 0xA9FF) or (>= 0xAA60 and <= 0xAADF) => category <= UnicodeCategory.OtherLetter,
        _ => false,
    };

    private static string?[] ReadFolding()
    {
        using var stream = typeof(CharacterRules).Assembly.GetManifestResourceStream("folding.tsv")!;
        using var reader = new StreamReader(stream);
        var table = new string?[0x30000];
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
