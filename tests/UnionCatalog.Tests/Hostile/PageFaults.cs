using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace UnionCatalog.Tests.Hostile;

/// <summary>What of a page came from data and should not have: elements, attributes, links, scripts, turns of direction.</summary>
internal static partial class PageFaults
{
    private const string Data = "application/ld+json";

    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "title", "link", "body", "a", "header", "div", "span", "nav", "form", "label", "input", "button", "main", "footer", "section", "aside", "article",
        "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "details", "summary", "dl", "dt", "dd", "bdi", "select", "option", "optgroup", "table", "thead", "tbody", "tr", "th", "td", "caption",
        "script", "svg", "rect", "text", "code", "pre", "img", "cite", "small", "strong", "textarea", "fieldset", "legend", "union-catalog", "path", "line", "time", "abbr", "b", "em", "figure", "figcaption",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "lang", "charset", "name", "content", "rel", "href", "class", "id", "aria-hidden", "aria-label", "aria-labelledby", "aria-describedby", "aria-current", "aria-pressed", "for", "type", "value", "placeholder",
        "maxlength", "autocomplete", "enterkeyhint", "action", "method", "enctype", "role", "dir", "selected", "start", "scope", "colspan", "rowspan", "data-label", "src", "defer", "async", "hreflang", "checked", "open", "inputmode",
        "pattern", "size", "rows", "cols", "required", "readonly", "accept", "autocapitalize", "spellcheck", "viewBox", "x", "y", "x1", "x2", "y1", "y2", "d", "width", "height", "preserveAspectRatio", "focusable", "title", "hidden", "label", "tabindex",
        "alt", "download", "loading", "data-at", "data-failed", "data-denied", "data-edition", "data-library", "data-basket", "data-keep", "data-kept", "data-full", "data-chosen", "data-unknown", "data-moved", "data-copy", "data-copy-word", "data-copied-word",
        "data-suggest", "data-count", "data-title", "data-author", "data-subject", "datetime", "data-status", "data-metres", "library", "isbn",
    ];

    /// <summary>What a reader sees or hears of an attribute; markup within it cannot keep a turn of direction to itself.</summary>
    private static readonly string[] Told = ["title", "alt", "aria-label", "placeholder", "content", "label", "data-label"];

    /// <summary>Everything that is wrong.</summary>
    /// <param name="page">The page.</param>
    /// <param name="site">Where the service is.</param>
    /// <param name="address">The page's address.</param>
    public static IEnumerable<string> Of(IHtmlDocument page, Uri site, string address) =>
    [
        .. page.All.Select(element => element.LocalName).Distinct().Where(name => !Elements.Contains(name)).Select(name => $"an element {name}"),
        .. page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Distinct().Where(name => !Attributes.Contains(name)).Select(name => $"an attribute {name}"),
        .. page.All.Where(element => $"{element.Id} {element.ClassName}".Contains(HostileCatalog.Mark, StringComparison.Ordinal)).Select(element => $"an id or class {element.Id} {element.ClassName}"),
        .. page.QuerySelectorAll("h1").Length == 1 ? [] : new[] { "not one heading" },
        .. page.Descendants<IComment>().Select(_ => "a comment"),
        .. Scripts(page, site, address),
        .. Links(page, site, address),
        .. Turns(page),
    ];

    private static IEnumerable<string> Scripts(IHtmlDocument page, Uri site, string address)
    {
        foreach (var script in page.Scripts)
        {
            var isData = script.Type == Data && IsRecord(address) && page.Scripts.Count(one => one.Type == Data) == 1;
            if (isData ? JsonDocument.Parse(script.Text).RootElement.GetProperty("@id").GetString() != new Uri(site, address.Split('?')[0]).ToString() : !OwnScript().IsMatch(script.OuterHtml))
            {
                yield return $"a script {script.OuterHtml}";
            }
        }
    }

    private static IEnumerable<string> Links(IHtmlDocument page, Uri site, string address)
    {
        foreach (var link in page.QuerySelectorAll("[href], [src], [action], [formaction], [srcset], [poster], [data]"))
        {
            var target = link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("action") ?? "";
            var rel = link.GetAttribute("rel") ?? "";
            var isHere = target is ['/', not '/' and not '\\', ..] or "/" or ['#', ..] or ['?', ..] || OwnScheme().IsMatch(target);
            var isAway = Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                && (rel.Contains("noopener", StringComparison.Ordinal) || (link.LocalName is "link" or "script" && target.StartsWith(site.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)));
            if (!isHere && !isAway)
            {
                yield return $"a way to {target}";
            }

            if (rel == "canonical" && target != site.GetLeftPart(UriPartial.Authority) + address.Split('?')[0])
            {
                yield return $"it names itself {target}";
            }
        }
    }

    /// <summary>A text that turns the direction turns nothing but itself: each value has an isolation of its own.</summary>
    private static IEnumerable<string> Turns(IHtmlDocument page) =>
    [
        .. Turn().IsMatch(page.Title ?? "") ? new[] { "the window's title turns the direction" } : [],
        .. from element in page.All from name in Told where Turn().IsMatch(element.GetAttribute(name) ?? "") select $"{element.LocalName}'s {name} turns the direction",
        .. from text in page.Body!.Descendants<IText>()
           where Turn().IsMatch(text.Data) && text.ParentElement!.LocalName != "script" && !IsAlone(text)
           select $"a turn of direction is not kept to itself: {text.ParentElement!.OuterHtml[..Math.Min(200, text.ParentElement.OuterHtml.Length)]}",
    ];

    private static bool IsAlone(IText text) =>
        text.ParentElement!.Closest("bdi, [dir], option") is { } isolated && (isolated.LocalName != "bdi" || isolated.TextContent == text.Data);

    private static bool IsRecord(string address) => RecordAddress().IsMatch(address);

    [GeneratedRegex("^<script (?:src=\"/script.js\\?v=[0-9a-f]{8}\" defer=\"\"|src=\"https?://[0-9.:]+/widget/v1.js\" async=\"\"|async=\"\" src=\"https?://[0-9.:]+/widget/v1.js\")></script>$|^<script async=\"\" src=\"/widget/v1.js\"></script>$")]
    private static partial Regex OwnScript();

    [GeneratedRegex(@"^(?:mailto:(?:\?subject=[!-~]*|[\w.+-]{1,64}@[\w.-]+)|tel:\+?[0-9]+)$", RegexOptions.ECMAScript)]
    private static partial Regex OwnScheme();

    [GeneratedRegex("^/records/[^/?]+(?:[?]|$)")]
    private static partial Regex RecordAddress();

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Turn();
}
