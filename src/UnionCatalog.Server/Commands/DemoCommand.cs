using UnionCatalog.Members;
using UnionCatalog.Server.Demo;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>The whole road on one machine: six libraries, a harvest over HTTP, the report, and the search page.</summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(ServiceSettings settings, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(DemoNetwork.ConfigurationFolder) is not { } configured)
        {
            return ExitCode.WrongConfiguration;
        }

        settings = settings with { Data = Path.Combine(settings.Data, "demo") };
        await using var data = await DataFolder.OpenAsync(settings.Data, TimeProvider.System, cancellation, settings.Engine);
        await using var network = await DemoNetwork.StartAsync(configured.All, cancellation);
        var members = new MemberDirectory(network.Members);
        await using var app = ServiceHost.Build(ServiceHost.CreateQuietBuilder(settings, data, members));
        await app.StartAsync(cancellation);

        Terminal.WriteLine(Opening(members.All.Count, await data.Store.Harvests.ListLatestRunsAsync(cancellation), settings.Data));
        await HarvestCommand.HarvestAndReportAsync(app.Services, members.All, HarvestScope.Incremental, cancellation);
        Terminal.WriteLine();
        Terminal.WriteLine($"The catalogue is open at {settings.Address} (Ctrl-C stops it).");
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Success;
    }

    private static string Opening(int libraries, IReadOnlyList<HarvestRun> lastRuns, string folder) => lastRuns switch
    {
        [] => $"Harvesting {Count.Of(libraries, "library", "libraries")} for the first time: everything is fetched.",
        _ when lastRuns.Count < libraries || lastRuns.Any(run => run.Status != RunStatus.Completed) =>
            "The last run was cut off: this one goes on where it stopped, and loses nothing and fetches nothing twice.",
        _ => $"These libraries were harvested before: this run is incremental and asks only for what changed since. (Delete the folder {folder} to start over.)",
    };
}
