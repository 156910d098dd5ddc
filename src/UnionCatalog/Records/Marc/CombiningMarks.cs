using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Marc;

/// <summary>Brings to one form what records of different age and origin write differently with combining marks.</summary>
internal static partial class CombiningMarks
{
    /// <summary>
    /// The text with a mark over two letters as one mark between them, as the MARC-8 tables have it since 2004 (before, as
    /// two halves), and with the circumflex or breve of a Vietnamese letter before its tone, where MARC has them in either order.
    /// </summary>
    public static string Settle(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') < 0)
        {
            return text;
        }

        var joined = text.AsSpan().IndexOfAnyInRange('\uFE20', '\uFE23') < 0
            ? text
            : text.Replace('\uFE20', '\u0361').Replace('\uFE22', '\u0360')
                .Replace("\uFE21", "", StringComparison.Ordinal).Replace("\uFE23", "", StringComparison.Ordinal);
        return ToneFirst().Replace(joined, "${letter}${tone}");
    }

    [GeneratedRegex("(?<tone>[\u0300\u0301\u0303\u0309])(?<letter>[\u0302\u0306])", RegexOptions.CultureInvariant)]
    private static partial Regex ToneFirst();
}
