namespace UnionCatalog.Store.Sqlite;

/// <summary>The store in one SQLite file.</summary>
public static class SqliteStore
{
    /// <summary>Opens the store in a file, or starts an empty one there; older layouts are brought up to date.</summary>
    /// <param name="file">The file. SQLite keeps two more beside it while it is open, with "-wal" and "-shm" added to the name.</param>
    /// <param name="clock">Dates the entries of the change logs.</param>
    /// <param name="cancellation">Gives up before the file is touched.</param>
    /// <exception cref="InvalidOperationException">The system's SQLite is missing or lacks what is used here; the message says what to install.</exception>
    /// <exception cref="InvalidDataException">The file is no store of ours, is damaged, or was written by a later version; the message says what to do.</exception>
    public static Task<OpenStore> OpenAsync(string file, TimeProvider clock, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var engine = $"SQLite {NativeSqlite.Version}";
        var database = SqliteDatabase.Open(Path.GetFullPath(file));
        return Task.FromResult(new OpenStore(database)
        {
            Harvests = new SqliteHarvestStore(database, clock),
            Held = new SqliteHeldRemovals(database, clock),
            Reports = new SqliteReportStore(database),
            Clusters = new SqliteClusterStore(database, clock),
            Engine = engine,
        });
    }
}
