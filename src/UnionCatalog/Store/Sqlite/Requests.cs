using System.Globalization;
using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>How many requests were sent to each member on each day.</summary>
internal static class Requests
{
    /// <summary>Those of one day.</summary>
    public static long Count(SqliteSession session, SourceId source, DateOnly day) => session.Find<long>(
        "SELECT r.count FROM requests r JOIN sources s ON s.id = r.source WHERE s.name = ?1 AND r.day = ?2", source.Value, Stored(day));

    /// <summary>Counts one more.</summary>
    /// <returns>How many it makes that day.</returns>
    public static long Add(SqliteSession session, SourceId source, DateOnly day) => session.Find<long>(
        "INSERT INTO requests (source, day, count) VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count",
        Sources.FindOrAdd(session, source), Stored(day));

    private static string Stored(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
