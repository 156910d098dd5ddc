using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace UnionCatalog.Server;

/// <summary>The methods that addresses take, where that is more than each says of itself.</summary>
internal static class ReadingMethods
{
    /// <summary>HEAD is GET without the body (RFC 9110, section 9.3.2): whatever answers the one answers the other.</summary>
    public static TBuilder AnswersHead<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods is [var only] && HttpMethods.IsGet(only))
            {
                endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            }
        });
        return endpoints;
    }

    /// <summary>
    /// Tells which methods a request's address takes, in the header Allow (RFC 9110, section 10.2.1), where it does not take the one that it was
    /// asked by. Routing itself does not tell: what answers for addresses that there are not answers every method.
    /// </summary>
    /// <returns>The header; null where the address takes no method, or that one.</returns>
    public static string? TellOthers(HttpContext http)
    {
        var endpoints = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        var methods = endpoints.Select(endpoint => (endpoint.RoutePattern, endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods))
            .Where(one => one.HttpMethods is { Count: > 0 } && IsOf(one.RoutePattern, http))
            .SelectMany(one => one.HttpMethods!).Distinct().Order(StringComparer.Ordinal).ToList();
        if (methods.Count == 0 || methods.Contains(http.Request.Method))
        {
            return null;
        }

        var allowed = string.Join(", ", methods);
        http.Response.Headers.Allow = allowed;
        return allowed;
    }

    private static bool IsOf(RoutePattern pattern, HttpContext http)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(pattern), []).TryMatch(http.Request.Path, values)
            && pattern.ParameterPolicies.All(policies => policies.Value.All(policy => Allows(pattern.GetParameter(policies.Key)!, policy, values, http)));
    }

    private static bool Allows(RoutePatternParameterPart parameter, RoutePatternParameterPolicyReference policy, RouteValueDictionary values, HttpContext http) =>
        http.RequestServices.GetRequiredService<ParameterPolicyFactory>().Create(parameter, policy) is not IRouteConstraint constraint
        || constraint.Match(http, route: null, parameter.Name, values, RouteDirection.IncomingRequest);
}
