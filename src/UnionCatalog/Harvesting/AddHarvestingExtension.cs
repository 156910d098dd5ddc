using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting.Archive;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Harvesting.Slims;
using UnionCatalog.Harvesting.Sru;
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
        services.AddSingleton<MemberPipelines>().AddSingleton<HarvestTelemetry>().AddSingleton<RequestPacer>().AddSingleton<PageArchive>();
        services.AddHttpClient<PageFetcher>(http => Introduce(http, options))
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // connections, not handlers, are renewed: see CreateHandler
            .RemoveAllLoggers(); // Harvester and MemberPipelines log with the member's name
        services.AddSingleton<OaiClient>().AddSingleton<SruClient>();
        services.AddSingleton(provider => new Harvester(
            new SourceWalks(provider.GetRequiredService<OaiClient>(), provider.GetRequiredService<SruClient>(), options, provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<IHarvestStore>(),
            provider.GetRequiredService<RequestPacer>(),
            provider.GetRequiredService<PageArchive>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<HarvestTelemetry>(),
            provider.GetRequiredService<ILogger<Harvester>>()));
        services.AddSingleton(provider => new SlimsReceiver(
            provider.GetRequiredService<IHarvestStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<HarvestTelemetry>(),
            provider.GetRequiredService<ILogger<SlimsReceiver>>()));
        services.AddSingleton(provider => new Replayer(
            provider.GetRequiredService<PageArchive>(),
            options,
            provider.GetRequiredService<IHarvestStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<HarvestTelemetry>(),
            provider.GetRequiredService<ILogger<Replayer>>()));
        return services;
    }

    private static void Introduce(HttpClient http, HarvestOptions options)
    {
        Introduction.Write(http.DefaultRequestHeaders, options.Contact);
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/xml"));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/xml"));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.1));
        http.Timeout = Timeout.InfiniteTimeSpan; // PageFetcher limits each request by the member's own time-out
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        AllowAutoRedirect = false, // PageFetcher follows them, and looks where they lead
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a member's new address is noticed
        UseCookies = false,
    };
}
