using System.Globalization;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Limits;

/// <summary>What a client is told that asks too much: a program as problem details, a reader in words.</summary>
internal static class TooManyRequests
{
    /// <summary>The registered type of such a problem (draft-ietf-httpapi-ratelimit-headers-11, section 5.1).</summary>
    private const string Type = "https://iana.org/assignments/http-problem-types#quota-exceeded";

    public static Task AnswerAsync(HttpContext http, ClientLimiter limiter)
    {
        var quota = limiter.QuotaOf(http)!.Value;
        var seconds = (int)Math.Ceiling(quota.Period);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        var isForProgram = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        // The API's language is English, unless another is asked for.
        var texts = isForProgram ? PageTexts.AskedFor(http.Request) ?? PageTexts.In("en") : PageTexts.For(http.Request);
        IResult answer = isForProgram
            ? TypedResults.Problem(
                texts.Format("limit.detail", quota.Requests, seconds),
                statusCode: StatusCodes.Status429TooManyRequests,
                title: texts["limit.title"],
                type: Type,
                extensions: new Dictionary<string, object?> { ["violated-policies"] = new[] { quota.Policy } })
            : PageEndpoints.Message(http, StatusCodes.Status429TooManyRequests, "limit.title", "limit.advice");
        return answer.ExecuteAsync(http);
    }
}
