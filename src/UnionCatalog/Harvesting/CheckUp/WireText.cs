using System.Net;
using System.Text.RegularExpressions;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>
/// A page as text. What is to be known of it beside its records is found by elements' names alone, so that a page which is not
/// well-formed tells as much as another.
/// </summary>
internal sealed partial class WireText(string text)
{
    public string Text { get; } = text;

    /// <summary>The texts of the elements of this local name, trimmed, in order.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. Element().Matches(Text).Where(match => match.Groups["name"].Value == name).Select(match => Faults.Shorten(WebUtility.HtmlDecode(match.Groups["text"].Value).Trim()))];

    /// <summary>The first of them that is not empty; "" where there is none.</summary>
    public string First(string name) => All(name).FirstOrDefault(text => text.Length > 0) ?? "";

    /// <summary>Whether there is an element of this local name.</summary>
    public bool Has(string name) => Regex.IsMatch(Text, $@"<(?:[\w.-]+:)?{Regex.Escape(name)}[\s/>]", RegexOptions.CultureInvariant);

    /// <summary>The title of a web page; "" where there is none.</summary>
    public string Title => Faults.Shorten(WebUtility.HtmlDecode(TitleTag().Match(Text).Groups[1].Value).Trim());

    /// <summary>Whether it is a page for people.</summary>
    public bool IsWebPage => HtmlTag().IsMatch(Text);

    [GeneratedRegex(@"<(?:[\w.-]+:)?(?<name>[\w.-]+)(?:\s[^<>]*)?>(?<text>[^<]*)</", RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    [GeneratedRegex("<title[^<>]*>([^<]{1,300})<", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TitleTag();

    [GeneratedRegex(@"<(?:html|body|!doctype html)[\s>]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlTag();
}
