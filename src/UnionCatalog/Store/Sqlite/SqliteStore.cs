using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace UnionCatalog.Store.Sqlite;

/// <summary>The store in one SQLite file.</summary>
public static class SqliteStore
{
    private const string Kept = "What was stored is kept, and the next harvest goes on from there.";

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
            Overrides = new SqliteOverrideStore(database, clock),
            Reviews = new SqliteReviewStore(database),
            Engine = engine,
        });
    }

    /// <summary>Says what is wrong where the machine failed the store, not the program: a disk that is full or fails, rights that were taken away.</summary>
    /// <returns>What happened and what to do; null for every other fault.</returns>
    public static string? Explain(Exception fault) => fault is not SqliteException error ? null : error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"The disk that holds the catalogue is full. {Kept} Make room on it.",
        raw.SQLITE_IOERR => $"The disk that holds the catalogue could not be read or written. {Kept} Check that it is sound and has room.",
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM =>
            $"The catalogue's file can no longer be written to. {Kept} Check this user's rights to it and to its folder.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another program holds the catalogue's file. {Kept} Close that program.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "The catalogue's file is damaged. Restore it from a backup, or move it away to harvest everything anew.",
        _ => null,
    };
}
