using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using UnionCatalog.Server.Availability;
using UnionCatalog.Server.Limits;
using UnionCatalog.Server.Widget;

namespace UnionCatalog.Server.Api;

/// <summary>The JSON API: translates addresses into searches and results into JSON, nothing else.</summary>
internal static class ApiEndpoints
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<MovedEditions>()
        .AddSingleton<CatalogState>()
        .AddSingleton<DuplicateLister>()
        .AddProblemDetails()
        .AddOpenApi(options => options.AddOperationTransformer(HeaderDescription.AddAsync).AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "UnionCatalog";
            document.Info.Description = "One search over the catalogues of many libraries. /api/docs shows each address with an example.";
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
        app.MapOpenApi().AsSearch();
        var api = app.MapGroup("/api").WithTags("Catalogue").RefusesWhatItDoesNotTake().AsSearch().ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapSearch();
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
        api.MapFallback("{*path}", () => TypedResults.Problem("There is nothing at this address. The API is told of at /api/docs and described at /openapi/v1.json.", statusCode: StatusCodes.Status404NotFound))
            .ExcludeFromDescription();
    }
}
