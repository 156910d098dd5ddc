using System.Text;
using System.Text.RegularExpressions;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Search.Browsing;

/// <summary>
/// Call numbers as they stand on a shelf: a class by its digits as a decimal number (899 before 899.2 before 899.21), other numbers
/// by how great they are (QA9 before QA76), then letters.
/// </summary>
internal static partial class ShelfKey
{
    private const int Longest = 200;
    private const int MostDigits = 40;

    public static string Of(string callNumber)
    {
        // Labels print the digits behind the point by threes: "899.221 3 TOH" is 899.2213.
        var text = ByThrees().Replace(TextFolding.Fold(CardLimits.Cut(callNumber.Trim(), Longest)), "");
        var key = new StringBuilder(text.Length + 8);
        // The class that a number begins with, and what follows a point: "813", ".54", ".C15".
        var isDecimal = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsSign(text[at]) && !IsPoint(text, at))
            {
                isDecimal &= key.Length == 0;
                continue;
            }

            if (at > 0 && key.Length > 0 && !IsSign(text[at - 1]) && !IsPoint(text, at - 1))
            {
                key.Append(' ');
            }

            isDecimal |= text[at] == '.';
            if (!isDecimal && char.IsAsciiDigit(text[at]) && !char.IsAsciiDigit(text[at - 1]))
            {
                key.Append((char)('0' + Math.Min(DigitsAt(text, at), MostDigits)));
            }

            isDecimal &= key.Length > 0 || char.IsAsciiDigit(text[at]) || text[at] == '.';
            key.Append(text[at]);
        }

        return key.ToString();
    }

    private static int DigitsAt(string text, int at) => text.AsSpan(at).IndexOfAnyExceptInRange('0', '9') is >= 0 and var digits ? digits : text.Length - at;

    private static bool IsSign(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter);

    /// <summary>Whether a decimal point stands here; "v.2" has none.</summary>
    private static bool IsPoint(string text, int at) =>
        text[at] == '.' && at + 1 < text.Length && IsSign(text[at + 1]) && !(at > 0 && char.IsLetter(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    [GeneratedRegex(@"(?<=\.(?:[0-9]{3} )*[0-9]{3}) (?=[0-9]{1,3}(?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex ByThrees();
}
