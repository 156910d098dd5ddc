using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>
/// The change log of harvested records, the clusters drawn from it, and the change log of the clusters.
/// </summary>
/// <remarks>SQLite now; PostgreSQL is the second implementation, and one contract suite is run against both.</remarks>
public interface IClusterStore
{
    /// <summary>
    /// Opens a piece of clustering work. It sees its own writes; nothing of it is stored unless
    /// <see cref="IClusteringWork.CommitAsync"/> is reached. One at a time: whoever else writes waits until it is over, so keep it
    /// short, and await no other write of the store inside it.
    /// </summary>
    Task<IClusteringWork> BeginAsync(CancellationToken cancellation);

    /// <summary>Forgets every cluster and sets the cursor back to zero, so that all is drawn anew. Records stay.</summary>
    Task ResetAsync(CancellationToken cancellation);

    /// <summary>Where a cluster went that was united with an older one; null when it was not, or is none.</summary>
    /// <returns>The cluster that holds its records now; never one that redirects itself.</returns>
    Task<ClusterId?> FindRedirectAsync(ClusterId cluster, CancellationToken cancellation);

    /// <summary>The cluster that a record is in; null when it is in none.</summary>
    Task<ClusterId?> FindClusterAsync(RecordKey record, CancellationToken cancellation);

    /// <summary>Changes of clusters after this number, oldest first, each cluster at most once a call.</summary>
    Task<IReadOnlyList<Change<ClusterId>>> ReadChangesAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>
    /// The number of the last change of a cluster; 0 when there was none. A reader whose cursor is beyond it has read from
    /// another store than this one, such as the one before a backup was put back.
    /// </summary>
    Task<long> GetLastChangeAsync(CancellationToken cancellation);

    /// <summary>The live records of a cluster, the first stored first; empty when there is no such cluster (any more).</summary>
    Task<IReadOnlyList<HarvestedRecord.Live>> ListRecordsAsync(ClusterId cluster, CancellationToken cancellation);

    /// <summary>How many clusters there are.</summary>
    Task<long> CountAsync(CancellationToken cancellation);

    /// <summary>Every cluster with its records, for checks and exports, in no particular order.</summary>
    IAsyncEnumerable<(ClusterId Cluster, IReadOnlyList<RecordKey> Records)> ListAsync(CancellationToken cancellation);
}

/// <summary>One entry of a change log.</summary>
/// <typeparam name="T">What changed.</typeparam>
/// <param name="Number">Its number, counting up.</param>
/// <param name="Subject">What changed; its present state is read from the store.</param>
public sealed record Change<T>(long Number, T Subject);

/// <summary>One transaction of clustering: read changes, compare, assign, and commit with the cursor.</summary>
/// <remarks>Over after its commit. A record that the store never had is refused with an <see cref="ArgumentException"/>.</remarks>
public interface IClusteringWork : IAsyncDisposable
{
    /// <summary>Changes of records after the cursor, oldest first, each record at most once a call, with its present state. The next call goes on.</summary>
    Task<IReadOnlyList<Change<HarvestedRecord>>> ReadChangesAsync(int limit);

    /// <summary>Replaces the blocking keys of a record; none for a record that is no more.</summary>
    Task SetBlocksAsync(RecordKey record, IReadOnlyCollection<string> blocks);

    /// <summary>Other live records that share a blocking key, the first stored first, at most <paramref name="limit"/> a key.</summary>
    Task<IReadOnlyList<HarvestedRecord.Live>> FindCandidatesAsync(RecordKey record, int limit);

    /// <summary>Replaces all verified pairs of a record; none to withdraw them.</summary>
    Task SetPairsAsync(RecordKey record, IReadOnlyCollection<RecordKey> partners);

    /// <summary>The records that are paired with this one.</summary>
    Task<IReadOnlyList<RecordKey>> FindPartnersAsync(RecordKey record);

    /// <summary>The cluster that a record is in; null when it is in none.</summary>
    Task<ClusterId?> FindClusterAsync(RecordKey record);

    /// <summary>The records of a cluster, the first stored first.</summary>
    Task<IReadOnlyList<RecordKey>> ListMembersAsync(ClusterId cluster);

    /// <summary>Puts these records in this cluster, taking each from where it was. Appends this cluster and those to the log.</summary>
    Task AssignAsync(ClusterId cluster, IReadOnlyCollection<RecordKey> records);

    /// <summary>Takes a record out of its cluster, if it is in one. Appends that cluster to the log.</summary>
    Task RemoveAsync(RecordKey record);

    /// <summary>Appends a cluster to the log because a record in it changed.</summary>
    Task TouchAsync(ClusterId cluster);

    /// <summary>The order in which records were first stored, for choosing the eldest: lower is earlier.</summary>
    Task<long> GetSeniorityAsync(RecordKey record);

    /// <summary>Stores everything together with the cursor after the changes read.</summary>
    Task CommitAsync();
}
