using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.WebEncoders;
using UnionCatalog.Reports;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Pages;

/// <summary>The public pages: drawn on the server, whole without scripts.</summary>
internal static class PageEndpoints
{
    /// <summary>Remembers the language a reader chose; it holds nothing else.</summary>
    public const string LanguageCookie = "language";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Arabic and Javanese script stay letters in the page's source; only what HTML could mistake is encoded.
        return services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", (HttpContext http) => Draw<HomePage>(http));
        pages.MapGet("/search", Search);
        pages.MapGet("/records/{id}", Record);
        pages.MapGet("/libraries", LibrariesAsync);
        pages.MapGet("/language/{language}", Switch);
        pages.MapGet(Asset.StyleSheet.Path, Asset.StyleSheet.Serve);
        pages.MapGet(Asset.Icon.Path, Asset.Icon.Serve);
        pages.MapFallback((HttpContext http) => Message(http, StatusCodes.Status404NotFound, "error.not-found", "error.not-found.advice"));
    }

    private static RazorComponentResult Search(HttpContext http, CatalogSearch catalog, CancellationToken cancellation)
    {
        try
        {
            var result = catalog.Search(SearchParameters.Read(http.Request.Query), cancellation);
            return Draw<SearchPage>(http, new() { [nameof(SearchPage.Result)] = result });
        }
        catch (InvalidSearchException invalid)
        {
            return Message(http, StatusCodes.Status400BadRequest, "search.invalid", null, invalid.Message);
        }
    }

    private static RazorComponentResult Record(string id, HttpContext http, CatalogSearch catalog) =>
        catalog.Find(new ClusterId(id)) is { } entry
            ? Draw<RecordPage>(http, new() { [nameof(RecordPage.Entry)] = entry })
            : Message(http, StatusCodes.Status404NotFound, "error.not-found", "error.not-found.advice");

    private static async Task<RazorComponentResult> LibrariesAsync(HttpContext http, Reporter reporter, CancellationToken cancellation) =>
        Draw<LibrariesPage>(http, new() { [nameof(LibrariesPage.Report)] = await reporter.DrawAsync(cancellation) });

    /// <summary>Remembers the language and goes back to a page of this site, never to another's.</summary>
    private static RedirectHttpResult Switch(string language, string? back, HttpResponse response)
    {
        if (PageTexts.All.Any(texts => texts.Language == language))
        {
            response.Cookies.Append(LanguageCookie, language, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true,
            });
        }

        var local = back is ['/', ..] && !(back.Length > 1 && back[1] is '/' or '\\') && !back.Any(char.IsControl);
        return TypedResults.LocalRedirect(local ? back! : "/");
    }

    private static RazorComponentResult Message(HttpContext http, int status, string titleKey, string? adviceKey, string? detail = null)
    {
        var result = Draw<MessagePage>(http, new()
        {
            [nameof(MessagePage.TitleKey)] = titleKey, [nameof(MessagePage.AdviceKey)] = adviceKey, [nameof(MessagePage.Detail)] = detail,
        });
        result.StatusCode = status;
        return result;
    }

    private static RazorComponentResult Draw<TPage>(HttpContext http, Dictionary<string, object?>? parameters = null)
    {
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        parameters ??= [];
        parameters[nameof(SitePage.Context)] = PageContext.For(http);
        return new RazorComponentResult(typeof(TPage), parameters) { ContentType = "text/html; charset=utf-8" };
    }
}
