using System.Globalization;
using System.Text;

namespace UnionCatalog.Matching.Features;

/// <summary>Folds text to words that compare equal whatever case, diacritics, punctuation and spelling a library uses.</summary>
internal static class Folding
{
    private const string Apostrophes = "'`´‘’ʹʻʼʽʾʿˈʺ";

    /// <summary>The folded words of a text, each in today's spelling as far as that is certain; see <see cref="OldSpelling"/>.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in RawWords(text))
        {
            if (word.Contains('2', StringComparison.Ordinal))
            {
                words.AddRange(OldSpelling.Undouble(word).Select(OldSpelling.Modernise));
            }
            else
            {
                words.Add(OldSpelling.Modernise(word));
            }
        }

        return words;
    }

    /// <summary>Whether a folded word is of Latin letters, or of figures.</summary>
    public static bool IsRoman(string word) => word[0] <= 'ɏ';

    /// <summary>The words in lower case without marks, in the spelling they have.</summary>
    public static List<string> RawWords(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var folded = text.ToLowerInvariant().Normalize(NormalizationForm.FormD);
        for (var i = 0; i < folded.Length; i++)
        {
            var character = folded[i];
            if (IsGroupMark(folded, i))
            {
                continue;
            }

            if (!Append(word, character))
            {
                Flush(words, word);
                if (character == '&')
                {
                    words.Add("dan");
                }
            }
        }

        Flush(words, word);
        return words;
    }

    // The point of "1.111", which others write 1111.
    private static bool IsGroupMark(string text, int i) => text[i] is '.' or ','
        && i > 0 && i + 3 < text.Length && char.IsAsciiDigit(text[i - 1])
        && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3])
        && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4]));

    private static bool Append(StringBuilder word, char character)
    {
        if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
        {
            word.Append(character);
            return true;
        }

        // Before the letters: Unicode counts the signs for ayn and hamza among them, and libraries use one for the other.
        if (character == 'ـ' || Apostrophes.Contains(character, StringComparison.Ordinal))
        {
            return true;
        }

        if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
        {
            word.Append(Letter(character));
            return true;
        }

        // "C++" and "C#" are not "C".
        if (character is '+' or '#' && word.Length > 0 && (char.IsAsciiLetter(word[^1]) || word[^1] == '+'))
        {
            word.Append(character);
            return true;
        }

        return CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
    }

    // Letters that have no canonical decomposition, or that Arabic printers use for one another at the end of a word.
    private static string Letter(char character) => character switch
    {
        > '9' when char.IsDigit(character) => CharUnicodeInfo.GetDecimalDigitValue(character).ToString(CultureInfo.InvariantCulture),
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ı' => "i",
        'ى' => "ي",
        'ة' => "ه",
        _ => character.ToString(),
    };

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
