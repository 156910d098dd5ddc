using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Members;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Availability;
using UnionCatalog.Server.Docs;
using UnionCatalog.Server.Exports;
using UnionCatalog.Server.Feeds;
using UnionCatalog.Server.Limits;
using UnionCatalog.Server.Sitemaps;
using UnionCatalog.Server.Widget;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Pages;

/// <summary>The public pages: drawn on the server, whole without scripts.</summary>
internal static class PageEndpoints
{
    /// <summary>Remembers the language a reader chose; it holds nothing else.</summary>
    public const string LanguageCookie = "language";

    /// <summary>HEAD is GET without the body (RFC 9110, section 9.3.2); link checkers and monitors ask so.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Letters are written as themselves, whatever their script: as references an Arabic one took seven bytes for two. What HTML is written in stays encoded.
        return services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton<FeedSources>();
    }

    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("").AsSearch().ExcludeFromDescription();
        pages.MapMethods("/", Reading, (HttpContext http) => Draw<HomePage>(http));
        pages.MapFinding();
        pages.MapBrowsePages();
        pages.MapMethods("/records/{id}", Reading, RecordAsync).AsLookup();
        pages.MapLists();
        pages.MapMatching();
        pages.MapLibraryPages();
        pages.MapDuplicatePages();
        pages.MapFeeds();
        pages.MapSitemaps();
        pages.MapGet("/language/{language}", Switch).Unlimited();
        pages.MapMethods(Asset.StyleSheet.Path, Reading, Asset.StyleSheet.Serve).Unlimited();
        pages.MapMethods(Asset.HomeStyle.Path, Reading, Asset.HomeStyle.Serve).Unlimited();
        pages.MapMethods(Asset.FurtherStyle.Path, Reading, Asset.FurtherStyle.Serve).Unlimited();
        pages.MapMethods(Asset.Script.Path, Reading, Asset.Script.Serve).Unlimited();
        pages.MapMethods(Asset.Icon.Path, Reading, Asset.Icon.Serve).Unlimited();
        pages.MapCoordinator();
        pages.MapNights();
        pages.MapReview();
        pages.MapUpload();
        pages.MapWidget();
        pages.MapDocs();
        pages.MapFallback("{*path}", Refuse).AsLookup();
    }

    /// <summary>What a reader sees when something broke on our side.</summary>
    public static IResult Fault(HttpContext http, int status) => Message(http, status, "error.fault", "error.fault.advice");

    private static async Task<IResult> RecordAsync(string id, HttpContext http, CatalogSearch catalog, MemberDirectory members, MovedEditions moved, ExportAnswer exports, EditionStatus statuses)
    {
        if (catalog.Find(new ClusterId(id)) is { } entry)
        {
            var isLive = http.Request.Query["live"] == "1";
            return Draw<RecordPage>(http, new()
            {
                [nameof(RecordPage.Entry)] = entry,
                [nameof(RecordPage.Exported)] = exports.Draw(entry, http.Request),
                [nameof(RecordPage.OtherEditions)] = catalog.OtherEditions(new ClusterId(id)),
                [nameof(RecordPage.Near)] = members.Places.Find(http.Request.Query["near"]),
                [nameof(RecordPage.Statuses)] = await statuses.FindAsync(entry, isLive, http.RequestAborted),
                [nameof(RecordPage.IsLive)] = isLive,
            });
        }

        return await moved.FindAsync(http, id) is { } living ? living : NotFound(http);
    }

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

    public static DrawnPage NotFound(HttpContext http) =>
        Message(http, StatusCodes.Status404NotFound, "error.not-found", "error.not-found.advice");

    /// <summary>There is nothing here, or nothing that takes the request's method.</summary>
    private static DrawnPage Refuse(HttpContext http)
    {
        return ReadingMethods.TellOthers(http) is null ? NotFound(http) : Message(http, StatusCodes.Status405MethodNotAllowed, "error.method", "error.method.advice");
    }

    /// <summary>A page in place of one that was asked for in a way that cannot be answered, with the reason.</summary>
    public static DrawnPage Refusal(HttpContext http, string titleKey, string adviceKey, InvalidSearchException invalid) =>
        Message(http, StatusCodes.Status400BadRequest, titleKey, adviceKey, FaultWords.Of(invalid, PageTexts.For(http.Request)));

    public static DrawnPage Message(HttpContext http, int status, string titleKey, string adviceKey, string? detail = null)
    {
        var result = Draw<MessagePage>(http, new()
        {
            [nameof(MessagePage.TitleKey)] = titleKey, [nameof(MessagePage.AdviceKey)] = adviceKey, [nameof(MessagePage.Detail)] = detail,
        });
        result.StatusCode = status;
        return result;
    }

    public static DrawnPage Draw<TPage>(HttpContext http, Dictionary<string, object?>? parameters = null)
    {
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        parameters ??= [];
        parameters[nameof(SitePage.Context)] = PageContext.For(http);
        return new DrawnPage(typeof(TPage), parameters);
    }
}
