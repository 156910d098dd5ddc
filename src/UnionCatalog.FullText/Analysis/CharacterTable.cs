using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// What every character is folded into, and what that is to words: one look-up in a table of two levels. Built at first use
/// from folding.tsv and the runtime's character categories. <see cref="Fingerprint"/> tells whether another runtime's
/// are the same.
/// </summary>
internal static class CharacterTable
{
    private const int BlockSize = 256;

    /// <summary>The first entry of every block of 256 characters; neighbours that are alike share one.</summary>
    private static readonly int[] Blocks = new int[0x110000 / BlockSize];

    private static readonly CharacterEntry[] Entries;

    private static readonly string[] Replacements;

    static CharacterTable()
    {
        // Rules of a class of their own: a class that is being initialised is slow to call.
        var rules = new CharacterRules();
        var entries = new List<CharacterEntry>();
        var replacements = new List<string>();
        Span<CharacterEntry> block = stackalloc CharacterEntry[BlockSize];
        var wasVaried = true;
        for (var at = 0; at < Blocks.Length; at++)
        {
            // The same everywhere in most of the 17 planes, so that asking once does.
            var isVaried = at is < 0x200 or (>= 0x2F8 and <= 0x2FA) or 0xE00 or 0xE01;
            var first = rules.Describe(at * BlockSize, replacements);
            if (isVaried || wasVaried || first != entries[^1])
            {
                block.Fill(first);
                for (var i = 1; isVaried && i < BlockSize; i++)
                {
                    block[i] = rules.Describe((at * BlockSize) + i, replacements);
                }

                if (at == 0 || !block.SequenceEqual(CollectionsMarshal.AsSpan(entries)[^BlockSize..]))
                {
                    entries.AddRange(block);
                }
            }

            Blocks[at] = entries.Count - BlockSize;
            wasVaried = isVaried;
        }

        Entries = [.. entries];
        Replacements = [.. replacements];
        Fingerprint = XxHash64.HashToUInt64(MemoryMarshal.AsBytes<CharacterEntry>(Entries)) ^
            XxHash64.HashToUInt64(MemoryMarshal.AsBytes<int>(Blocks), seed: 1) ^
            XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(string.Join('\n', Replacements)), seed: 2);
    }

    /// <summary>A checksum of the whole table: part of every analyzer's <see cref="IAnalyzer.Identity"/> that folds.</summary>
    public static ulong Fingerprint { get; }

    /// <summary>The entry of a code point.</summary>
    public static CharacterEntry Of(int value) => Entries[Blocks[value >> 8] + (value & 0xFF)];

    /// <summary>The characters of an entry of <see cref="CharacterEntryKind.Several"/>.</summary>
    public static string Several(int number) => Replacements[number];

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
}
