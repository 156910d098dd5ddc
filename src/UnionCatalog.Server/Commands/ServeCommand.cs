using UnionCatalog.Members;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Server.Jobs;

namespace UnionCatalog.Server.Commands;

/// <summary>The service itself: harvests every member at its hour, serves the page and the API until it is stopped.</summary>
internal static partial class ServeCommand
{
    public static async Task<int> RunAsync(ServiceSettings settings, CancellationToken cancellation)
    {
        if (Configurations.Read(settings.Configurations) is not { } reading)
        {
            return ExitCode.WrongConfiguration;
        }

        var members = new MemberDirectory(reading.Members);
        await using var data = await DataFolder.OpenAsync(settings.Data, TimeProvider.System, cancellation, settings.Engine);
        var builder = ServiceHost.CreateBuilder(settings, data, members).AddNights(settings, reading.Fingerprint);
        await using var app = ServiceHost.Build(builder);
        await app.StartAsync(cancellation);

        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("UnionCatalog");
        LogServing(log, settings.Address, Count.Of(members.All.Count, "member library", "member libraries"), settings.Data, data.Store.Engine);
        // Made now, not when it is first asked for: whoever starts the service is told where it is.
        app.Services.GetRequiredService<CoordinatorKey>();
        LogKey(log, Path.Combine(settings.Data, CoordinatorKey.FileName));
        if (members.All.Count == 0)
        {
            LogNoMembers(log, settings.Configurations);
        }

        if (data.DiscardedIndex is { } reason)
        {
            LogDiscardedIndex(log, reason);
        }

        await app.WaitForShutdownAsync(cancellation);
        await RethrowAsync(app.Services.GetServices<IHostedService>().OfType<BackgroundService>());
        return ExitCode.Success;
    }

    /// <summary>A part that broke has stopped the service, and whoever started it must hear so.</summary>
    private static Task RethrowAsync(IEnumerable<BackgroundService> parts) =>
        Task.WhenAll(parts.Select(part => part.ExecuteTask).OfType<Task>().Where(task => task.IsFaulted));

    [LoggerMessage(LogLevel.Information, "Serving {Address} for {Members}; data in {Data}; {Engine}")]
    private static partial void LogServing(ILogger log, string address, string members, string data, string engine);

    [LoggerMessage(LogLevel.Information, "The night's reports are at /reports, for whoever has the coordinator's key; it is in {File}")]
    private static partial void LogKey(ILogger log, string file);

    [LoggerMessage(LogLevel.Warning, "No member library yet. Copy a file from the examples folder into {Folder} and fill it in: it is picked up without a restart")]
    private static partial void LogNoMembers(ILogger log, string folder);

    [LoggerMessage(LogLevel.Warning, "The index is being built again from the store, because the old one could not be used: {Reason}")]
    private static partial void LogDiscardedIndex(ILogger log, string reason);
}
