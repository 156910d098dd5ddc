using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Harvesting.Slims;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>Registers the harvesting room.</summary>
public static class AddHarvestingExtension
{
    /// <summary>
    /// Registers <see cref="Harvester"/>, <see cref="SlimsReceiver"/> and what they need. An <see cref="IHarvestStore"/> has to be registered beside it;
    /// <see cref="TimeProvider"/> is the system's clock unless another is registered.
    /// </summary>
    public static IServiceCollection AddHarvesting(this IServiceCollection services, HarvestOptions options)
    {
        services.AddLogging().AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<MemberPipelines>().AddSingleton<HarvestTelemetry>();
        services.AddHttpClient<PageFetcher>(http => Introduce(http, options))
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // connections, not handlers, are renewed: see CreateHandler
            .RemoveAllLoggers(); // Harvester and MemberPipelines log with the member's name
        services.AddSingleton<OaiClient>();
        services.AddSingleton(provider => new Harvester(
            new SourceWalks(provider.GetRequiredService<OaiClient>(), options, provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<IHarvestStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<HarvestTelemetry>(),
            provider.GetRequiredService<ILogger<Harvester>>()));
        services.AddSingleton(provider => new SlimsReceiver(
            provider.GetRequiredService<IHarvestStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<HarvestTelemetry>(),
            provider.GetRequiredService<ILogger<SlimsReceiver>>()));
        return services;
    }

    private static void Introduce(HttpClient http, HarvestOptions options)
    {
        var version = typeof(Harvester).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
        var contact = options.Contact is null ? "" : $" (+{options.Contact})";
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"UnionCatalog/{version}{contact}");
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/xml"));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/xml"));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.1));
        http.Timeout = Timeout.InfiniteTimeSpan; // MemberPipelines limits each try by the member's own time-out
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        AllowAutoRedirect = false, // PageFetcher follows them, and looks where they lead
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a member's new address is noticed
        UseCookies = false,
    };
}
