using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Api;

/// <summary>
/// Addresses of editions are permanent: one that was united with another leads there as long as they are one (RFC 9110, section 15.4.2),
/// whichever page, form or search it was asked for with.
/// </summary>
internal sealed class MovedEditions(IClusterStore clusters)
{
    private const int NameLength = 12;

    /// <summary>When the united are parted again their addresses are revived: no browser may remember for good where they led.</summary>
    private const string AnHour = "max-age=3600";

    /// <summary>Where the asked address lives now; null when the edition it names was not united with another.</summary>
    /// <param name="http">The request, for an edition that there is no more.</param>
    /// <param name="id">The name in it.</param>
    public async Task<RedirectHttpResult?> FindAsync(HttpContext http, string id)
    {
        if (await FindLivingAsync(id, http.RequestAborted) is not { } living)
        {
            return null;
        }

        var path = string.Join('/', http.Request.Path.ToUriComponent().Split('/').Select(part => part == id ? living.Value : part));
        return Redirect(http, path + http.Request.QueryString.ToUriComponent());
    }

    /// <summary>The edition that the named one was united with; null when it was not.</summary>
    public async Task<ClusterId?> FindLivingAsync(string id, CancellationToken cancellation) =>
        IsName(id) ? await clusters.FindRedirectAsync(new ClusterId(id), cancellation) : null;

    /// <summary>Whether an edition could have this name.</summary>
    public static bool IsName(string id) => id.Length == NameLength && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>Leads to where the edition lives now.</summary>
    public static RedirectHttpResult Redirect(HttpContext http, string address)
    {
        http.Response.Headers.CacheControl = AnHour;
        return TypedResults.LocalRedirect(address, permanent: true);
    }
}
