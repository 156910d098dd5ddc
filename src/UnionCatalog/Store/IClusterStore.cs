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

    /// <summary>
    /// Opens the records as they are at this moment, to be read while others write, for drawing all clusters anew.
    /// </summary>
    Task<IRecordSnapshot> OpenSnapshotAsync(CancellationToken cancellation);

    /// <summary>
    /// Begins to put all clusters in the place of those that are there, in one transaction. Whoever else writes waits until it
    /// is over.
    /// </summary>
    Task<IClusterRebuild> BeginRebuildAsync(CancellationToken cancellation);

    /// <summary>How the clusters stand to the records.</summary>
    Task<ClusteringState> GetStateAsync(CancellationToken cancellation);

    /// <summary>
    /// Has all clusters drawn anew by the next pull. Until then they stay as they are; their addresses outlive it.
    /// </summary>
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

    /// <summary>The first stored of a cluster's live records, and how many it has; none and 0 when there is no such cluster (any more).</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="limit">At most so many are read, 1 or more, however many there are.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ClusterRecords> ListFirstRecordsAsync(ClusterId cluster, int limit, CancellationToken cancellation);

    /// <summary>The editions that a source has more than one live record of, the eldest first: for its librarian to look at.</summary>
    /// <param name="source">The source; one that is not known has none.</param>
    /// <param name="offset">How many to pass over, 0 or more.</param>
    /// <param name="limit">How many to give, 1 or more.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<OwnDuplicates> ListOwnDuplicatesAsync(SourceId source, int offset, int limit, CancellationToken cancellation);

    /// <summary>Clusters that have records, in the order of their birth.</summary>
    /// <param name="after">Only those born after the one of this number; 0: from the first.</param>
    /// <param name="limit">How many to give at most, 1 or more.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<LivingCluster>> ListLivingAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>
    /// The day on which the earliest record came that is in a cluster or that it was named after, by universal time; null when there
    /// is no such cluster. Neither deletions nor drawing the clusters anew make it later.
    /// </summary>
    Task<DateOnly?> FindArrivalAsync(ClusterId cluster, CancellationToken cancellation);

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

/// <summary>The first records of a cluster.</summary>
/// <param name="Total">How many it has in all.</param>
/// <param name="Records">The first stored of them.</param>
public sealed record ClusterRecords(int Total, IReadOnlyList<HarvestedRecord.Live> Records);

/// <summary>A cluster that has records.</summary>
/// <param name="Number">The order of its birth.</param>
/// <param name="Id">Its address.</param>
/// <param name="Changed">When it was last changed; null when that is not known.</param>
public sealed record LivingCluster(long Number, ClusterId Id, DateTimeOffset? Changed);

/// <summary>How the clusters stand to the records.</summary>
/// <param name="Rules">The rules that they were drawn by; null when they are to be drawn anew.</param>
/// <param name="Backlog">How many changes of records they do not know of.</param>
/// <param name="Records">How many records there are, the deleted included.</param>
public sealed record ClusteringState(string? Rules, long Backlog, long Records);
