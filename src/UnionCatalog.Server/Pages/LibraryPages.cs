using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Reports;
using UnionCatalog.Search;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Pages;

/// <summary>The libraries: all of them by place, and each on a page of its own.</summary>
internal static class LibraryPages
{
    private const int NewestTitles = 8;

    public static void MapLibraryPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/libraries", PageEndpoints.Reading, ListAsync);
        pages.MapMethods("/libraries/{id}", PageEndpoints.Reading, ShowAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Reporter reporter, CatalogSearch catalog, CancellationToken cancellation) =>
        PageEndpoints.Draw<LibrariesPage>(http, new()
        {
            [nameof(LibrariesPage.Report)] = await reporter.DrawAsync(cancellation), [nameof(LibrariesPage.Duplicates)] = catalog.CountOwnDuplicates(),
        });

    private static async Task<IResult> ShowAsync(string id, HttpContext http, MemberDirectory members, CatalogSearch catalog, IHarvestStore harvests, CancellationToken cancellation)
    {
        if (!SourceId.IsValid(id) || members.Find(new SourceId(id)) is not { } library)
        {
            return PageEndpoints.NotFound(http);
        }

        var newest = catalog.Search(
            new SearchRequest
            {
                Facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Library] = [id] }, Sort = SearchSort.Added, Size = NewestTitles,
            },
            cancellation);
        return PageEndpoints.Draw<LibraryPage>(http, new()
        {
            [nameof(LibraryPage.Library)] = library,
            [nameof(LibraryPage.Profile)] = catalog.Profile(library.Id),
            [nameof(LibraryPage.Newest)] = newest.Entries,
            [nameof(LibraryPage.Duplicates)] = catalog.CountOwnDuplicates().GetValueOrDefault(library.Id),
            [nameof(LibraryPage.Harvested)] = (await harvests.FindLastCompletedAsync(library.Id, cancellation))?.Ended,
        });
    }
}
