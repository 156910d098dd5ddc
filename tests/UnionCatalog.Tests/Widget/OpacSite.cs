using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using UnionCatalog.Server.Widget;

namespace UnionCatalog.Tests.Widget;

/// <summary>A member's own catalogue on another origin: pages as SLiMS, Koha and INLISLite make them, with the lines pasted in or not.</summary>
internal sealed class OpacSite : IAsyncDisposable
{
    /// <summary>config/csp.sample.php of SLiMS 9.7, as it stands; Opac.php joins it with semicolons.</summary>
    public static readonly IReadOnlyList<string> SlimsPolicy =
    [
        "base-uri 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval' *.google.com *.gstatic.com", "style-src 'self' 'unsafe-inline' *.bootstrapcdn.com *.googleapis.com",
        "img-src 'self' static.slims.web.id data:", "connect-src 'self' slims.web.id", "frame-src 'self' *.google.com", "font-src 'self' *.gstatic.com", "media-src 'self'",
        "object-src 'self'", "manifest-src 'self'", "worker-src 'self'", "frame-ancestors 'self'",
    ];

    private readonly WebApplication _app;
    private readonly Dictionary<string, (string Html, string? Policy)> _pages = [];

    private OpacSite(WebApplication app)
    {
        _app = app;
        app.Run(async http =>
        {
            if (!_pages.TryGetValue(http.Request.Path, out var page))
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            if (page.Policy is not null)
            {
                http.Response.Headers.ContentSecurityPolicy = page.Policy;
            }

            await http.Response.WriteAsync(page.Html);
        });
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<OpacSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new OpacSite(builder.Build());
        await site._app.StartAsync();
        return site;
    }

    /// <summary>A system's page with lines where a librarian pastes them.</summary>
    public static string Page(OpacSystem system, string lines) =>
        File.ReadAllText(Places.Case($"Widget/{system.ToString().ToLowerInvariant()}.html")).Replace("<!--lines-->", lines, StringComparison.Ordinal);

    /// <summary>The policy of SLiMS with the two lines put into it that the page for librarians gives.</summary>
    public static string PolicyWith(string lines)
    {
        var given = lines.Split('\n').Select(line => line.Trim().TrimEnd(',').Trim('"')).ToList();
        return string.Join(';', SlimsPolicy.Select(rule => given.Find(line => line.Split(' ')[0] == rule.Split(' ')[0]) ?? rule));
    }

    /// <summary>Puts a page there and says where.</summary>
    public string Put(string html, string? policy = null)
    {
        var path = $"/page{_pages.Count}";
        _pages.Add(path, (html, policy));
        return path;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
