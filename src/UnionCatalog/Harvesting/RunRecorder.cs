using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>Writes down a run as it goes: each page with the position after it, and what it cost.</summary>
internal sealed class RunRecorder(
    IHarvestStore store, HarvestTelemetry telemetry, ILogger log, HarvestRun run, RequestTally tally, IProgress<HarvestRun>? progress)
{
    private Task _storing = Task.CompletedTask;

    /// <summary>The run as far as it is stored.</summary>
    public HarvestRun Run { get; private set; } = run;

    /// <summary>Stores a page; the requests it took are counted here.</summary>
    public async Task StoreAsync(HarvestPage page, CancellationToken cancellation)
    {
        var counted = Count(page);
        await _storing;
        await AppendAsync(counted, cancellation);
    }

    /// <summary>
    /// Has a page stored while the next one is asked for. Returns when the page before it is stored, so that pages are stored in
    /// their order, none after one that could not be, and no more than one waits.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="cancellation">Gives up the page until this returns; then it is stored, as if it had been before the next one was asked for.</param>
    public async Task HandOverAsync(HarvestPage page, CancellationToken cancellation)
    {
        var counted = Count(page);
        await _storing;
        cancellation.ThrowIfCancellationRequested();
        _storing = Task.Run(() => AppendAsync(counted, CancellationToken.None), CancellationToken.None);
    }

    /// <summary>Waits until what was handed over is stored. Until then <see cref="Run"/> may be a page behind.</summary>
    public Task FinishAsync() => _storing;

    /// <summary>Sets the run back to the start of its lists, whose position the member does not know any more.</summary>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        await FinishAsync();
        HarvestLog.Restarts(log, Run.Source, Run.Id);
        await store.RestartRunAsync(Run.Id, cancellation);
        Run = Run with { Position = new(0, null) };
    }

    /// <summary>What is sent from now on belongs to the next page.</summary>
    private HarvestPage Count(HarvestPage page)
    {
        var spent = tally.Take();
        return page with { Requests = spent.Requests, Retries = spent.Retries };
    }

    private async Task AppendAsync(HarvestPage page, CancellationToken cancellation)
    {
        using var activity = telemetry.StartPage(Run.Source);
        foreach (var record in page.SetAside)
        {
            HarvestLog.SetAside(log, Run.Source, record.Identifier, record.Reason);
        }

        var counts = await store.AppendPageAsync(page, cancellation);
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
}
