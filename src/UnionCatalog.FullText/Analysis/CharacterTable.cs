using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace UnionCatalog.FullText.Analysis;

/// <summary>What a folded character is to words.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Stands between words.</summary>
    Separator,

    /// <summary>White space: stands between words.</summary>
    Space,

    /// <summary>Stands between words that are also one.</summary>
    Hyphen,

    /// <summary>Nothing at all inside a word: apostrophes and their like.</summary>
    Vanishing,

    /// <summary>Nothing at all: folding leaves it out.</summary>
    Dropped,

    /// <summary>Belongs to the character before it.</summary>
    Mark,

    /// <summary>A digit or another number.</summary>
    Digit,

    /// <summary>A letter of a script that has spaces between words.</summary>
    Letter,

    /// <summary>A character of a script that has none.</summary>
    Unspaced,
}

/// <summary>
/// What every character is folded into, and what that is to words: one look-up in a table of two levels. Built at first use
/// from folding.tsv and the runtime's character categories. <see cref="Fingerprint"/> tells whether another runtime's
/// are the same.
/// </summary>
internal static class CharacterTable
{
    private const int BlockSize = 256;

    /// <summary>The first entry of every block of 256 characters; blocks that are alike are kept once.</summary>
    private static readonly int[] Blocks = new int[0x110000 / BlockSize];

    private static readonly Entry[] Entries;

    private static readonly string[] Replacements;

    static CharacterTable()
    {
        var folding = ReadFolding();
        var entries = new List<Entry>();
        var replacements = new List<string>();
        var known = new Dictionary<UInt128, int>();
        Span<Entry> block = stackalloc Entry[BlockSize];
        for (var at = 0; at < Blocks.Length; at++)
        {
            // The same everywhere in most of the 17 planes, so that asking once does.
            var isVaried = at is < 0x200 or (>= 0x2F8 and <= 0x2FA) or 0xE00 or 0xE01;
            for (var i = 0; i < BlockSize; i++)
            {
                block[i] = isVaried || i == 0 ? Describe((at * BlockSize) + i, folding, replacements) : block[0];
            }

            var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(block));
            if (!known.TryGetValue(hash, out Blocks[at]))
            {
                known[hash] = Blocks[at] = entries.Count;
                entries.AddRange(block);
            }
        }

        Entries = [.. entries];
        Replacements = [.. replacements];
        Fingerprint = XxHash64.HashToUInt64(MemoryMarshal.AsBytes<Entry>(Entries)) ^
            XxHash64.HashToUInt64(MemoryMarshal.AsBytes<int>(Blocks), seed: 1) ^
            XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(string.Join('\n', Replacements)), seed: 2);
    }

    /// <summary>A checksum of the whole table: part of every analyzer's <see cref="IAnalyzer.Identity"/> that folds.</summary>
    public static ulong Fingerprint { get; }

    /// <summary>The entry of a code point.</summary>
    public static Entry Of(int value) => Entries[Blocks[value >> 8] + (value & 0xFF)];

    /// <summary>The code point at a place in a text, U+FFFD for half a surrogate pair, and how many code units it takes.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, out int width)
    {
        var unit = text[at];
        width = 1;
        if (!char.IsSurrogate(unit))
        {
            return unit;
        }

        if (char.IsHighSurrogate(unit) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            width = 2;
            return char.ConvertToUtf32(unit, text[at + 1]);
        }

        return Rune.ReplacementChar.Value;
    }

    private static Entry Describe(int value, Dictionary<int, string> folding, List<string> replacements)
    {
        if (!Rune.IsValid(value))
        {
            return new Entry(CharacterClass.Separator, EntryKind.Itself, 0);
        }

        if (value is >= 0xAC00 and <= 0xD7A3)
        {
            return new Entry(CharacterClass.Letter, EntryKind.Syllable, value - 0xAC00);
        }

        var folded = new Rune(value);
        if (folding.TryGetValue(value, out var replacement) && replacement.Length > 0)
        {
            if (!Rune.TryGetRuneAt(replacement, 0, out folded) || folded.Utf16SequenceLength < replacement.Length)
            {
                replacements.Add(replacement);
                return new Entry(CharacterClass.Letter, EntryKind.Several, replacements.Count - 1);
            }
        }
        else if (replacement is not null || IsDropped(folded))
        {
            return new Entry(CharacterClass.Dropped, EntryKind.Itself, 0);
        }
        else
        {
            folded = Rune.ToLowerInvariant(folded);
        }

        return folded.Value == value
            ? new Entry(Class(folded), EntryKind.Itself, 0)
            : new Entry(Class(folded), EntryKind.Other, folded.Value);
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

    private static Dictionary<int, string> ReadFolding()
    {
        using var stream = typeof(CharacterTable).Assembly.GetManifestResourceStream("folding.tsv")!;
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

    /// <summary>How a character is folded.</summary>
    internal enum EntryKind : byte
    {
        /// <summary>Not at all.</summary>
        Itself,

        /// <summary>Into another.</summary>
        Other,

        /// <summary>Into several; each of them has an entry of its own that says its class.</summary>
        Several,

        /// <summary>A Hangul syllable: it falls apart by arithmetic (The Unicode Standard, section 3.12).</summary>
        Syllable,
    }

    /// <summary>A character's entry, in four bytes.</summary>
    internal readonly struct Entry(CharacterClass @class, EntryKind kind, int number)
    {
        private readonly uint _bits = (uint)@class | ((uint)kind << 4) | ((uint)number << 8);

        /// <summary>What the folded character is to words; meaningless for <see cref="EntryKind.Several"/>.</summary>
        public CharacterClass Class => (CharacterClass)(_bits & 0xF);

        /// <summary>How it is folded.</summary>
        public EntryKind Kind => (EntryKind)((_bits >> 4) & 0xF);

        /// <summary>The characters it is folded into.</summary>
        /// <param name="value">The character itself.</param>
        /// <param name="buffer">At least three code units, used where the characters stand in no table.</param>
        public ReadOnlySpan<char> Folded(int value, Span<char> buffer)
        {
            var number = (int)(_bits >> 8);
            switch (Kind)
            {
                case EntryKind.Several:
                    return Replacements[number];
                case EntryKind.Syllable:
                    buffer[0] = (char)(0x1100 + (number / 588));
                    buffer[1] = (char)(0x1161 + (number % 588 / 28));
                    buffer[2] = (char)(0x11A7 + (number % 28));
                    return buffer[..(number % 28 > 0 ? 3 : 2)];
                default:
                    return Class == CharacterClass.Dropped ? [] : buffer[..new Rune(Single(value)).EncodeToUtf16(buffer)];
            }
        }

        /// <summary>The character that <see cref="EntryKind.Itself"/> or <see cref="EntryKind.Other"/> stands for.</summary>
        public int Single(int value) => Kind == EntryKind.Other ? (int)(_bits >> 8) : value;
    }
}
