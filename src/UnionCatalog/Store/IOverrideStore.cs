using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>
/// What persons decided of pairs of records. Kept by the records' keys, so that it outlives their changes, their deletion and
/// return, and every rebuild.
/// </summary>
/// <remarks>SQLite now; PostgreSQL is the second implementation, and one contract suite is run against both.</remarks>
public interface IOverrideStore
{
    /// <summary>
    /// Keeps a decision, unless it contradicts those that are kept, and appends both records to the change log, so that the
    /// clusters follow. The same decision twice is kept once, as it was first.
    /// </summary>
    /// <exception cref="ArgumentException">The two records are one, who decided is not named, or a text is too long.</exception>
    Task<OverrideResult> AddAsync(MatchOverride decision, CancellationToken cancellation);

    /// <summary>Forgets the decision of two records, in whichever order, and appends both to the change log.</summary>
    /// <returns>It as it was; null when there was none.</returns>
    Task<MatchOverride?> WithdrawAsync(RecordKey a, RecordKey b, CancellationToken cancellation);

    /// <summary>The decisions, the newest first.</summary>
    /// <param name="skip">So many are left out.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<MatchOverride>> ListAsync(int skip, int limit, CancellationToken cancellation);

    /// <summary>The decisions that name a record, the newest first.</summary>
    Task<IReadOnlyList<MatchOverride>> FindAsync(RecordKey record, CancellationToken cancellation);
}
