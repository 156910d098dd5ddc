using UnionCatalog.Members;
using UnionCatalog.Reports;
using UnionCatalog.Search;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Harvests now, from the command line.</summary>
internal static class HarvestCommand
{
    public static async Task<int> RunAsync(ServiceSettings settings, string? memberName, bool full, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members
            || Configurations.Choose(members, memberName, settings.Configurations) is not { } chosen)
        {
            return ExitCode.WrongConfiguration;
        }

        if (chosen.Count == 0)
        {
            Terminal.WriteLine($"There is nothing to harvest: {settings.Configurations} has no member's configuration file yet.");
            return ExitCode.Success;
        }

        await using var data = await DataFolder.OpenAsync(settings.Data, TimeProvider.System, cancellation, settings.Engine);
        await using var app = ServiceHost.CreateQuietBuilder(settings, data, members).Build();
        return await HarvestAndReportAsync(app.Services, chosen, full ? HarvestScope.Full : HarvestScope.Incremental, cancellation);
    }

    /// <summary>Harvests, has the catalogue catch up, prints the report.</summary>
    /// <returns>The exit code that says how the harvests went.</returns>
    public static async Task<int> HarvestAndReportAsync(
        IServiceProvider services, IReadOnlyCollection<Member> chosen, HarvestScope scope, CancellationToken cancellation)
    {
        var view = ActivatorUtilities.CreateInstance<HarvestView>(services);
        await view.HarvestAsync(chosen, scope, cancellation);
        await services.GetRequiredService<CatalogUpdater>().CatchUpAsync(null, null, cancellation);

        var report = await services.GetRequiredService<Reporter>().DrawAsync(cancellation);
        ReportView.Print(report with { Members = [.. report.Members.Where(line => chosen.Contains(line.Member))] });
        Terminal.WriteLine(
            $"{Count.Of(report.Members.Sum(line => line.LiveRecords), "record")} in {Count.Of(services.GetRequiredService<CatalogSearch>().EntryCount, "edition")}.");
        return report.Failed.Any(line => chosen.Contains(line.Member)) ? ExitCode.HarvestFailed : ExitCode.Success;
    }
}
