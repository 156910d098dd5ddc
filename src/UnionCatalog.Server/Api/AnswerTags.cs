using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using UnionCatalog.Server.Exports;

namespace UnionCatalog.Server.Api;

/// <summary>
/// Gives answers a tag by which a client asks whether they have changed (RFC 9110, section 8.8.3). All are weak: an answer may travel
/// compressed.
/// </summary>
internal static class AnswerTags
{
    private const string Unkept = "no-store";

    /// <summary>Says that an answer is not whole: nobody is to keep it, and it gets no tag.</summary>
    public static void KeepNone(HttpContext http) => http.Response.Headers.CacheControl = Unkept;

    /// <summary>Tags answers by what they are made of, the catalogue and the request: that nothing has changed is told without searching.</summary>
    public static RouteHandlerBuilder TaggedByCatalog(this RouteHandlerBuilder endpoint) => endpoint.TaggedByItself().AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var tag = http.RequestServices.GetRequiredService<CatalogState>().TagOf(http.Request);
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.Headers.ETag = tag.ToString();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var answer = await next(context);
        if (Plain(answer) is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } && http.Response.Headers.CacheControl != Unkept)
        {
            http.Response.Headers.ETag = tag.ToString();
        }

        return answer;
    });

    /// <summary>Tags answers by what they say.</summary>
    public static RouteHandlerBuilder TaggedByContent(this RouteHandlerBuilder endpoint) => endpoint.TaggedByItself().AddEndpointFilter(async (context, next) =>
    {
        var answer = await next(context);
        if (Plain(answer) is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } good || good is not IValueHttpResult { Value: { } value })
        {
            return answer;
        }

        var json = context.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return ExportAnswer.Bytes(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json), "application/json", fileName: null);
    });

    /// <summary>Says in the API's description that answers are tagged.</summary>
    public static RouteHandlerBuilder TaggedByItself(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status304NotModified);

    private static object? Plain(object? answer) => answer is INestedHttpResult { Result: var inner } ? Plain(inner) : answer;
}
