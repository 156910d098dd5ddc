using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
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
        .AddOpenApi(Describe)
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
        app.MapOpenApi().AsSearch().AnswersHead().TaggedByProgram();
        var api = app.MapGroup("/api").WithTags("Catalogue").RefusesWhatItDoesNotTake().AsSearch().ProducesProblem(StatusCodes.Status429TooManyRequests).AnswersHead();
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
        api.MapFallback("{*path}", Refuse).ExcludeFromDescription();
    }

    private static ProblemHttpResult Refuse(HttpContext http)
    {
        return ReadingMethods.TellOthers(http) is { } methods
            ? TypedResults.Problem($"This address does not take {http.Request.Method}. It takes {methods}.", statusCode: StatusCodes.Status405MethodNotAllowed)
            : TypedResults.Problem("There is nothing at this address. The API is told of at /api/docs and described at /openapi/v1.json.", statusCode: StatusCodes.Status404NotFound);
    }

    /// <summary>What answers HEAD is described once, as what answers GET.</summary>
    private static void Describe(OpenApiOptions options)
    {
        var isOfDocument = options.ShouldInclude;
        options.ShouldInclude = door => door.HttpMethod != HttpMethods.Head && isOfDocument(door);
        options.AddOperationTransformer(HeaderDescription.AddAsync).AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "UnionCatalog";
            document.Info.Description = "One search over the catalogues of many libraries. /api/docs shows each address with an example.";
            return Task.CompletedTask;
        });
    }
}
