using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Server.Pages;

/// <summary>The pages on which a reader asks: the results, the search with a box for each question, and how to ask.</summary>
internal static class FindingEndpoints
{
    /// <summary>
    /// The longest query a page answers, in characters as sent: every link of a page of results repeats it, so that without a bound
    /// a long address would make a page of megabytes. The longest text that is searched for fits in, Arabic script as well.
    /// </summary>
    public const int MaximumQueryLength = 8_000;

    public static void MapFinding(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/search", PageEndpoints.Reading, Search).TakesTurns();
        pages.MapMethods("/advanced", PageEndpoints.Reading, Advanced);
        pages.MapMethods("/help", PageEndpoints.Reading, (HttpContext http) => PageEndpoints.Draw<HelpPage>(http));
    }

    /// <summary>Checks how long the address is.</summary>
    /// <exception cref="InvalidSearchException">The query is longer than <see cref="MaximumQueryLength"/>.</exception>
    public static void CheckAddress(HttpRequest request)
    {
        if (request.QueryString.Value?.Length > MaximumQueryLength)
        {
            throw new InvalidSearchException(
                "address", $"The address is longer than {MaximumQueryLength} characters: search for less, or remove filters.", SearchFault.AddressTooLong, MaximumQueryLength);
        }
    }

    private static IResult Search(HttpContext http, CatalogSearch catalog, CancellationToken cancellation) => Answer(http, request =>
        catalog.Search(request, cancellation) is var result && LeadsTo(result) is { } only
            ? TypedResults.LocalRedirect($"/records/{only.Id}")
            : PageEndpoints.Draw<SearchPage>(http, new() { [nameof(SearchPage.Result)] = result }));

    /// <summary>
    /// The edition that has the number which is all that was asked: a list of one would be a page between the reader and the book. Null
    /// where it is another question, or several have the number; who narrows a list is not taken away from it.
    /// </summary>
    private static CatalogEntry? LeadsTo(SearchResult result) =>
        result is { Number: not null, Widening: SearchWidening.None, Total: 1, Entries: [var only], IsPartial: false }
        && result.Request is { Fields.Count: 0, Facets.Count: 0, YearFrom: null, YearTo: null, AddedFrom: null }
            ? only
            : null;

    private static IResult Advanced(HttpContext http, CatalogSearch catalog, CancellationToken cancellation) => Answer(http, request =>
        PageEndpoints.Draw<AdvancedPage>(http, new()
        {
            [nameof(AdvancedPage.Request)] = request, [nameof(AdvancedPage.Everything)] = catalog.Search(new SearchRequest { Size = 1 }, cancellation),
        }));

    private static IResult Answer(HttpContext http, Func<SearchRequest, IResult> answer)
    {
        try
        {
            CheckAddress(http.Request);
            return answer(SearchParameters.Read(http.Request.Query));
        }
        catch (InvalidSearchException invalid)
        {
            return HasBox(invalid.Fault) ? AskAgain(http, invalid) : PageEndpoints.Refusal(http, "search.invalid", "search.invalid.advice", invalid);
        }
    }

    /// <summary>Whether it is mended on the page with a box for each question.</summary>
    private static bool HasBox(SearchFault fault) => fault is SearchFault.YearsTurned or SearchFault.TooLong or SearchFault.TooManyWords;

    /// <summary>Nothing is typed twice: that page with all that was asked, and what is wrong with it.</summary>
    private static DrawnPage AskAgain(HttpContext http, InvalidSearchException invalid)
    {
        var page = PageEndpoints.Draw<AdvancedPage>(http, new()
        {
            [nameof(AdvancedPage.Request)] = SearchParameters.Read(http.Request.Query),
            [nameof(AdvancedPage.Everything)] = http.RequestServices.GetRequiredService<CatalogSearch>().Search(new SearchRequest { Size = 1 }, http.RequestAborted),
            [nameof(AdvancedPage.Fault)] = FaultWords.Of(invalid, PageTexts.For(http.Request)),
        });
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}
