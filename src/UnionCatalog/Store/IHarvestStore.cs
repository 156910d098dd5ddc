using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>
/// Where harvests append. Every page is one transaction: its records, the changes they make, the set-aside ones and the
/// position of the run are stored together or not at all.
/// </summary>
/// <remarks>SQLite now; PostgreSQL is the second implementation, and one contract suite is run against both.</remarks>
public interface IHarvestStore
{
    /// <summary>Starts a run. A member has at most one that is running.</summary>
    /// <exception cref="InvalidOperationException">The member has a run that is running.</exception>
    Task<HarvestRun> BeginRunAsync(SourceId source, RunStart start, CancellationToken cancellation);

    /// <summary>The member's run that was cut off (by a crash or a stop) and is to be gone on with; null when there is none.</summary>
    Task<HarvestRun?> FindRunningAsync(SourceId source, CancellationToken cancellation);

    /// <summary>The member's last complete harvest, whose server time the next one starts from; null when there was none.</summary>
    Task<HarvestRun?> FindLastCompletedAsync(SourceId source, CancellationToken cancellation);

    /// <summary>The member's last complete sweep; null when there was none.</summary>
    Task<HarvestRun?> FindLastSweepAsync(SourceId source, CancellationToken cancellation);

    /// <summary>
    /// Stores a page. A record that is the same as the stored one makes no change; one that was deleted and is told again
    /// is new; a deletion of a record that was never there is kept but makes no change and counts as nothing. Of a record that
    /// the page tells more than once, the last is taken. A page of a replay does not say that the member has its records still. In a sweep the deletion of a live
    /// record is left to the run's end, where it is removed or held with all that the whole list lacks.
    /// </summary>
    /// <returns>What this page came to.</returns>
    /// <exception cref="InvalidOperationException">The run is not running.</exception>
    /// <exception cref="ArgumentException">A record is of another member than the run; nothing of the page is stored.</exception>
    Task<RunCounts> AppendPageAsync(HarvestPage page, CancellationToken cancellation);

    /// <summary>Sets a run back to the start of its lists, when the member no longer takes its token. Its counts and its server time stay.</summary>
    /// <exception cref="InvalidOperationException">The run is not running.</exception>
    Task RestartRunAsync(long runId, CancellationToken cancellation);

    /// <summary>Notes why a run waits. It stays running, and forgets the reason with its next page.</summary>
    /// <returns>The run as it waits.</returns>
    /// <exception cref="InvalidOperationException">The run is not running.</exception>
    Task<HarvestRun> PauseRunAsync(long runId, RunPause pause, CancellationToken cancellation);

    /// <summary>
    /// Ends a run. At the end of a sweep, where <see cref="RunEnd.Absences"/> is given, the member's live records that it told
    /// neither as readable nor as set aside become deleted, or are held where they are too many; a removal of the same member
    /// that waited until then is superseded.
    /// </summary>
    /// <returns>The run as it ended.</returns>
    /// <exception cref="InvalidOperationException">The run is not running.</exception>
    Task<HarvestRun> EndRunAsync(long runId, RunEnd end, CancellationToken cancellation);

    /// <summary>How many records a run set aside that have no identifier: each may be any of those that it did not tell.</summary>
    Task<long> CountUnidentifiedAsync(long runId, CancellationToken cancellation);

    /// <summary>The runs that started in a time, in the order they started.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The moment after the last.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<HarvestRun>> ListRunsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);

    /// <summary>The latest run of every member that has one, by name of member.</summary>
    Task<IReadOnlyList<HarvestRun>> ListLatestRunsAsync(CancellationToken cancellation);

    /// <summary>The records that a run set aside, at most <paramref name="limit"/>, in the order they came.</summary>
    Task<IReadOnlyList<SetAsideRecord>> ListSetAsideAsync(long runId, int limit, CancellationToken cancellation);

    /// <summary>How many live records each member has.</summary>
    Task<IReadOnlyDictionary<SourceId, long>> CountLiveAsync(CancellationToken cancellation);

    /// <summary>A record as it was last told; null when it was never told.</summary>
    Task<HarvestedRecord?> FindRecordAsync(RecordKey key, CancellationToken cancellation);

    /// <summary>How a record stands, without reading it; null when it was never told.</summary>
    Task<RecordStanding?> FindStandingAsync(RecordKey key, CancellationToken cancellation);

    /// <summary>
    /// The identifiers of a member's live records that a sweep removes where it does not tell them: all but those whose removal
    /// was refused since they were told last.
    /// </summary>
    IAsyncEnumerable<string> ListRemovableAsync(SourceId source, CancellationToken cancellation);

    /// <summary>How many requests were sent to a member on a day.</summary>
    Task<long> CountRequestsAsync(SourceId source, DateOnly day, CancellationToken cancellation);

    /// <summary>Counts a request that is about to be sent to a member. A killed process does not forget it.</summary>
    Task AddRequestAsync(SourceId source, DateOnly day, CancellationToken cancellation);
}
