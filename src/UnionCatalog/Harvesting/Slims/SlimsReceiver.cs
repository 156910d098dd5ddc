using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.Slims;

/// <summary>
/// Takes what a member's SLiMS sends: each order is a run of its own, one page long, so that reports and the later stages see it like
/// any harvest. One order of a member at a time.
/// </summary>
public sealed class SlimsReceiver
{
    private readonly IHarvestStore _store;
    private readonly TimeProvider _clock;
    private readonly HarvestTelemetry _telemetry;
    private readonly ILogger<SlimsReceiver> _log;

    /// <summary>A turn for each member that ever sent something.</summary>
    private readonly ConcurrentDictionary<SourceId, SemaphoreSlim> _turns = new();

    internal SlimsReceiver(IHarvestStore store, TimeProvider clock, HarvestTelemetry telemetry, ILogger<SlimsReceiver> log) =>
        (_store, _clock, _telemetry, _log) = (store, clock, telemetry, log);

    /// <summary>Stores or removes what the order names; nothing of another member's.</summary>
    /// <param name="member">Who sent it; its password was checked.</param>
    /// <param name="order">What it asks for. Removing what is not there does nothing.</param>
    /// <param name="patience">How long it may wait for an order of the same member that came before.</param>
    /// <param name="cancellation">Gives up waiting. What is begun is stored whole.</param>
    /// <returns>What came of it; null when its turn did not come.</returns>
    public async Task<SlimsReceipt?> ReceiveAsync(Member member, SlimsOrder order, TimeSpan patience, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(member.Id, _ => new SemaphoreSlim(1));
        if (!await turn.WaitAsync(patience, cancellation))
        {
            return null;
        }

        try
        {
            return await StoreAsync(member.Id, order);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<SlimsReceipt> StoreAsync(SourceId member, SlimsOrder order)
    {
        var started = _clock.GetTimestamp();
        using var activity = _telemetry.StartRun(member, HarvestScope.Incremental);
        var run = await BeginAsync(member);
        var (records, setAside) = SlimsSorter.Sort(member, order);
        var recorder = new RunRecorder(_store, _telemetry, _log, run, new RequestTally(), progress: null);
        await recorder.StoreAsync(
            new HarvestPage { RunId = run.Id, Records = records, SetAside = [.. setAside.Select(item => item.Record)], Next = new(0, null) },
            CancellationToken.None);
        run = await _store.EndRunAsync(run.Id, new RunEnd { Ended = _clock.GetUtcNow() }, CancellationToken.None);
        _telemetry.End(run, _clock.GetElapsedTime(started), activity);
        HarvestLog.Received(_log, member, run.Id, run.Counts);
        return new(run, [.. setAside.Select(item => item.Number)]);
    }

    private async Task<HarvestRun> BeginAsync(SourceId member)
    {
        // Nothing of this member is under way: its turn is ours, and who uploads is not harvested.
        if (await _store.FindRunningAsync(member, CancellationToken.None) is { } cutOff)
        {
            var fault = Faults.UploadCutOff();
            await _store.EndRunAsync(
                cutOff.Id, new RunEnd { Ended = _clock.GetUtcNow(), Failure = fault.Message, Cause = fault.Cause.ToJson() }, CancellationToken.None);
        }

        var start = new RunStart
        {
            Origin = RunOrigin.Upload, Scope = HarvestScope.Incremental, MetadataPrefix = "slims", Started = _clock.GetUtcNow(),
        };
        return await _store.BeginRunAsync(member, start, CancellationToken.None);
    }
}
