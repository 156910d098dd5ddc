namespace UnionCatalog.Server.Api;

/// <summary>Tells in the header Link where an answer goes on (RFC 8288).</summary>
internal static class NextLink
{
    /// <summary>Tells what comes behind, and what comes before; null: nothing does.</summary>
    public static void Tell(HttpContext http, string? next, string? previous = null)
    {
        foreach (var (address, relation) in new[] { (next, "next"), (previous, "prev") })
        {
            if (address is not null)
            {
                http.Response.Headers.Append("Link", $"<{address}>; rel=\"{relation}\"");
            }
        }
    }
}
