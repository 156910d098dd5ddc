using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Search.KnownItems;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Limits;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Widget;

/// <summary>What other libraries' catalogues put into their pages, and the page where they fetch it.</summary>
internal static class WidgetEndpoints
{
    /// <summary>Editions looked through for one that has an ISBN, for the preview.</summary>
    private const int Examples = 20;

    public static IServiceCollection AddWidget(this IServiceCollection services) => services.AddSingleton<MemberAddresses>();

    public static void MapWidget(this IEndpointRouteBuilder pages)
    {
        foreach (var address in WidgetScript.Addresses)
        {
            pages.MapMethods(address, PageEndpoints.Reading, WidgetScript.Serve).Unlimited();
        }

        pages.MapMethods("/widget", PageEndpoints.Reading, Show);
        pages.MapMethods(FindEndpoint.Path, PageEndpoints.Reading, FindEndpoint.Find);
    }

    private static DrawnPage Show(HttpContext http, MemberDirectory members, CatalogSearch catalog, PublicAddress site)
    {
        var query = http.Request.Query;
        var system = Enum.GetValues<OpacSystem>().FirstOrDefault(system => SearchParameters.NameOf(system) == query["system"]);
        var library = SourceId.IsValid(query["library"].ToString()) ? members.Find(new SourceId(query["library"].ToString())) : null;
        var isbn = KnownItem.ReadNumbers(query["isbn"].ToString()) is [var first, ..] ? first : FindExample(catalog);
        return PageEndpoints.Draw<WidgetPage>(http, new()
        {
            [nameof(WidgetPage.System)] = system,
            [nameof(WidgetPage.Library)] = library,
            [nameof(WidgetPage.Isbn)] = isbn,
            [nameof(WidgetPage.Lines)] = new WidgetLines(system, site.Of(http.Request), library, null),
        });
    }

    /// <summary>A book that many libraries have; empty while there is none.</summary>
    private static string FindExample(CatalogSearch catalog) =>
        catalog.Search(new SearchRequest { Sort = SearchSort.MostHeld, Size = Examples }).Entries
            .SelectMany(entry => entry.Description.Identifiers)
            .FirstOrDefault(identifier => identifier is { Kind: IdentifierKind.Isbn, IsValid: true })?.Value ?? "";
}
