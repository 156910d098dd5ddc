namespace UnionCatalog.Store.Sqlite;

/// <summary>The store in one SQLite file.</summary>
public static class SqliteStore
{
    /// <summary>Opens the store in a file, or starts an empty one there; older layouts are brought up to date.</summary>
    /// <exception cref="InvalidOperationException">The system's SQLite is missing or lacks what is used here; the message says what to install.</exception>
    public static Task<OpenStore> OpenAsync(string file, TimeProvider clock, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>An open store, closed by disposing of it.</summary>
public abstract class OpenStore : IAsyncDisposable
{
    /// <summary>Where harvests append.</summary>
    public abstract IHarvestStore Harvests { get; }

    /// <summary>Where clusters are drawn.</summary>
    public abstract IClusterStore Clusters { get; }

    /// <summary>What holds it, for the log, such as "SQLite 3.40.1".</summary>
    public abstract string Engine { get; }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
