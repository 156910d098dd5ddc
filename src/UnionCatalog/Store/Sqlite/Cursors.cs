namespace UnionCatalog.Store.Sqlite;

/// <summary>How far the clusters have read the change log of records, and by which rules they were drawn.</summary>
internal static class Cursors
{
    public static long Find(SqliteSession session) => session.Find<long>("SELECT number FROM cursors WHERE name = 'clusters'");

    public static void Set(SqliteSession session, long number) => session.Execute(
        "INSERT INTO cursors (name, number) VALUES ('clusters', ?1) ON CONFLICT (name) DO UPDATE SET number = excluded.number", number);

    public static string? FindRules(SqliteSession session) => session.Find<string>("SELECT rules FROM drawn_by");

    public static void SetRules(SqliteSession session, string? rules)
    {
        session.Execute("DELETE FROM drawn_by");
        if (rules is not null)
        {
            session.Execute("INSERT INTO drawn_by (rules) VALUES (?1)", rules);
        }
    }
}
