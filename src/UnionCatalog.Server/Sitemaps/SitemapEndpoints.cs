using System.Globalization;
using System.Net;
using System.Text;
using UnionCatalog.Members;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Pages;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Sitemaps;

/// <summary>What search engines may look at, and where every page is (https://www.sitemaps.org/protocol.html).</summary>
internal static class SitemapEndpoints
{
    /// <summary>Addresses of one part at most, as the protocol has it.</summary>
    public const int PartSize = 50_000;

    /// <summary>Addresses read at once: a slow reader keeps no more than this waiting, and the store not at all.</summary>
    private const int BatchSize = 2_500;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string ContentType = "application/xml; charset=utf-8";

    /// <summary>Searches have no end, and what is below the others is for librarians.</summary>
    private static readonly string[] Closed =
    [
        "/search", "/api/", "/feeds/", "/find", "/language/", "/upload/", "/coordinator", "/reports", "/basket", "/bibliography", "/records/*/matching", "/records/*?live=", "/libraries/*/duplicates",
    ];

    private static readonly string[] Pages =
        ["/", "/libraries", "/new", "/browse", .. Enum.GetValues<BrowseList>().Select(list => $"/browse/{SearchParameters.NameOf(list)}"), "/help", "/widget"];

    public static void MapSitemaps(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/robots.txt", PageEndpoints.Reading, Robots);
        pages.MapMethods("/sitemap.xml", PageEndpoints.Reading, IndexAsync);
        pages.MapMethods("/sitemaps/pages.xml", PageEndpoints.Reading, PagesAsync);
        pages.MapMethods("/sitemaps/records-{part:int:min(1):max(20000)}.xml", PageEndpoints.Reading, RecordsAsync);
    }

    private static IResult Robots(HttpContext http, PublicAddress site) => Results.Text(
        string.Concat(["User-agent: *\n", .. Closed.Select(path => $"Disallow: {path}\n"), $"\nSitemap: {site.Of(http.Request)}/sitemap.xml\n"]), "text/plain", Encoding.UTF8);

    private static async Task IndexAsync(HttpContext http, PublicAddress site, IClusterStore clusters)
    {
        await BeginAsync(http, "sitemapindex");
        await http.Response.WriteAsync(Entry("sitemap", $"{site.Of(http.Request)}/sitemaps/pages.xml"));
        // Parts are of addresses in the order of their birth, so that each stays as it is when others are born.
        for (long after = 0; await FirstAsync(clusters, after, http.RequestAborted) is { } number; after = (number - 1) / PartSize * PartSize + PartSize)
        {
            await http.Response.WriteAsync(Entry("sitemap", $"{site.Of(http.Request)}/sitemaps/records-{((number - 1) / PartSize) + 1}.xml"));
        }

        await http.Response.WriteAsync("</sitemapindex>\n");
    }

    private static async Task PagesAsync(HttpContext http, PublicAddress site, MemberDirectory members)
    {
        await BeginAsync(http, "urlset");
        await http.Response.WriteAsync(string.Concat(
            Pages.Concat(members.All.Select(member => $"/libraries/{member.Id.Value}")).Select(path => Entry("url", site.Of(http.Request) + path))));
        await http.Response.WriteAsync("</urlset>\n");
    }

    private static async Task RecordsAsync(int part, HttpContext http, PublicAddress site, IClusterStore clusters)
    {
        long after = (part - 1L) * PartSize, last = after + PartSize;
        if (await FirstAsync(clusters, after, http.RequestAborted) is not { } first || first > last)
        {
            await PageEndpoints.NotFound(http).ExecuteAsync(http);
            return;
        }

        await BeginAsync(http, "urlset");
        var records = site.Of(http.Request) + "/records/";
        while (await clusters.ListLivingAsync(after, BatchSize, http.RequestAborted) is [.., var end] batch && after < last)
        {
            var written = new StringBuilder();
            foreach (var cluster in batch.TakeWhile(cluster => cluster.Number <= last))
            {
                written.Append(Entry("url", records + Uri.EscapeDataString(cluster.Id.Value), cluster.Changed));
            }

            await http.Response.WriteAsync(written.ToString(), http.RequestAborted);
            after = end.Number;
        }

        await http.Response.WriteAsync("</urlset>\n");
    }

    private static async Task<long?> FirstAsync(IClusterStore clusters, long after, CancellationToken cancellation) =>
        await clusters.ListLivingAsync(after, 1, cancellation) is [var first] ? first.Number : null;

    private static Task BeginAsync(HttpContext http, string root)
    {
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return http.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{Namespace}\">\n");
    }

    private static string Entry(string name, string address, DateTimeOffset? changed = null) =>
        $"<{name}><loc>{WebUtility.HtmlEncode(address)}</loc>"
        + (changed is { } day ? $"<lastmod>{day.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</lastmod>" : "")
        + $"</{name}>\n";
}
