using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Microsoft.Net.Http.Headers;
using UnionCatalog.Members;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Feeds;

/// <summary>New titles, and what newly fits a search, to be subscribed to.</summary>
internal static class FeedEndpoints
{
    /// <summary>Entries of a feed at most.</summary>
    public const int MostEntries = 50;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    public static void MapFeeds(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/new", PageEndpoints.Reading, ShowNew);
        foreach (var (ending, format) in (IEnumerable<(string, FeedFormat)>)[("atom", new(AtomFeed.ContentType, AtomFeed.Write)), ("rss", new(RssFeed.ContentType, RssFeed.Write))])
        {
            pages.MapMethods($"/new.{ending}", PageEndpoints.Reading, (HttpContext http, FeedSources sources) => Answer(http, () => New(http, sources, format)));
            pages.MapMethods($"/feeds/search.{ending}", PageEndpoints.Reading, (HttpContext http, FeedSources sources) => Answer(http, () => Search(http, sources, format)));
        }
    }

    private static IResult ShowNew(HttpContext http, FeedSources sources) => Answer(http, () => PageEndpoints.Draw<NewPage>(http, new()
    {
        [nameof(NewPage.News)] = News.Find(sources.Catalog, SearchParameters.Read(http.Request.Query), sources.Today, http.RequestAborted),
    }));

    private static IResult New(HttpContext http, FeedSources sources, FeedFormat format)
    {
        var facets = SearchParameters.Read(http.Request.Query).Facets;
        var request = new SearchRequest { Facets = facets, AddedFrom = sources.Today.AddDays(1 - News.MonthDays) };
        return Write(http, sources, format, request, Titled(http, "new.title", facets), FeedAddress.NewPage(facets));
    }

    private static IResult Search(HttpContext http, FeedSources sources, FeedFormat format)
    {
        var request = SearchParameters.Read(http.Request.Query);
        return Write(http, sources, format, request, Titled(http, "nav.search", request.Facets, request.Text), "/search" + SearchAddress.Of(request with { Page = 1, Size = new SearchRequest().Size }));
    }

    private static IResult Write(HttpContext http, FeedSources sources, FeedFormat format, SearchRequest request, string title, string page)
    {
        var found = sources.Catalog.Search(request with { Sort = SearchSort.Added, Page = 1, Size = MostEntries }, http.RequestAborted);
        var drawing = new FeedDrawing(PageTexts.For(http.Request), sources.Members, sources.Site.Of(http.Request));
        var self = http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();
        var bytes = Bytes(format, drawing.Draw(title, self, page, found.Entries, sources.Today));
        http.Response.Headers.CacheControl = $"public, max-age={Fresh.TotalSeconds}";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..20]}\"", isWeak: true);
        return Results.Bytes(bytes, $"{format.ContentType}; charset=utf-8", entityTag: tag);
    }

    private static byte[] Bytes(FeedFormat format, Feed feed)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartDocument();
            format.Write(xml, feed);
        }

        return stream.ToArray();
    }

    /// <summary>What it is, then what was asked for: "Judul baru: SMA Negeri 1 Sukamaju".</summary>
    private static string Titled(HttpContext http, string key, IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> facets, string text = "")
    {
        var context = PageContext.For(http);
        IReadOnlyList<string> asked = [.. text.Length > 0 ? [text] : Array.Empty<string>(), .. from facet in facets from value in facet.Value select FacetNames.Of(facet.Key, value, context)];
        return asked.Count == 0 ? context.Texts[key] : $"{context.Texts[key]}: {string.Join(", ", asked)}";
    }

    private static IResult Answer(HttpContext http, Func<IResult> answer)
    {
        try
        {
            // As long as a page's at most: a feed names its own address.
            FindingEndpoints.CheckAddress(http.Request);
            return answer();
        }
        catch (InvalidSearchException invalid)
        {
            return PageEndpoints.Refusal(http, "search.invalid", "search.invalid.advice", invalid);
        }
    }

    /// <summary>How a feed is written.</summary>
    private sealed record FeedFormat(string ContentType, Action<XmlWriter, Feed> Write);
}

/// <summary>What feeds are drawn from.</summary>
internal sealed class FeedSources(CatalogSearch catalog, MemberDirectory members, PublicAddress site, TimeProvider clock)
{
    public CatalogSearch Catalog => catalog;

    public MemberDirectory Members => members;

    public PublicAddress Site => site;

    /// <summary>Days are counted as the store counts them, in universal time.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
