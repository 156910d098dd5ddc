using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
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
        if (IsKnown(tag, http.Request))
        {
            return Unchanged(tag, http.Response);
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

    /// <summary>Tags answers that only another program would give otherwise, and another address: one that is written before it comes here.</summary>
    public static IEndpointConventionBuilder TaggedByProgram(this IEndpointConventionBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var text = $"{typeof(AnswerTags).Module.ModuleVersionId} {Environment.Version} {UriHelper.GetDisplayUrl(request)}";
        var tag = new EntityTagHeaderValue($"\"{XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text)):x16}\"", isWeak: true);
        if (IsKnown(tag, request))
        {
            return Unchanged(tag, response);
        }

        response.OnStarting(() =>
        {
            response.Headers.ETag = response.StatusCode == StatusCodes.Status200OK ? tag.ToString() : response.Headers.ETag;
            return Task.CompletedTask;
        });
        return await next(context);
    });

    /// <summary>Says in the API's description that answers are tagged.</summary>
    public static RouteHandlerBuilder TaggedByItself(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status304NotModified);

    private static bool IsKnown(EntityTagHeaderValue tag, HttpRequest request) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));

    private static StatusCodeHttpResult Unchanged(EntityTagHeaderValue tag, HttpResponse response)
    {
        response.Headers.ETag = tag.ToString();
        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static object? Plain(object? answer) => answer is INestedHttpResult { Result: var inner } ? Plain(inner) : answer;
}
