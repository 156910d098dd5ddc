using System.Collections.Concurrent;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.DryRuns;

/// <summary>
/// A store for harvests that are only to show what they would change: it reads a real one, writes nothing into it, and remembers
/// what it was told. A run of the real store that waits to be gone on with is left to wait: a dry run begins anew.
/// </summary>
/// <param name="real">The store that would be written into; it may be in use by a running service.</param>
public sealed class DryRunStore(IHarvestStore real) : IHarvestStore
{
    private readonly ConcurrentDictionary<long, ForeseenRun> _runs = new();
    private readonly ConcurrentDictionary<(SourceId, DateOnly), long> _requests = new();
    private long _lastId;

    /// <summary>What the runs that ended, or wait, would have changed, by name of member.</summary>
    public IReadOnlyList<DryRun> Results => [.. _runs.Values.Select(run => run.Result).OrderBy(result => result.Source.Value, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public Task<HarvestRun> BeginRunAsync(SourceId source, RunStart start, CancellationToken cancellation)
    {
        var run = new HarvestRun
        {
            Id = Interlocked.Increment(ref _lastId),
            Source = source,
            Origin = start.Origin,
            Scope = start.Scope,
            IsSweep = start.IsSweep,
            Status = RunStatus.Running,
            Started = start.Started,
            MetadataPrefix = start.MetadataPrefix,
            Lists = start.Lists,
            From = start.From,
        };
        _runs[run.Id] = new ForeseenRun(real, run);
        return Task.FromResult(run);
    }

    /// <inheritdoc/>
    public Task<HarvestRun?> FindRunningAsync(SourceId source, CancellationToken cancellation) => Task.FromResult(
        _runs.Values.Select(foreseen => foreseen.Run).FirstOrDefault(run => run.Source == source && run.Status == RunStatus.Running));

    /// <inheritdoc/>
    public Task<RunCounts> AppendPageAsync(HarvestPage page, CancellationToken cancellation) => _runs[page.RunId].AppendAsync(page, cancellation);

    /// <inheritdoc/>
    /// <remarks>The harvest knows its position itself.</remarks>
    public Task RestartRunAsync(long runId, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<HarvestRun> PauseRunAsync(long runId, RunPause pause, CancellationToken cancellation) => Task.FromResult(_runs[runId].Pause(pause));

    /// <inheritdoc/>
    public Task<HarvestRun> EndRunAsync(long runId, RunEnd end, CancellationToken cancellation) => _runs[runId].EndAsync(end, cancellation);

    /// <inheritdoc/>
    public Task<long> CountUnidentifiedAsync(long runId, CancellationToken cancellation) => Task.FromResult(_runs[runId].Unidentified);

    /// <inheritdoc/>
    /// <remarks>Of the real store's runs.</remarks>
    public Task<IReadOnlyList<SetAsideRecord>> ListSetAsideAsync(long runId, int limit, CancellationToken cancellation) =>
        real.ListSetAsideAsync(runId, limit, cancellation);

    /// <inheritdoc/>
    public async Task<long> CountRequestsAsync(SourceId source, DateOnly day, CancellationToken cancellation) =>
        await real.CountRequestsAsync(source, day, cancellation) + _requests.GetValueOrDefault((source, day));

    /// <inheritdoc/>
    public Task AddRequestAsync(SourceId source, DateOnly day, CancellationToken cancellation) =>
        Task.FromResult(_requests.AddOrUpdate((source, day), 1, (_, count) => count + 1));

    /// <inheritdoc/>
    public Task<HarvestRun?> FindLastCompletedAsync(SourceId source, CancellationToken cancellation) => real.FindLastCompletedAsync(source, cancellation);

    /// <inheritdoc/>
    public Task<HarvestRun?> FindLastSweepAsync(SourceId source, CancellationToken cancellation) => real.FindLastSweepAsync(source, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HarvestRun>> ListRunsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        real.ListRunsAsync(from, to, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HarvestRun>> ListLatestRunsAsync(CancellationToken cancellation) => real.ListLatestRunsAsync(cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<SourceId, long>> CountLiveAsync(CancellationToken cancellation) => real.CountLiveAsync(cancellation);

    /// <inheritdoc/>
    public Task<HarvestedRecord?> FindRecordAsync(RecordKey key, CancellationToken cancellation) => real.FindRecordAsync(key, cancellation);

    /// <inheritdoc/>
    public Task<RecordStanding?> FindStandingAsync(RecordKey key, CancellationToken cancellation) => real.FindStandingAsync(key, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListRemovableAsync(SourceId source, CancellationToken cancellation) => real.ListRemovableAsync(source, cancellation);
}
