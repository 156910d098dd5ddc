using UnionCatalog.Members;

namespace UnionCatalog.Server.Jobs;

/// <summary>Has the members follow the folder of their configuration files for as long as the service runs.</summary>
internal sealed class ConfigurationWatch(ConfigurationWatcher watcher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => watcher.RunAsync(stoppingToken);
}
