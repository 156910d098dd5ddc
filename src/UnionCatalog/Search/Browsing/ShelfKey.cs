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
        var isSpace = false;
        for (var at = 0; at < text.Length; at++)
        {
            var isPoint = text[at] == '.' && at + 1 < text.Length && IsSign(text[at + 1]);
            if (!isPoint && !IsSign(text[at]))
            {
                isSpace = key.Length > 0;
                continue;
            }

            if (isSpace)
            {
                key.Append(' ');
                isSpace = false;
            }

            if (IsNumber(text, at) && key is not { Length: 0 } && key[^1] != '.')
            {
                key.Append((char)('0' + Math.Min(DigitsAt(text, at), MostDigits)));
            }

            key.Append(text[at]);
        }

        return key.ToString();
    }

    /// <summary>Whether a number begins here.</summary>
    private static bool IsNumber(string text, int at) => char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiDigit(text[at - 1]));

    private static int DigitsAt(string text, int at) => text.AsSpan(at).IndexOfAnyExceptInRange('0', '9') is >= 0 and var digits ? digits : text.Length - at;

    private static bool IsSign(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter);

    [GeneratedRegex(@"(?<=\.(?:[0-9]{3} )*[0-9]{3}) (?=[0-9]{1,3}(?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex ByThrees();
}
