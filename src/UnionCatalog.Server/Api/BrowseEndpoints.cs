using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Search.Suggesting;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Server.Api;

/// <summary>Suggestions while typing and the alphabetical lists, for programs and for the search box.</summary>
internal static class BrowseEndpoints
{
    /// <summary>Who types the same again is answered by the browser.</summary>
    private const string AMinute = "public, max-age=60";

    public static void MapBrowsing(this RouteGroupBuilder api)
    {
        api.MapGet("/suggest", Suggest)
            .WithName("suggest")
            .WithSummary("Titles, authors and subjects for what is being typed")
            .WithDescription("At most 10 suggestions, the best known first of each kind, each with the address on this site that it leads to. None for nothing.")
            .Takes(new ApiParameter("q", $"What is typed so far, at most {CatalogSuggester.MaximumLength} characters; its last word may be begun."))
            .ProducesValidationProblem()
            .TaggedByContent()
            .AsLookup();
        api.MapGet("/browse/{index}", Browse)
            .WithName("browse")
            .WithSummary("A page of an alphabetical list")
            .WithDescription("Headings in their order, each with how many editions stand under it and the address of their search. The lists: " + string.Join(", ", Names) + ".")
            .Takes(BrowseParameters.All)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .TaggedByCatalog()
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [Index(), .. (operation.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Query)];
                return Task.CompletedTask;
            });
    }

    private static Ok<ApiSuggestions> Suggest(HttpResponse response, string? q, CatalogSuggester suggester, CancellationToken cancellation)
    {
        var suggestions = suggester.Suggest(q ?? "", cancellation);
        response.Headers.CacheControl = AMinute;
        return TypedResults.Ok(new ApiSuggestions(
            [.. suggestions.Select(suggestion => (suggestion, Address: HeadingAddress.Of(suggestion))).Where(pair => pair.Address is not null)
                .Select(pair => new ApiSuggestion(pair.suggestion.Kind, pair.suggestion.Text, pair.Address!))]));
    }

    private static Results<Ok<ApiBrowsePage>, ProblemHttpResult> Browse(string index, HttpContext http, CatalogBrowser browser)
    {
        if (BrowseParameters.List(index) is not { } list)
        {
            return TypedResults.Problem($"There is no such list. Known are: {string.Join(", ", Names)}.", statusCode: StatusCodes.Status404NotFound);
        }

        var page = ApiBrowsePage.From(browser.Browse(BrowseParameters.Read(list, http.Request.Query)));
        NextLink.Tell(http, page.Next, page.Previous);
        return TypedResults.Ok(page);
    }

    private static IEnumerable<string> Names => Enum.GetValues<BrowseList>().Select(SearchParameters.NameOf);

    private static OpenApiParameter Index() => new()
    {
        Name = "index",
        In = ParameterLocation.Path,
        Required = true,
        Description = "The list.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Names.Select(name => JsonValue.Create(name))] },
    };
}
