using System.Net;
using System.Text;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Search.Card;

/// <summary>What two spellings of one value have in common.</summary>
internal static class CardFolding
{
    /// <summary>
    /// The words in lower case, without diacritics and punctuation, one space between them: "Al-Qur'ān :" is "alquran", for
    /// hyphens and apostrophes join. Where nothing is left, the text itself.
    /// </summary>
    public static string Key(string text)
    {
        text = CardLimits.Cut(text, CardLimits.Compared);
        text = text.Contains('&', StringComparison.Ordinal) && text.Contains(';', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        var folded = Ascii.IsValid(text) ? text : TextFolding.Fold(text);
        Span<char> key = folded.Length <= CardLimits.Compared ? stackalloc char[CardLimits.Compared] : new char[folded.Length];
        var length = 0;
        var isSpace = false;
        foreach (var letter in folded)
        {
            if (char.IsAsciiLetterOrDigit(letter) || (letter > '~' && IsOfWord(letter)))
            {
                if (isSpace && length > 0)
                {
                    key[length++] = ' ';
                }

                isSpace = false;
                key[length++] = char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
            }
            else
            {
                isSpace |= letter is not ('-' or '\'' or '`' or '’' or '‘' or 'ʻ' or 'ʼ' or 'ʿ' or 'ʾ');
            }
        }

        return length == 0 ? text : key[..length].ToString();
    }

    /// <summary>The words of <see cref="Key"/> in alphabetical order: "Hirata, Andrea" and "Andrea Hirata" are one.</summary>
    public static string NameKey(string name)
    {
        var key = Key(name);
        if (!key.Contains(' ', StringComparison.Ordinal))
        {
            return key;
        }

        var words = key.Split(' ');
        Array.Sort(words, string.CompareOrdinal);
        return string.Join(' ', words);
    }

    /// <summary>Whether one key begins with all the words of the other and goes on.</summary>
    public static bool GoesOnFrom(string fuller, string shorter) =>
        fuller.Length > shorter.Length && fuller[shorter.Length] == ' ' && fuller.StartsWith(shorter, StringComparison.Ordinal);

    /// <summary>Whether the words of a key stand together in another.</summary>
    public static bool StandsIn(string words, string key) => $" {key} ".Contains($" {words} ", StringComparison.Ordinal);

    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.NonSpacingMark;
}
