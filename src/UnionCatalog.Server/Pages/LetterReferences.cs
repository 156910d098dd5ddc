using System.Globalization;
using System.Text;

namespace UnionCatalog.Server.Pages;

/// <summary>
/// Letters that the framework writes as references: every one beyond ASCII, "&amp;#xB7;" for a dot, seven bytes for an Arabic letter of two.
/// In a page in UTF-8 a letter and its reference are the same (HTML, "numeric character reference end state").
/// </summary>
internal static class LetterReferences
{
    private const string Start = "&#x";

    /// <summary>The longest, "&amp;#x10FFFF;".</summary>
    private const int Longest = 10;

    /// <summary>
    /// Below are the signs that HTML itself is written in, and from 80 to 9F those that a reference makes others of. The end of a line is
    /// the exception: nothing here begins with one that a browser would pass over.
    /// </summary>
    private const int FirstLetter = 0xA0;

    /// <summary>Puts each letter into the place of its reference; one that is cut off at the end stays as it is.</summary>
    /// <returns>How long the text is then.</returns>
    public static int Resolve(Span<char> text)
    {
        var (read, written) = (0, 0);
        while (read < text.Length)
        {
            var next = text[read..].IndexOf(Start);
            var plain = next < 0 ? text.Length - read : next;
            text.Slice(read, plain).CopyTo(text[written..]);
            (read, written) = (read + plain, written + plain);
            if (next >= 0 && Letter(text[read..], out var length) is { } letter)
            {
                written += letter.EncodeToUtf16(text[written..]);
                read += length;
            }
            else if (next >= 0)
            {
                text[written++] = text[read++];
            }
        }

        return written;
    }

    private static Rune? Letter(ReadOnlySpan<char> text, out int length)
    {
        length = text[..Math.Min(text.Length, Longest)].IndexOf(';') + 1;
        return length > Start.Length + 1
            && int.TryParse(text[Start.Length..(length - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && (code is '\n' or >= FirstLetter) && Rune.TryCreate(code, out var letter) ? letter : null;
    }
}
