using System.Net;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Looks at the bytes of the pages that came: characters, encodings, and what does not belong there.</summary>
internal static partial class PageTrial
{
    private const int HeadLength = 2048;

    public static void Run(Chart chart)
    {
        var pages = chart.Pages;
        if (pages.FirstOrDefault(page => page.Reply.IsMended) is not null)
        {
            chart.Find("page-broken", ("broken", chart.Records.Count(record => record.Broken is not null)), ("records", chart.Records.Count()));
        }

        if (pages.Select(page => ControlCharacter().Count(page.Exchange.Text.Text)).Sum() is > 0 and var controls)
        {
            chart.Find("control-characters", ("controls", controls), ("where", Around(pages, ControlCharacter())));
        }

        CheckEncoding(chart, pages[0].Exchange);
        CheckBeginning(chart, pages[0].Exchange);
        CountIn(chart, "double-utf8", DoubleUtf8());
        CountIn(chart, "double-escaped", DoubleEscaped());
        if (pages.Any(page => page.Exchange.IsSilentlyPacked))
        {
            chart.Find("packed-silently");
        }

        if (pages[0].Exchange.ContentType is var type && !type.Contains("xml", StringComparison.OrdinalIgnoreCase))
        {
            chart.Find("content-type", ("type", type.Length > 0 ? Faults.Shorten(type) : "–"));
        }
    }

    private static void CheckEncoding(Chart chart, Exchange page)
    {
        var declared = Declaration().Match(PageText.Head(page.Body, HeadLength)).Groups[1].Value;
        var (isUtf8, saysUtf8) = (Utf8.IsValid(page.Body.Span), declared.Length == 0 || declared.StartsWith("utf", StringComparison.OrdinalIgnoreCase));
        if (!isUtf8 && saysUtf8)
        {
            chart.Find("not-utf8");
        }
        else if (isUtf8 && !saysUtf8 && page.Body.Span.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
        {
            chart.Find("wrong-encoding", ("declared", declared));
        }
    }

    private static void CheckBeginning(Chart chart, Exchange page)
    {
        var head = PageText.Head(page.Body, HeadLength).TrimStart('\u00EF', '\u00BB', '\u00BF');
        var start = Beginning().Match(head);
        if (start.Success && !string.IsNullOrWhiteSpace(head[..start.Index]))
        {
            chart.Find("text-before", ("text", Shorten(Tag().Replace(head[..start.Index], " "))));
        }
    }

    private static void CountIn(Chart chart, string code, Regex pattern)
    {
        if (chart.Pages.Sum(page => pattern.Count(page.Exchange.Text.Text)) is > 0 and var count)
        {
            chart.Find(code, ("count", count), ("where", Around(chart.Pages, pattern)));
        }
    }

    /// <summary>The words around the first place, to be searched for in the library system.</summary>
    private static string Around(IEnumerable<ListPage> pages, Regex pattern)
    {
        var (text, at) = pages.Select(page => (page.Exchange.Text.Text, pattern.Match(page.Exchange.Text.Text))).First(found => found.Item2.Success);
        var (from, to) = (Math.Max(text.LastIndexOf('>', at.Index) + 1, at.Index - 40), text.IndexOf('<', at.Index));
        return Shorten(WebUtility.HtmlDecode(text[from..Math.Min(to < 0 ? text.Length : to, at.Index + 40)]));
    }

    private static string Shorten(string text)
    {
        var clean = Spaces().Replace(Faults.Shorten(text), " ").Trim();
        return clean.Length > 80 ? clean[..80] + "…" : clean;
    }

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|&#x?0*(?:[0-8BCEF]|1[0-9A-F]);", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ControlCharacter();

    [GeneratedRegex("""<\?xml\s[^<>]*?\bencoding\s*=\s*["']([\w.:-]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"<\?xml\s|<(?:[\w.-]+:)?OAI-PMH[\s>]", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    // What UTF-8 looks like that was taken for Windows-1252: an accented letter, or a curly quotation mark.
    [GeneratedRegex("\u00C3[\u0080-\u00BF\u0192\u02C6\u201A-\u203A]|\u00E2\u20AC[\u0080-\u00BF\u0153\u2122\u02DC\u201C\u201D]|\u00C2[\u00A0-\u00BF]", RegexOptions.CultureInvariant)]
    private static partial Regex DoubleUtf8();

    [GeneratedRegex(@"&amp;(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-f]+|nbsp);", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DoubleEscaped();

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
