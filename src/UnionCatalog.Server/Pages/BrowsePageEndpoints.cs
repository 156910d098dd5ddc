using System.Globalization;
using UnionCatalog.Search;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Server.Pages;

/// <summary>The alphabetical lists: all of them by their letters, and each to be gone through.</summary>
internal static class BrowsePageEndpoints
{
    /// <summary>Headings before the place asked for, so that one sees where one stands.</summary>
    private const int Neighbours = 2;

    public static void MapBrowsePages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/browse", PageEndpoints.Reading, (HttpContext http, CatalogBrowser browser) =>
            PageEndpoints.Draw<BrowseListsPage>(http, new()
            {
                [nameof(BrowseListsPage.Letters)] = Enum.GetValues<BrowseList>().ToDictionary(list => list, browser.Letters),
            }));
        pages.MapMethods("/browse/{index}", PageEndpoints.Reading, Browse);
    }

    private static DrawnPage Browse(string index, HttpContext http, CatalogBrowser browser)
    {
        if (BrowseParameters.List(index) is not { } list)
        {
            return PageEndpoints.NotFound(http);
        }

        try
        {
            var request = BrowseParameters.Read(list, http.Request.Query);
            var page = browser.Browse(IsLetter(request.From) ? request : request with { Neighbours = Math.Min(Neighbours, Math.Max(request.Size - 1, 0)) });
            return PageEndpoints.Draw<BrowseListPage>(http, new() { [nameof(BrowseListPage.Part)] = page, [nameof(BrowseListPage.Letters)] = browser.Letters(list) });
        }
        catch (InvalidSearchException invalid)
        {
            return PageEndpoints.Refusal(http, "browse.invalid", "browse.invalid.advice", invalid);
        }
    }

    /// <summary>Whoever asks for a letter asks for no heading.</summary>
    private static bool IsLetter(string from) => new StringInfo(from).LengthInTextElements == 1;
}
