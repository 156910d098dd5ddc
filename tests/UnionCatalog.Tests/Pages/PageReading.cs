using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>Pages as a browser reads them.</summary>
internal static class PageReading
{
    private static readonly HtmlParser Parser = new();

    /// <summary>The page at an address, which must answer with this status.</summary>
    public static async Task<IHtmlDocument> ReadAsync(
        this RunningService service, string address, string? language = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = language is null ? await service.GetAsync(address) : await service.GetAsync(address, ("Accept-Language", language));
        Assert.That(response.StatusCode, Is.EqualTo(status), address);
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/html; charset=utf-8"), address);
        return Parser.ParseDocument(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The text of the elements that a selector finds, white space as a browser shows it.</summary>
    public static string[] Texts(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(Text)];

    public static string Text(this IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Href(this IElement? link) => link!.GetAttribute("href")!;
}
