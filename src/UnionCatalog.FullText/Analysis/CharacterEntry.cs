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

/// <summary>How a character is folded.</summary>
internal enum CharacterEntryKind : byte
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
internal readonly record struct CharacterEntry
{
    private readonly uint _bits;

    /// <summary>Makes an entry.</summary>
    /// <param name="class">What the folded character is to words.</param>
    /// <param name="kind">How it is folded.</param>
    /// <param name="number">The other character, the place among those of several, or the place among the syllables; else 0.</param>
    public CharacterEntry(CharacterClass @class, CharacterEntryKind kind, int number) =>
        _bits = (uint)@class | ((uint)kind << 4) | ((uint)number << 8);

    /// <summary>What the folded character is to words; of <see cref="CharacterEntryKind.Several"/>, what the first is.</summary>
    public CharacterClass Class => (CharacterClass)(_bits & 0xF);

    /// <summary>How it is folded.</summary>
    public CharacterEntryKind Kind => (CharacterEntryKind)((_bits >> 4) & 0xF);

    /// <summary>The characters it is folded into.</summary>
    /// <param name="value">The character itself.</param>
    /// <param name="buffer">At least three code units, used where the characters stand in no table.</param>
    public ReadOnlySpan<char> Folded(int value, Span<char> buffer)
    {
        var number = (int)(_bits >> 8);
        switch (Kind)
        {
            case CharacterEntryKind.Several:
                return CharacterTable.Several(number);
            case CharacterEntryKind.Syllable:
                buffer[0] = (char)(0x1100 + (number / 588));
                buffer[1] = (char)(0x1161 + (number % 588 / 28));
                buffer[2] = (char)(0x11A7 + (number % 28));
                return buffer[..(number % 28 > 0 ? 3 : 2)];
            default:
                return Class == CharacterClass.Dropped ? [] : buffer[..new Rune(Single(value)).EncodeToUtf16(buffer)];
        }
    }

    /// <summary>The character that <see cref="CharacterEntryKind.Itself"/> or <see cref="CharacterEntryKind.Other"/> stands for.</summary>
    public int Single(int value) => Kind == CharacterEntryKind.Other ? (int)(_bits >> 8) : value;
}
