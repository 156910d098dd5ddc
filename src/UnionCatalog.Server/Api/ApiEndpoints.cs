using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using UnionCatalog.Members;
using UnionCatalog.Search;
using UnionCatalog.Server.Availability;
using UnionCatalog.Server.Widget;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>The JSON API: translates addresses into searches and results into JSON, nothing else.</summary>
internal static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<MovedEditions>()
        .AddSingleton<DuplicateLister>()
        .AddProblemDetails()
        .AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "UnionCatalog";
            document.Info.Description = "One search over the catalogues of many libraries.";
            return Task.CompletedTask;
        }))
        .ConfigureHttpJsonOptions(options =>
        {
            // Arabic and Javanese script stay letters; what HTML could mistake is still written as \u003C.
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            // Numbers are numbers: the web's default would have the description offer them as text as well.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi();
        var api = app.MapGroup("/api").WithTags("Catalogue");
        api.MapGet("/search", Search)
            .WithName("search")
            .WithSummary("Search the union")
            .WithDescription("Finds editions; each comes with the holdings of every library that has it.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. SearchParameters.All.Select(Describe)];
                return Task.CompletedTask;
            });
        api.MapRecord();
        api.MapAvailability();
        api.MapBrowsing();
        api.MapLibraries();
        api.MapExplaining();
        api.MapDeciding();
        api.MapDuplicates();
        api.MapHeld();
        api.MapFiles();
        api.MapHoldings();
        api.MapFallback("{*path}", () => TypedResults.Problem("There is nothing at this address. The API is described at /openapi/v1.json.", statusCode: StatusCodes.Status404NotFound))
            .ExcludeFromDescription();
    }

    private static Results<Ok<ApiSearchResult>, ValidationProblem> Search(
        HttpRequest http, CatalogSearch catalog, MemberDirectory members, CancellationToken cancellation)
    {
        try
        {
            if (SearchParameters.Unknown(http.Query).FirstOrDefault() is { } unknown)
            {
                var known = string.Join(", ", SearchParameters.All.Select(parameter => parameter.Name));
                throw new InvalidSearchException(unknown, $"There is no such parameter. Known are: {known}.");
            }

            var result = catalog.Search(SearchParameters.Read(http.Query), cancellation);
            return TypedResults.Ok(new ApiSearchResult(
                result.Total,
                result.Request.Page,
                result.Request.Size,
                [.. result.Entries.Select(entry => ApiRecord.From(entry, members))],
                result.Facets.ToDictionary(facet => SearchParameters.NameOf(facet.Key), facet => Values(facet.Key, facet.Value, members))));
        }
        catch (InvalidSearchException invalid)
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { [invalid.Field] = [invalid.Message] }, detail: invalid.Message, title: "This search cannot be answered as it was asked.");
        }
    }

    private static IReadOnlyList<ApiFacetValue> Values(
        SearchFacet facet, IReadOnlyList<FullText.FacetCount> counts, MemberDirectory members) =>
        [.. counts.Select(count => new ApiFacetValue(
            count.Value,
            facet == SearchFacet.Library ? members.Find(new Records.SourceId(count.Value))?.Name : null,
            count.Count))];

    /// <summary>A parameter of an address as the description has it.</summary>
    public static IOpenApiParameter Describe(SearchParameter parameter)
    {
        var value = new OpenApiSchema
        {
            Type = parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
            Enum = parameter.Choices is { } choices ? [.. choices.Select(choice => JsonValue.Create(choice))] : null,
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Schema = parameter.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
        };
    }
}
