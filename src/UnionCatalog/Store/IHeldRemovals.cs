using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>The removals that wait for the coordinator's word. Each member has at most one that waits.</summary>
public interface IHeldRemovals
{
    /// <summary>Those that wait, the longest first.</summary>
    Task<IReadOnlyList<HeldRemoval>> ListPendingAsync(CancellationToken cancellation);

    /// <summary>One of them, whatever was decided; null when there never was one of this number.</summary>
    Task<HeldRemoval?> FindAsync(long id, CancellationToken cancellation);

    /// <summary>The first of its records that are still there, in the order they were first stored.</summary>
    Task<IReadOnlyList<HarvestedRecord.Live>> ListRecordsAsync(long id, int limit, CancellationToken cancellation);

    /// <summary>
    /// Decides. A confirmation removes those of its records that the member has not told since, and appends them to the change
    /// log.
    /// </summary>
    /// <param name="id">The removal.</param>
    /// <param name="decision">Confirmed or refused.</param>
    /// <param name="by">Who decides, as they name themselves.</param>
    /// <param name="cancellation">Gives up waiting for the store.</param>
    /// <returns>It as it is now; as it was where it had been decided before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The decision is no decision.</exception>
    /// <exception cref="KeyNotFoundException">There never was one of this number.</exception>
    Task<HeldRemoval> DecideAsync(long id, HeldDecision decision, string? by, CancellationToken cancellation);
}
