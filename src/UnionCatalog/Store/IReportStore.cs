namespace UnionCatalog.Store;

/// <summary>Where reports are kept as they were drawn. What is kept is never changed.</summary>
/// <remarks>SQLite now; PostgreSQL is the second implementation, and one contract suite is run against both.</remarks>
public interface IReportStore
{
    /// <summary>Keeps a report, unless one of the same date is kept already.</summary>
    /// <returns>The one that is kept: the first of its date.</returns>
    Task<KeptReport> KeepAsync(KeptReport report, CancellationToken cancellation);

    /// <summary>The report of a date; null when none is kept.</summary>
    Task<KeptReport?> FindAsync(DateOnly date, CancellationToken cancellation);

    /// <summary>The latest reports, the newest first.</summary>
    /// <param name="before">Only those of earlier dates; null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<KeptReport>> ListAsync(DateOnly? before, int limit, CancellationToken cancellation);
}

/// <summary>A report as it was drawn.</summary>
/// <param name="Date">The morning after its night.</param>
/// <param name="Drawn">When it was drawn, by this machine's clock.</param>
/// <param name="Json">What it says. Of no meaning to the store.</param>
public sealed record KeptReport(DateOnly Date, DateTimeOffset Drawn, ReadOnlyMemory<byte> Json);
