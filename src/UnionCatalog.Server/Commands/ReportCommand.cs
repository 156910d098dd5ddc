using UnionCatalog.Reports;

namespace UnionCatalog.Server.Commands;

/// <summary>Shows how the last harvests went; also while the service is running on the same folder.</summary>
internal static class ReportCommand
{
    public static async Task<int> RunAsync(ServiceSettings settings, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members)
        {
            return ExitCode.WrongConfiguration;
        }

        if (!DataFolder.HasStore(settings.Data))
        {
            Terminal.WriteLine($"Nothing has been harvested yet into {settings.Data}.");
            return ExitCode.Success;
        }

        await using var store = await DataFolder.OpenStoreAsync(settings.Data, TimeProvider.System, cancellation);
        var report = await new Reporter(store.Harvests, members, TimeProvider.System).DrawAsync(cancellation);
        ReportView.Print(report);
        return report.Failed.Any() ? ExitCode.HarvestFailed : ExitCode.Success;
    }
}
