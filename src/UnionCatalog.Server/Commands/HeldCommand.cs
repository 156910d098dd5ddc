using System.Globalization;
using Spectre.Console;
using UnionCatalog.Reports;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Shows and decides the removals that wait for the coordinator; also while the service is running on the same folder.</summary>
internal static class HeldCommand
{
    /// <summary>Shows those that wait.</summary>
    public static async Task<int> ListAsync(ServiceSettings settings, CancellationToken cancellation)
    {
        if (await OpenAsync(settings, cancellation) is not { } open)
        {
            return NothingWaits();
        }

        await using var store = open.Store;
        var reports = await open.Reporter.ListAsync(cancellation);
        if (reports.Count == 0)
        {
            return NothingWaits();
        }

        foreach (var report in reports)
        {
            Print(report);
        }

        Terminal.WriteLine("held confirm NUMBER removes them, held refuse NUMBER keeps them. Until then they stay searchable.");
        return ExitCode.Success;
    }

    /// <summary>Decides one.</summary>
    public static async Task<int> DecideAsync(ServiceSettings settings, long id, HeldDecision decision, string? by, CancellationToken cancellation)
    {
        if (await OpenAsync(settings, cancellation) is not { } open || await open.Reporter.FindAsync(id, cancellation) is not { } report)
        {
            await Console.Error.WriteLineAsync($"There is no removal {id}. 'held' lists those that wait.");
            return ExitCode.WrongConfiguration;
        }

        await using var store = open.Store;
        var decided = await store.Held.DecideAsync(id, decision, by ?? Environment.UserName, cancellation);
        if (decided.Decision != decision)
        {
            await Console.Error.WriteLineAsync($"Removal {id} was decided before: {Words(decided)}.");
            return ExitCode.WrongConfiguration;
        }

        Terminal.WriteLine($"{report.Library}: {Words(decided)}.");
        return ExitCode.Success;
    }

    private static async Task<(OpenStore Store, HeldReporter Reporter)?> OpenAsync(ServiceSettings settings, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members || !DataFolder.HasStore(settings.Data))
        {
            return null;
        }

        var store = await DataFolder.OpenStoreAsync(settings.Data, TimeProvider.System, cancellation);
        return (store, new HeldReporter(store.Held, members));
    }

    private static int NothingWaits()
    {
        Terminal.WriteLine("No removal waits for a decision.");
        return ExitCode.Success;
    }

    private static void Print(HeldReport report)
    {
        var held = report.Removal;
        Terminal.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{held.Id}  {report.Library}: {Count.Of(held.Absent, "record")} of {Count.Plain(held.Live)} ({100.0 * held.Absent / held.Live:0.#} %) were missing from its list of {held.Since.ToLocalTime():yyyy-MM-dd HH:mm}. Some of them:"));
        var table = new Table().Border(Terminal.Border).HideHeaders().AddColumns("Identifier", "Title");
        foreach (var sample in report.Samples)
        {
            table.AddRow(new Text(sample.Identifier), new Text(sample.Title ?? "(no title)"));
        }

        Terminal.Write(table);
    }

    private static string Words(HeldRemoval held) => held.Decision switch
    {
        HeldDecision.Confirmed => $"{Count.Of(held.Removed, "record")} removed. They leave the search within a minute where the service is running, else when it starts",
        HeldDecision.Refused => $"{Count.Of(held.Absent, "record")} kept. They are not asked about again unless the library tells and then misses them once more",
        HeldDecision.Superseded => "a later list of the library took its place",
        _ => "it waits",
    };
}
