namespace UnionCatalog.Server.Widget;

/// <summary>
/// What the pages of other sites may use: the widget's file, and the answers that it asks for. Everything else here is for our own
/// pages, and browsers keep it from others' (Fetch standard, cross-origin resource policy and CORS).
/// </summary>
internal static class OpenDoors
{
    /// <summary>The one address that a script of another site may read.</summary>
    public const string Holdings = "/api/holdings";

    /// <summary>Tells browsers, whatever the answer is: one that they may not read they complain of aloud.</summary>
    public static void Tell(HttpRequest request, IHeaderDictionary headers)
    {
        var isHoldings = request.Path.Equals(Holdings, StringComparison.OrdinalIgnoreCase);
        var isScript = WidgetScript.Addresses.Contains(request.Path.Value, StringComparer.OrdinalIgnoreCase);
        headers["Cross-Origin-Resource-Policy"] = isHoldings || isScript ? "cross-origin" : "same-origin";
        if (isHoldings && IsReading(request))
        {
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "RateLimit, RateLimit-Policy, Retry-After";
        }
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
