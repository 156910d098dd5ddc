namespace UnionCatalog.Server;

/// <summary>Where the reader found this service: what permanent addresses begin with.</summary>
internal static class SiteAddress
{
    /// <summary>
    /// The scheme and host of the request, ending in a slash. A web server in front passes on the scheme (X-Forwarded-Proto) and the
    /// host; a host that makes no address is taken for this machine.
    /// </summary>
    public static Uri Of(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : new Uri("http://localhost/");
}
