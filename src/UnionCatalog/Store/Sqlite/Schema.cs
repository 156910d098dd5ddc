namespace UnionCatalog.Store.Sqlite;

/// <summary>The layout of the file, and the way from each older layout to the next.</summary>
internal static partial class Schema
{
    // "UCAT", so that another program's database is not taken for a store (https://sqlite.org/pragma.html#pragma_application_id).
    private const long ApplicationId = 0x55434154;

    // Layout n + 1 is reached from layout n by Steps[n]. A step that was released is never edited.
    private static readonly string[] Steps = [Layout1, Layout2, Layout3, Layout4, Layout5, Layout6];

    /// <summary>Sets up the session that writes, and brings the file to the present layout in one transaction.</summary>
    /// <exception cref="InvalidDataException">The file is another program's, or of a later version.</exception>
    public static void Prepare(SqliteSession writer, string file)
    {
        Refuse(writer, file);
        // FULL: a commit is on the disk before it is told, so that a loss of power loses nothing (fullfsync: on macOS too);
        // SqliteDatabase.BeginAsync says which commits need not be. The log is moved into the file every 32 MB, for each time
        // waits for the disk twice, and cut back to 64 MB after a long transaction; 64 MB of pages are kept in memory.
        writer.ExecuteScript("""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA fullfsync = ON;
            PRAGMA journal_size_limit = 67108864;
            PRAGMA wal_autocheckpoint = 8192;
            PRAGMA cache_size = -32768;
            """);
        if (Layout(writer) < Steps.Length)
        {
            BringUpToDate(writer);
        }
    }

    private static void BringUpToDate(SqliteSession writer)
    {
        writer.Execute("BEGIN IMMEDIATE");
        // Asked again inside the transaction: another process may have been faster.
        for (var layout = Layout(writer); layout < Steps.Length; layout++)
        {
            writer.ExecuteScript(Steps[layout]);
        }

        writer.ExecuteScript($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Steps.Length}; COMMIT;");
    }

    private static void Refuse(SqliteSession writer, string file)
    {
        var owner = writer.Find<long>("PRAGMA application_id");
        if (owner != ApplicationId && writer.Find<long>("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new InvalidDataException($"{file} is another program's database. Name another file for the store.");
        }

        if (Layout(writer) is var layout && layout > Steps.Length)
        {
            throw new InvalidDataException(
                $"{file} was written by a later version of UnionCatalog: its layout is {layout}, this version knows up to {Steps.Length}. "
                + "Install that version again, or restore the backup made before it.");
        }
    }

    private static long Layout(SqliteSession writer) => writer.Find<long>("PRAGMA user_version");
}
