using System.Globalization;
using System.Text;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Evaluation.OtherRules;

/// <summary>Text as the other rules compare it: lower case without diacritics and punctuation, with none of what ours knows of Indonesian.</summary>
internal static class RuleText
{
    // The work grows with the square, and a record can have a title of a thousand words.
    private const int LongestCompared = 500;

    /// <summary>The words of a text.</summary>
    public static List<string> Words(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in (text ?? "").ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            // Signs such as the ayn of transliterated Arabic are letters to Unicode; a rule that kept them would find nothing there.
            if (char.IsLetterOrDigit(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.ModifierLetter)
            {
                word.Append(character);
            }
            else if (char.IsWhiteSpace(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation && character is not '\'')
            {
                Flush(words, word);
            }
        }

        Flush(words, word);
        return words;
    }

    /// <summary>The words of a text without spaces between them.</summary>
    public static string Joined(string? text) => string.Concat(Words(text));

    /// <summary>The beginning of a text.</summary>
    public static string Start(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>The title with its remainder and part (MARC 245 $a $b $n $p).</summary>
    public static string FullTitle(Title title) => string.Join(' ', new[] { title.Proper, title.Remainder, title.PartNumber, title.PartName }.Where(part => part is not null));

    /// <summary>What leader/06 tells apart: it has one letter for books, serials, articles and electronic texts.</summary>
    public static ResourceFormat RecordType(ResourceFormat format) =>
        format is ResourceFormat.Serial or ResourceFormat.Article or ResourceFormat.Electronic ? ResourceFormat.Book : format;

    /// <summary>How many letters must be changed, left out or added to make one text of the other, as a share of the longer; 0 for equal ones.</summary>
    public static double Distance(string left, string right)
    {
        (left, right) = (Start(left, LongestCompared), Start(right, LongestCompared));
        var longer = Math.Max(left.Length, right.Length);
        if (left == right || longer == 0)
        {
            return 0;
        }

        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return (double)row[right.Length] / longer;
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
