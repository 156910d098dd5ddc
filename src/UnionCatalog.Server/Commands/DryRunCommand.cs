using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.Archive;
using UnionCatalog.Harvesting.DryRuns;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Shows what a harvest or a replay would change; also while the service is running on the same folder.</summary>
internal static class DryRunCommand
{
    public static Task<int> HarvestAsync(ServiceSettings settings, string? memberName, bool full, CancellationToken cancellation) => RunAsync(
        settings,
        memberName,
        settings.Harvests() with { PagesFolder = null, LeavesFiles = true },
        async (services, members) =>
        {
            var view = ActivatorUtilities.CreateInstance<HarvestView>(services);
            await view.HarvestAsync(members, full ? HarvestScope.Full : HarvestScope.Incremental, cancellation);
            return true;
        },
        cancellation);

    public static Task<int> ReplayAsync(ServiceSettings settings, string memberName, DateOnly? from, CancellationToken cancellation) => RunAsync(
        settings,
        memberName,
        settings.Harvests(),
        async (services, members) =>
            await ReplayCommand.ReplayAsync(services.GetRequiredService<Replayer>(), members.Single(), from, cancellation) is not null,
        cancellation);

    private static async Task<int> RunAsync(
        ServiceSettings settings,
        string? memberName,
        HarvestOptions options,
        Func<IServiceProvider, IReadOnlyCollection<Member>, Task<bool>> run,
        CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members
            || Configurations.Choose(members, memberName, settings.Configurations) is not { } chosen)
        {
            return ExitCode.WrongConfiguration;
        }

        using var empty = DataFolder.HasStore(settings.Data) ? null : new EmptyFolder();
        await using var store = await DataFolder.OpenStoreAsync(empty?.Path ?? settings.Data, TimeProvider.System, cancellation);
        var dryRun = new DryRunStore(store.Harvests);
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddFilter(level => settings.Verbose && level >= LogLevel.Information).AddConsole())
            .AddSingleton<IHarvestStore>(dryRun)
            .AddHarvesting(options)
            .BuildServiceProvider();
        var couldRun = await run(services, chosen);
        foreach (var result in dryRun.Results)
        {
            DryRunView.Print(members.Find(result.Source)!, result);
        }

        return couldRun && dryRun.Results.All(result => result.Failure is null) ? ExitCode.Success : ExitCode.HarvestFailed;
    }

    /// <summary>Where nothing was ever harvested there is no store to compare with, and a dry run makes none.</summary>
    private sealed class EmptyFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("union-catalog-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
