using System.Buffers;
using System.Globalization;
using System.Text;

namespace UnionCatalog.Harvesting.OaiPmh.Plain;

/// <summary>What stands for what in texts and attribute values, both ways.</summary>
internal static class Characters
{
    private const int LongestReference = 10;

    private static readonly SearchValues<byte> Control = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    private static readonly SearchValues<byte> SpecialInText = SearchValues.Create("&<>\r"u8);
    private static readonly SearchValues<byte> SpecialInValue = SearchValues.Create("&<>\"\t\r\n"u8);

    /// <summary>Whether a byte is white space (XML 1.0, section 2.3).</summary>
    public static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>Whether all of a text is.</summary>
    public static bool IsSpace(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \n\r\t"u8) < 0;

    /// <summary>Whether XML has all the characters of what is UTF-8 (section 2.2).</summary>
    public static bool AreAllowed(ReadOnlySpan<byte> xml)
    {
        if (xml.ContainsAny(Control))
        {
            return false;
        }

        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        for (int at; (at = xml.IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF])) >= 0; xml = xml[(at + 3)..])
        {
            if (xml[at + 2] >= 0xBE)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every "&amp;" begins a reference that needs no DTD to a character that XML has.</summary>
    public static bool AreReferencesKnown(ReadOnlySpan<byte> text)
    {
        for (int at; (at = text.IndexOf((byte)'&')) >= 0; text = text[(at + 1)..])
        {
            if (Referenced(text[at..], out _) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What XML says that a text means (sections 2.11, 3.3.3 and 4.4).</summary>
    /// <param name="text">As it stands in the page.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="meant">Where to write it.</param>
    public static void Decode(ReadOnlySpan<byte> text, TextPlace place, ArrayBufferWriter<byte> meant)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(SpecialInValue);
            meant.Write(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                return;
            }

            text = text[plain..];
            var length = 1;
            switch (text[0])
            {
                case (byte)'&' when place != TextPlace.CData:
                    meant.Advance(Referenced(text, out length)!.Value.EncodeToUtf8(meant.GetSpan(4)));
                    break;
                case (byte)'\r':
                    length = text is [_, (byte)'\n', ..] ? 2 : 1;
                    meant.Write(place == TextPlace.Value ? " "u8 : "\n"u8);
                    break;
                case (byte)'\n' or (byte)'\t' when place == TextPlace.Value:
                    meant.Write(" "u8);
                    break;
                default:
                    meant.Write(text[..1]);
                    break;
            }

            text = text[length..];
        }
    }

    /// <summary>Writes a text as an XmlWriter does that entitizes line ends.</summary>
    public static void Encode(ReadOnlySpan<byte> meant, TextPlace place, IBufferWriter<byte> xml)
    {
        var special = place == TextPlace.Value ? SpecialInValue : SpecialInText;
        for (int plain; (plain = meant.IndexOfAny(special)) >= 0; meant = meant[(plain + 1)..])
        {
            xml.Write(meant[..plain]);
            xml.Write(meant[plain] switch
            {
                (byte)'&' => "&amp;"u8,
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'"' => "&quot;"u8,
                (byte)'\t' => "&#x9;"u8,
                (byte)'\n' => "&#xA;"u8,
                _ => "&#xD;"u8,
            });
        }

        xml.Write(meant);
    }

    /// <summary>The character that a reference at the beginning of a text stands for; null for one that needs a DTD or is none.</summary>
    private static Rune? Referenced(ReadOnlySpan<byte> text, out int length)
    {
        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf((byte)';');
        length = end + 1;
        return end < 0 ? null : text[1..end] switch
        {
            [(byte)'a', (byte)'m', (byte)'p'] => new Rune('&'),
            [(byte)'l', (byte)'t'] => new Rune('<'),
            [(byte)'g', (byte)'t'] => new Rune('>'),
            [(byte)'q', (byte)'u', (byte)'o', (byte)'t'] => new Rune('"'),
            [(byte)'a', (byte)'p', (byte)'o', (byte)'s'] => new Rune('\''),
            [(byte)'#', (byte)'x', .. var digits] => Numbered(digits, NumberStyles.AllowHexSpecifier),
            [(byte)'#', .. var digits] => Numbered(digits, NumberStyles.None),
            _ => null,
        };
    }

    private static Rune? Numbered(ReadOnlySpan<byte> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number)
        && Rune.IsValid(number)
        && number is >= 0x20 and not (0xFFFE or 0xFFFF) or '\t' or '\n' or '\r'
            ? new Rune(number) : null;
}

/// <summary>Where a text stands: it means something else everywhere.</summary>
internal enum TextPlace
{
    /// <summary>Between two tags.</summary>
    Content,

    /// <summary>In an attribute.</summary>
    Value,

    /// <summary>In a CDATA section.</summary>
    CData,
}
