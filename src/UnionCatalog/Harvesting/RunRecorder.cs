using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>Writes down a run as it goes: each page with the position after it, and what it cost.</summary>
internal sealed class RunRecorder(
    IHarvestStore store, HarvestTelemetry telemetry, ILogger log, HarvestRun run, RequestTally tally, IProgress<HarvestRun>? progress)
{
    /// <summary>The run as far as it is stored.</summary>
    public HarvestRun Run { get; private set; } = run;

    /// <summary>Stores a page; the requests it took are counted here.</summary>
    public async Task StoreAsync(HarvestPage page, CancellationToken cancellation)
    {
        using var activity = telemetry.StartPage(Run.Source);
        foreach (var record in page.SetAside)
        {
            HarvestLog.SetAside(log, Run.Source, record.Identifier, record.Reason);
        }

        var spent = tally.Take();
        var counts = await store.AppendPageAsync(page with { Requests = spent.Requests, Retries = spent.Retries }, cancellation);
        telemetry.Count(Run.Source, counts);
        Run = Run with
        {
            Position = page.Next,
            Counts = Run.Counts + counts,
            ServerTime = Run.ServerTime ?? page.ServerTime,
            ListSize = page.ListSize ?? Run.ListSize,
        };
        progress?.Report(Run);
    }

    /// <summary>Sets the run back to the start of its lists, whose position the member does not know any more.</summary>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        HarvestLog.Restarts(log, Run.Source, Run.Id);
        await store.RestartRunAsync(Run.Id, cancellation);
        Run = Run with { Position = new(0, null) };
    }
}
