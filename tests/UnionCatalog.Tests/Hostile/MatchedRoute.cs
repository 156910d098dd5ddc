using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace UnionCatalog.Tests.Hostile;

/// <summary>The service's own table of what it answers, and which entry of it an answer came from.</summary>
internal static class MatchedRoute
{
    /// <summary>The header in which an answer names its route.</summary>
    public const string Header = "Matched-Route";

    /// <summary>Has every answer name its route.</summary>
    public static void Tell(WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(
            state =>
            {
                var context = (HttpContext)state;
                context.Response.Headers[Header] = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                return Task.CompletedTask;
            },
            http);
        return next(http);
    });

    /// <summary>Every route that answers GET, as the service was built with it.</summary>
    public static IReadOnlyCollection<string> Readable(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains(HttpMethods.Get))
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Distinct(),
    ];
}
