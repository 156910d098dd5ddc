namespace UnionCatalog.Store;

/// <summary>An open store, whatever holds it. Closed by disposing of it, once nothing uses it any more.</summary>
public sealed class OpenStore : IAsyncDisposable
{
    private readonly IAsyncDisposable _database;

    internal OpenStore(IAsyncDisposable database) => _database = database;

    /// <summary>Where harvests append.</summary>
    public required IHarvestStore Harvests { get; init; }

    /// <summary>The removals that wait for the coordinator.</summary>
    public required IHeldRemovals Held { get; init; }

    /// <summary>Where reports are kept.</summary>
    public required IReportStore Reports { get; init; }

    /// <summary>Where clusters are drawn.</summary>
    public required IClusterStore Clusters { get; init; }

    /// <summary>What persons decided of pairs of records.</summary>
    public required IOverrideStore Overrides { get; init; }

    /// <summary>What matching leaves to a person.</summary>
    public required IReviewStore Reviews { get; init; }

    /// <summary>What holds it, for the log, such as "SQLite 3.40.1".</summary>
    public required string Engine { get; init; }

    /// <summary>Closes the store, after the transaction that is under way.</summary>
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
