using Microsoft.AspNetCore.ResponseCompression;

namespace UnionCatalog.Server.Operation;

/// <summary>
/// Sends answers compressed to whoever takes them so, by HTTPS as well: what is public holds no secret that its length could tell. An
/// address whose answers hold one says so, and is never compressed (CVE-2013-3587, BREACH).
/// </summary>
internal static class Compression
{
    private static readonly string[] Types =
    [
        .. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/openapi+json", "application/ld+json", "application/atom+xml", "application/rss+xml",
        "application/marc", "application/marcxml+xml", "application/mods+xml", "application/dc+xml", "application/x-bibtex", "application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json", "image/svg+xml",
    ];

    public static IServiceCollection AddCompression(this IServiceCollection services) =>
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, Types));

    /// <summary>Goes behind routing, which knows what an address says of itself.</summary>
    public static void UseCompression(this WebApplication app) => app.UseWhen(
        http => http.GetEndpoint()?.Metadata.GetMetadata<Secret>() is null,
        branch => branch.UseResponseCompression());

    /// <summary>Says that answers hold what only one may see.</summary>
    public static TBuilder HoldsSecrets<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Secret());

    private sealed record Secret;
}
