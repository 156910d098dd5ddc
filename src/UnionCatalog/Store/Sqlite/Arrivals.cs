namespace UnionCatalog.Store.Sqlite;

/// <summary>On which days records came.</summary>
internal static class Arrivals
{
    private const long MicrosecondsOfDay = 86_400_000_000;

    /// <summary>Notes that a record came now, unless others of this day did before. A clock that was set back makes no earlier day.</summary>
    public static void Note(SqliteSession session, long record, DateTimeOffset now) => session
        .Statement("INSERT INTO arrivals (record, day) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM arrivals WHERE day >= ?2)")
        .With(record).With(now.ToStored() / MicrosecondsOfDay).Run();

    /// <summary>The day on which the earliest record came that is in a cluster, or that it was named after; null when there is no such cluster.</summary>
    public static DateOnly? Find(SqliteSession session, string cluster)
    {
        var day = session.Statement("""
            SELECT day FROM arrivals WHERE record <=
                (SELECT min(c.record, coalesce((SELECT min(m.record) FROM memberships m WHERE m.cluster = c.number), c.record)) FROM clusters c WHERE c.id = ?1)
            ORDER BY record DESC LIMIT 1
            """).With(cluster).FindNumber();
        return day is { } number ? DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)number) : null;
    }
}
