namespace UnionCatalog.Store.Sqlite;

/// <summary>Removes many records in one step, however many they are: they are listed in a table of the session's own.</summary>
internal static class Removal
{
    /// <summary>Lists the records that a query finds.</summary>
    /// <returns>How many they are.</returns>
    public static long Fill(SqliteSession session, string query, params ReadOnlySpan<object?> values)
    {
        session.ExecuteScript("CREATE TEMP TABLE IF NOT EXISTS removal (record INTEGER PRIMARY KEY) STRICT; DELETE FROM temp.removal;");
        session.Execute($"INSERT INTO temp.removal (record) {query}", values);
        return session.Find<long>("SELECT count(*) FROM temp.removal");
    }

    /// <summary>Makes the listed records deleted, and appends them to the change log.</summary>
    public static void Execute(SqliteSession session, DateTimeOffset now)
    {
        session.Execute(
            """
            UPDATE records SET datestamp = NULL, format = NULL, hash = NULL, size = NULL, metadata = NULL
            WHERE id IN (SELECT record FROM temp.removal)
            """);
        session.Execute("INSERT OR REPLACE INTO record_changes (record, at) SELECT record, ?1 FROM temp.removal ORDER BY record", now.ToStored());
    }
}
