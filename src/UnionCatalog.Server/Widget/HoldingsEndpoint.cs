using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using UnionCatalog.Members;
using UnionCatalog.Search.KnownItems;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Server.Widget;

/// <summary>What the widget asks: who else has this book. Small, kept for minutes by browsers and by what stands between.</summary>
internal static class HoldingsEndpoint
{
    private const string FiveMinutes = "public, max-age=300";

    public static void MapHoldings(this RouteGroupBuilder api) => api.MapGet("/holdings", Answer)
        .WithName("holdings")
        .WithSummary("Which libraries have a book")
        .WithDescription(
            "Told by ISBN or ISSN, or by title and author, where it is sure to be the same book; where it is not, the list is empty. "
            + "Scripts of any site may read it, without credentials.")
        .Produces<ApiHoldingsElsewhere>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesValidationProblem()
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. HoldingsParameters.All.Select(Describe)];
            return Task.CompletedTask;
        });

    private static IResult Answer(HttpContext http, KnownItemSearch catalog, MemberDirectory members, MemberAddresses addresses, IOptions<JsonOptions> json)
    {
        WidgetScript.Compress(http);
        var faults = new Dictionary<string, string[]>();
        var (item, except) = HoldingsParameters.Read(http.Request.Query, faults);
        if (faults.Count > 0)
        {
            return MatchingEndpoints.Refuse(faults);
        }

        var answer = new HoldingsElsewhere(members, except.Length == 0 ? null : addresses.Find(except)).Draw(catalog.Find(item));
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions);
        http.Response.Headers.CacheControl = FiveMinutes;
        return TypedResults.Bytes(body, "application/json; charset=utf-8", entityTag: WidgetScript.Tag(body));
    }

    private static OpenApiParameter Describe((string Name, string Description, bool Repeats) parameter)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Schema = parameter.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = text } : text,
        };
    }
}
