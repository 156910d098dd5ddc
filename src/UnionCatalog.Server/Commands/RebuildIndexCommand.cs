using UnionCatalog.Search;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Builds what is derived again from the store.</summary>
internal static class RebuildIndexCommand
{
    public static async Task<int> RunAsync(ServiceSettings settings, bool clusters, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members)
        {
            return ExitCode.WrongConfiguration;
        }

        await using var data = await DataFolder.OpenAsync(settings.Data, TimeProvider.System, cancellation, settings.Engine);
        await using var app = ServiceHost.CreateQuietBuilder(settings, data, members).Build();
        if (clusters)
        {
            await app.Services.GetRequiredService<IClusterStore>().ResetAsync(cancellation);
        }

        using var progress = new PullView();
        await app.Services.GetRequiredService<CatalogUpdater>().RebuildAsync(progress.Matching, progress.Indexing, cancellation);
        Terminal.WriteLine(
            $"The index is built again: {Count.Of(app.Services.GetRequiredService<CatalogSearch>().EntryCount, "edition")}.");
        return ExitCode.Success;
    }
}
