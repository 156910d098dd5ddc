using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.FullText;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Server.Api;

/// <summary>A search of the union, for programs.</summary>
internal static class SearchEndpoint
{
    private const string Path = "/api/search";

    public static void MapSearch(this RouteGroupBuilder api) => api.MapGet("/search", Search)
        .TakesTurns()
        .WithName("search")
        .WithSummary("Search the union")
        .WithDescription(
            "Finds editions; each comes with the holdings of every library that has it. \"next\", and the header Link, is the address of what comes behind: "
            + "following it gives every edition that was found, however many there are.")
        .Takes(SearchParameters.All)
        .ProducesValidationProblem()
        .TaggedByCatalog();

    private static Ok<ApiSearchResult> Search(HttpContext http, CatalogSearch catalog, MemberDirectory members, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        var request = SearchParameters.Read(query) with { After = SearchParameters.Text(query, "cursor") is { Length: > 0 } cursor ? cursor : null };
        if (request.After is not null && SearchParameters.Number(query, "page") is not null)
        {
            throw new InvalidSearchException("page", "page: a cursor takes the place of a page.");
        }

        var result = catalog.Search(request, cancellation);
        var next = result.Next is { } on ? AddressOf(request, on) : null;
        NextLink.Tell(http, next);
        if (result.IsPartial)
        {
            AnswerTags.KeepNone(http);
        }

        return TypedResults.Ok(new ApiSearchResult(
            result.Total,
            request.After is null ? request.Page : null,
            request.Size,
            next,
            result.Widening,
            result.DidYouMean,
            result.IsPartial,
            [.. result.Entries.Select(entry => ApiRecord.From(entry, members))],
            result.Facets.ToDictionary(facet => SearchParameters.NameOf(facet.Key), facet => Values(facet.Key, facet.Value, members))));
    }

    private static string AddressOf(SearchRequest request, string cursor)
    {
        var query = SearchAddress.Of(request with { Page = 1, After = null });
        return $"{Path}{query}{(query.Length == 0 ? '?' : '&')}cursor={cursor}";
    }

    private static IReadOnlyList<ApiFacetValue> Values(SearchFacet facet, IReadOnlyList<FacetCount> counts, MemberDirectory members) =>
        [.. counts.Select(count => new ApiFacetValue(
            count.Value,
            facet == SearchFacet.Library ? members.Find(new SourceId(count.Value))?.Name : null,
            count.Count))];
}
