using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionCatalog.Members;

namespace UnionCatalog.Availability;

/// <summary>Puts the asking for what is in at the service of the host.</summary>
public static class AvailabilityRegistration
{
    private const string Client = "availability";

    /// <summary>Registers <see cref="LiveStatus"/>; a <see cref="MemberDirectory"/> has to be registered beside it.</summary>
    public static IServiceCollection AddAvailability(this IServiceCollection services, AvailabilityOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(Client, http => Introduce(http, options))
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // connections, not handlers, are renewed: see CreateHandler
            .RemoveAllLoggers();
        return services.AddSingleton(provider => new LiveStatus(
            provider.GetRequiredService<MemberDirectory>(),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Client),
            options,
            provider.GetRequiredService<TimeProvider>()));
    }

    internal static void Introduce(HttpClient http, AvailabilityOptions options)
    {
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json, application/xml, text/html;q=0.9, */*;q=0.1");
        http.Timeout = Timeout.InfiniteTimeSpan; // LiveStatus limits each request
    }

    internal static SocketsHttpHandler CreateHandler() => new()
    {
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        AllowAutoRedirect = false, // StatusFetcher follows them, and looks where they lead
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a library's new address is noticed
        UseCookies = false,
    };
}
