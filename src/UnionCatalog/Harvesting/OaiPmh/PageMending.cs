using System.Globalization;
using System.Net;
using System.Security;
using System.Text.RegularExpressions;
using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Mends what most often keeps a piece of XML from being well-formed, without changing what it says.</summary>
internal static partial class PageMending
{
    /// <summary>
    /// Leaves out characters that XML does not have (XML 1.0, section 2.2), and writes ampersands, stray angle brackets
    /// and HTML's entities as XML does.
    /// </summary>
    public static string Mend(string xml)
    {
        var clean = WithoutForbidden(xml);
        return clean.Contains("<![CDATA[", StringComparison.Ordinal)
            ? clean
            : StrayBracket().Replace(Ampersand().Replace(clean, MendAmpersand), "&lt;");
    }

    private static string WithoutForbidden(string xml)
    {
        var kept = new System.Text.StringBuilder(xml.Length);
        for (var at = 0; at < xml.Length; at++)
        {
            if (XmlConvert.IsXmlChar(xml[at]))
            {
                kept.Append(xml[at]);
            }
            else if (at + 1 < xml.Length && XmlConvert.IsXmlSurrogatePair(xml[at + 1], xml[at]))
            {
                kept.Append(xml, at++, 2);
            }
        }

        return kept.ToString();
    }

    private static string MendAmpersand(Match match) => match.Groups[1].Value switch
    {
        "" => "&amp;",
        "amp;" or "lt;" or "gt;" or "quot;" or "apos;" => match.Value,
        ['#', 'x', .. var digits] => IsAllowed(digits, NumberStyles.AllowHexSpecifier) ? match.Value : "",
        ['#', .. var digits] => IsAllowed(digits, NumberStyles.None) ? match.Value : "",
        _ when WebUtility.HtmlDecode(match.Value) is var letter && letter != match.Value => SecurityElement.Escape(letter),
        _ => "&amp;" + match.Value[1..],
    };

    private static bool IsAllowed(string digits, NumberStyles style) =>
        int.TryParse(digits.TrimEnd(';'), style, CultureInfo.InvariantCulture, out var number)
        && number is >= 0x20 and not (>= 0xD800 and <= 0xDFFF or 0xFFFE or 0xFFFF) and <= 0x10FFFF or 9 or 10 or 13;

    [GeneratedRegex("&(#[0-9]+;|#x[0-9a-fA-F]+;|[A-Za-z][A-Za-z0-9]*;)?", RegexOptions.CultureInvariant)]
    private static partial Regex Ampersand();

    [GeneratedRegex("<(?![A-Za-z_/!?])", RegexOptions.CultureInvariant)]
    private static partial Regex StrayBracket();
}
