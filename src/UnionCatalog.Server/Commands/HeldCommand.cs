using System.Globalization;
using Spectre.Console;
using UnionCatalog.Reports;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Commands;

/// <summary>Shows and decides the removals that wait for the coordinator; also while the service is running on the same folder.</summary>
internal static class HeldCommand
{
    /// <summary>Shows those that wait.</summary>
    public static Task<int> ListAsync(ServiceSettings settings, CancellationToken cancellation) => WithStoreAsync(
        settings,
        async open =>
        {
            var reports = open is null ? [] : await open.Value.Reporter.ListAsync(cancellation);
            if (reports.Count == 0)
            {
                Terminal.WriteLine("No removal waits for a decision.");
                return ExitCode.Success;
            }

            foreach (var report in reports)
            {
                Print(report);
            }

            Terminal.WriteLine("held confirm NUMBER removes them, held refuse NUMBER keeps them. Until then they stay searchable.");
            return ExitCode.Success;
        },
        cancellation);

    /// <summary>Decides one.</summary>
    public static Task<int> DecideAsync(ServiceSettings settings, long id, HeldDecision decision, string? by, CancellationToken cancellation) => WithStoreAsync(
        settings,
        async open =>
        {
            if (open is not { } there || await there.Reporter.FindAsync(id, cancellation) is not { } report)
            {
                await Console.Error.WriteLineAsync($"There is no removal {id}. 'held' lists those that wait.");
                return ExitCode.WrongConfiguration;
            }

            var decided = await there.Store.Held.DecideAsync(id, decision, by ?? Environment.UserName, cancellation);
            if (decided.Decision != decision)
            {
                await Console.Error.WriteLineAsync($"Removal {id} was decided before: {Words(decided)}.");
                return ExitCode.WrongConfiguration;
            }

            Terminal.WriteLine($"{report.Library}: {Words(decided)}.");
            return ExitCode.Success;
        },
        cancellation);

    /// <summary>Does something with the store; with null where nothing was ever harvested. Nothing is done with a wrong configuration.</summary>
    private static async Task<int> WithStoreAsync(
        ServiceSettings settings, Func<(OpenStore Store, HeldReporter Reporter)?, Task<int>> work, CancellationToken cancellation)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members)
        {
            return ExitCode.WrongConfiguration;
        }

        if (!DataFolder.HasStore(settings.Data))
        {
            return await work(null);
        }

        await using var store = await DataFolder.OpenStoreAsync(settings.Data, TimeProvider.System, cancellation);
        return await work((store, new HeldReporter(store.Held, members)));
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
        HeldDecision.Superseded => "a later list of the library took its place. 'held' shows what waits now",
        _ => "it waits",
    };
}
