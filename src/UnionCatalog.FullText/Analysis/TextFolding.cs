using System.Text;

namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// Makes texts alike that a reader takes for the same: case, diacritics, ligatures, widths and forms of letters fall away.
/// A table of its own, not <c>string.Normalize</c>: an index made on one machine must fold alike on every other, whatever
/// version of Unicode that one's ICU has, and one look-up a character allocates nothing.
/// </summary>
public static class TextFolding
{
    /// <summary>The folded text. Folding it once more changes nothing. Half a surrogate pair becomes U+FFFD.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        Span<char> buffer = stackalloc char[3];
        for (var at = 0; at < text.Length;)
        {
            var value = CharacterTable.Read(text, at, out var width);
            folded.Append(CharacterTable.Of(value).Folded(value, buffer));
            at += width;
        }

        return folded.ToString();
    }
}
