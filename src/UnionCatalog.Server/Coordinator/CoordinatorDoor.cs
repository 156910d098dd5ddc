using System.Globalization;
using UnionCatalog.Server.Commands;
using UnionCatalog.Server.Operation;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Coordinator;

/// <summary>Puts what only the coordinator may see or do behind the gate.</summary>
internal static class CoordinatorDoor
{
    /// <summary>Where the key is asked for.</summary>
    public const string Path = "/coordinator";

    /// <summary>Who decided, where the coordinator gives no name.</summary>
    public const string Name = "coordinator";

    /// <summary>Registers the gate. The key is made when it is first asked for.</summary>
    public static IServiceCollection AddCoordinator(this IServiceCollection services, ServiceSettings settings) => services
        .AddSingleton(_ => CoordinatorKey.Open(settings.Data))
        .AddSingleton<CoordinatorGate>();

    /// <summary>Opens these endpoints to the coordinator alone: a program is told so, a reader is asked for the key.</summary>
    public static TBuilder ForCoordinator<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.HoldsSecrets().AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            // What only one may see is kept by no cache between, and by no browser after they left.
            http.Response.Headers.CacheControl = "no-store";
            var answer = http.RequestServices.GetRequiredService<CoordinatorGate>().Ask(http);
            return answer is CoordinatorAnswer.Open ? await next(context) : TurnAway(http, answer);
        });

    private static IResult TurnAway(HttpContext http, CoordinatorAnswer answer)
    {
        if (answer is CoordinatorAnswer.Closed { Wait: var wait })
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return TypedResults.Problem("Too many wrong keys came from this address. Wait as long as Retry-After says.", statusCode: StatusCodes.Status429TooManyRequests);
        }

        if (IsReader(http))
        {
            return TypedResults.LocalRedirect($"{Path}?back={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(
            $"Only the coordinator may do this. Send the key that is in {CoordinatorKey.FileName} in the data folder as \"Authorization: Bearer KEY\".",
            statusCode: StatusCodes.Status401Unauthorized);
    }

    private static bool IsReader(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && http.Request.Headers.Authorization.Count == 0
        && !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
