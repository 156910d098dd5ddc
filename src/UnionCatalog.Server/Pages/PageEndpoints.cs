using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.WebEncoders;
using UnionCatalog.Reports;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Widget;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Pages;

/// <summary>The public pages: drawn on the server, whole without scripts.</summary>
internal static class PageEndpoints
{
    /// <summary>Remembers the language a reader chose; it holds nothing else.</summary>
    public const string LanguageCookie = "language";

    /// <summary>
    /// The longest query a page answers, in characters as sent: every link to a filter repeats it, so that without a bound
    /// a long address would make a page of megabytes. The longest text that is searched for fits in, Arabic script as well.
    /// </summary>
    public const int MaximumQueryLength = 8_000;

    /// <summary>HEAD is GET without the body (RFC 9110, section 9.3.2); link checkers and monitors ask so.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Arabic and Javanese script stay letters in the page's source; only what HTML could mistake is encoded.
        return services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapMethods("/", Reading, (HttpContext http) => Draw<HomePage>(http));
        pages.MapMethods("/search", Reading, Search);
        pages.MapMethods("/records/{id}", Reading, RecordAsync);
        pages.MapMatching();
        pages.MapMethods("/libraries", Reading, LibrariesAsync);
        pages.MapDuplicatePages();
        pages.MapGet("/language/{language}", Switch);
        pages.MapMethods(Asset.StyleSheet.Path, Reading, Asset.StyleSheet.Serve);
        pages.MapMethods(Asset.Script.Path, Reading, Asset.Script.Serve);
        pages.MapMethods(Asset.Icon.Path, Reading, Asset.Icon.Serve);
        pages.MapCoordinator();
        pages.MapNights();
        pages.MapReview();
        pages.MapUpload();
        pages.MapWidget();
        pages.MapFallback("{*path}", NotFound);
    }

    /// <summary>What a reader sees when something broke on our side.</summary>
    public static IResult Fault(HttpContext http, int status) => Message(http, status, "error.fault", "error.fault.advice");

    private static RazorComponentResult Search(HttpContext http, CatalogSearch catalog, CancellationToken cancellation)
    {
        try
        {
            if (http.Request.QueryString.Value?.Length > MaximumQueryLength)
            {
                throw new InvalidSearchException("address", $"The address is longer than {MaximumQueryLength} characters: search for less, or remove filters.");
            }

            var result = catalog.Search(SearchParameters.Read(http.Request.Query), cancellation);
            return Draw<SearchPage>(http, new() { [nameof(SearchPage.Result)] = result });
        }
        catch (InvalidSearchException invalid)
        {
            return Message(http, StatusCodes.Status400BadRequest, "search.invalid", "search.invalid.advice", invalid.Message);
        }
    }

    private static async Task<IResult> RecordAsync(string id, HttpContext http, CatalogSearch catalog, MovedEditions moved)
    {
        if (catalog.Find(new ClusterId(id)) is { } entry)
        {
            return Draw<RecordPage>(http, new() { [nameof(RecordPage.Entry)] = entry, [nameof(RecordPage.OtherEditions)] = catalog.OtherEditions(new ClusterId(id)) });
        }

        return await moved.FindAsync(http, id) is { } living ? living : NotFound(http);
    }

    private static async Task<RazorComponentResult> LibrariesAsync(HttpContext http, Reporter reporter, CatalogSearch catalog, CancellationToken cancellation) =>
        Draw<LibrariesPage>(http, new()
        {
            [nameof(LibrariesPage.Report)] = await reporter.DrawAsync(cancellation), [nameof(LibrariesPage.Duplicates)] = catalog.CountOwnDuplicates(),
        });

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

        return TypedResults.LocalRedirect(IsHere(back) ? back! : "/");
    }

    /// <summary>
    /// Whether this is a path on this site. Browsers read "//host" and "/\host" as another site's address, and pass over
    /// tabs and line ends; other than ASCII has no place in a Location (RFC 9110, section 10.2.2).
    /// </summary>
    public static bool IsHere(string? address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && address.All(letter => letter is > ' ' and <= '~');

    public static RazorComponentResult NotFound(HttpContext http) =>
        Message(http, StatusCodes.Status404NotFound, "error.not-found", "error.not-found.advice");

    public static RazorComponentResult Message(HttpContext http, int status, string titleKey, string adviceKey, string? detail = null)
    {
        var result = Draw<MessagePage>(http, new()
        {
            [nameof(MessagePage.TitleKey)] = titleKey, [nameof(MessagePage.AdviceKey)] = adviceKey, [nameof(MessagePage.Detail)] = detail,
        });
        result.StatusCode = status;
        return result;
    }

    public static RazorComponentResult Draw<TPage>(HttpContext http, Dictionary<string, object?>? parameters = null)
    {
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        parameters ??= [];
        parameters[nameof(SitePage.Context)] = PageContext.For(http);
        return new RazorComponentResult(typeof(TPage), parameters) { ContentType = "text/html; charset=utf-8" };
    }
}
