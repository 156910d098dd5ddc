using Microsoft.Extensions.Logging;
using UnionCatalog.Matching.Clusters.Bulk;
using UnionCatalog.Matching.Clusters.Incremental;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Pulls the change log of records into clusters of the same edition.</summary>
/// <remarks>
/// Records are united only along verified pairs; the result does not depend on the order in which they came. A few changes
/// are taken in transactions with the cursor, each recomputing what it can touch. Many, or other rules than the clusters were
/// drawn by, have all drawn anew in memory, and put in place in one transaction.
/// </remarks>
public sealed partial class ClusterBuilder
{
    // From here on the tables take tens of megabytes.
    private const int LargeCatalogue = 50_000;

    private readonly IClusterStore _store;
    private readonly FeatureReading _reading;
    private readonly ILogger<ClusterBuilder> _log;
    private readonly ClusterOptions _options;

    /// <summary>Draws from and into this store; where each source keeps its items comes from the directory.</summary>
    /// <param name="store">The change log and the clusters.</param>
    /// <param name="members">The member libraries.</param>
    /// <param name="log">Where records that cannot be read, and what is drawn anew, are told.</param>
    public ClusterBuilder(IClusterStore store, MemberDirectory members, ILogger<ClusterBuilder> log)
        : this(store, members, log, new())
    {
    }

    internal ClusterBuilder(IClusterStore store, MemberDirectory members, ILogger<ClusterBuilder> log, ClusterOptions options) =>
        (_store, _reading, _log, _options) = (store, new FeatureReading(members, log), log, options);

    /// <summary>Pulls everything that is new, in transactions of bounded size or all at once. Idempotent.</summary>
    /// <param name="progress">Told how many records were read so far; null for none.</param>
    /// <param name="cancellation">Stops between two transactions, while waiting for the store, or before what is drawn anew is put in place.</param>
    /// <returns>How many records were placed or removed.</returns>
    public async Task<long> CatchUpAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        var total = await IsToBeDrawnAnewAsync(cancellation) ? await DrawAnewAsync(progress, cancellation) : 0;
        while (await PullAsync(cancellation) is var count and > 0)
        {
            total += count;
            progress?.Report(total);
        }

        return total;
    }

    private async Task<bool> IsToBeDrawnAnewAsync(CancellationToken cancellation)
    {
        var state = await _store.GetStateAsync(cancellation);
        if (state.Records == 0)
        {
            return false;
        }

        if (state.Rules != _options.Rules)
        {
            if (state.Rules is not null)
            {
                LogOtherRules(state.Rules, _options.Rules);
            }

            return true;
        }

        return state.Backlog >= Math.Max(_options.LeastBulk, _options.BulkShare * state.Records);
    }

    private async Task<long> DrawAnewAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        using var snapshot = await _store.OpenSnapshotAsync(cancellation);
        var intake = new RecordIntake(snapshot, _reading, _options);
        await intake.ReadAsync(progress is null ? null : progress.Report, cancellation);
        FreeMemory(intake.Records.Count);
        var read = clock.GetElapsedTime(started);
        var drawing = BulkDrawing.Begin(intake.Profiles, intake.Blocks, cancellation);
        FreeMemory(intake.Records.Count);

        // Only one thread can write, and what it writes is the half of what there is to do: it begins as soon as it can.
        await using var rebuild = await _store.BeginRebuildAsync(cancellation);
        var tables = new ClusterTables(rebuild, intake.Profiles, drawing, cancellation);
        await BesideAsync(tables.WriteProfiles, () => drawing.Compare(null, cancellation));
        intake.Blocks.Clear();
        FreeMemory(intake.Records.Count);
        await BesideAsync(tables.WritePairs, () => drawing.Unite(intake.Decisions, cancellation));
        FreeMemory(intake.Records.Count);
        var drawn = clock.GetElapsedTime(started);

        await ClusterReplacement.WriteAsync(rebuild, intake, drawing, snapshot.Overrides);
        rebuild.Commit(snapshot.LastChange, _options.Rules);
        LogDrawnAnew(intake.Records.Count, read.TotalSeconds, (drawn - read).TotalSeconds, (clock.GetElapsedTime(started) - drawn).TotalSeconds);
        return intake.Records.Count;
    }

    private static async Task BesideAsync(Action write, Action compute)
    {
        var writing = Task.Run(write, CancellationToken.None);
        try
        {
            compute();
        }
        finally
        {
            await Task.WhenAny(writing); // it writes into what the caller is about to close
        }

        await writing;
    }

    // What one phase leaves behind is as large as what the next needs; left to itself, memory holds both.
    private static void FreeMemory(int records)
    {
        if (records >= LargeCatalogue)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private async Task<int> PullAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var work = await _store.BeginAsync(cancellation);
        var changes = await work.ReadChangesAsync(_options.BatchSize);
        if (changes.Count > 0)
        {
            await new ChangeBatch(work, _reading, _options).TakeAsync(changes);
            await work.CommitAsync();
        }

        return changes.Count;
    }

    [LoggerMessage(LogLevel.Information, "The clusters were drawn by rules {Old}; these are {New}. All of them are drawn anew; their addresses stay.")]
    private partial void LogOtherRules(string old, string @new);

    [LoggerMessage(LogLevel.Information, "All clusters were drawn anew: {Records} records read in {Reading:0.0} s, compared in {Comparing:0.0} s, put in place in {Storing:0.0} s.")]
    private partial void LogDrawnAnew(int records, double reading, double comparing, double storing);
}
