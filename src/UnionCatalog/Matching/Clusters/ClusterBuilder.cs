using Microsoft.Extensions.Logging;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Pulls the change log of records into clusters of the same edition.</summary>
/// <remarks>
/// Each batch is one transaction with the cursor. Records are united only along verified pairs; the result does not depend
/// on the order in which they came.
/// </remarks>
public sealed class ClusterBuilder
{
    /// <summary>Default of the changes taken in one transaction: enough to share its cost, few enough to let harvests in between.</summary>
    public const int DefaultBatchSize = 200;

    private readonly IClusterStore _store;
    private readonly MemberDirectory _members;
    private readonly ILogger<ClusterBuilder> _log;
    private readonly int _batchSize;

    /// <summary>Draws from and into this store; where each source keeps its items comes from the directory.</summary>
    /// <param name="store">The change log and the clusters.</param>
    /// <param name="members">The member libraries.</param>
    /// <param name="log">Where records that cannot be read and crowded blocks are told.</param>
    /// <param name="batchSize">How many changes go into one transaction, 1 or more.</param>
    public ClusterBuilder(IClusterStore store, MemberDirectory members, ILogger<ClusterBuilder> log, int batchSize = DefaultBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        (_store, _members, _log, _batchSize) = (store, members, log, batchSize);
    }

    /// <summary>Pulls everything that is new, in transactions of bounded size. Idempotent.</summary>
    /// <param name="progress">Told how many records were placed or removed so far, after each transaction; null for none.</param>
    /// <param name="cancellation">Stops between two transactions or while waiting for the store.</param>
    /// <returns>How many records were placed or removed.</returns>
    public async Task<long> CatchUpAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        var total = 0L;
        while (await PullAsync(cancellation) is var count and > 0)
        {
            total += count;
            progress?.Report(total);
        }

        return total;
    }

    private async Task<int> PullAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var work = await _store.BeginAsync(cancellation);
        var changes = await work.ReadChangesAsync(_batchSize);
        if (changes.Count == 0)
        {
            return 0;
        }

        var pairing = new Pairing(work, new FeatureReader(_members, _log), _log);
        var drawing = new ClusterDrawing(work);
        foreach (var change in changes)
        {
            var isThere = await pairing.RenewAsync(change.Subject);
            await drawing.NoteChangeAsync(change.Subject.Key, isThere);
        }

        await drawing.RedrawAsync();
        await work.CommitAsync();
        return changes.Count;
    }
}
