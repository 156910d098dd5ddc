using Microsoft.Data.Sqlite;
using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>Looks up, for one cluster, block or identifier, what matching leaves to a person.</summary>
internal static class ReviewLookups
{
    /// <summary>The tasks that a cluster has a part in.</summary>
    public static List<ReviewTask> FindTasks(SqliteSession session, ClusterId cluster, int limit) => [.. session.List(
        """
        SELECT f.id, s.id, v.weight, v.holdings, v.first_profile, v.second_profile FROM reviews v
            JOIN clusters f ON f.number = v.first JOIN clusters s ON s.number = v.second
        WHERE v.first = (SELECT number FROM clusters WHERE id = ?1) OR v.second = (SELECT number FROM clusters WHERE id = ?1)
        ORDER BY v.holdings DESC, v.weight DESC, v.first, v.second LIMIT ?2
        """,
        row => ReadTask(session, row),
        cluster.Value, limit).OfType<ReviewTask>()];

    /// <summary>A task; null when one of its profiles has no record any more.</summary>
    public static ReviewTask? ReadTask(SqliteSession session, SqliteDataReader row) =>
        FindRecord(session, row.GetInt64(4)) is { } left && FindRecord(session, row.GetInt64(5)) is { } right
            ? new(new(row.GetString(0)), new(row.GetString(1)), left, right, row.GetInt32(2), row.GetInt64(3))
            : null;

    /// <summary>The first record of a profile; null when it has none any more.</summary>
    public static RecordKey? FindRecord(SqliteSession session, long profile) => SqliteReviewStore.ListRecords(session, profile, 1).FirstOrDefault();

    /// <summary>Those of these blocks that hold more profiles than a limit.</summary>
    public static HashSet<long> FindCrowded(SqliteSession session, IEnumerable<long> blocks, int limit) =>
        [.. blocks.Where(block => session.Find<long>("SELECT 1 FROM blocks WHERE block = ?1 LIMIT 1 OFFSET ?2", block, limit) == 1)];

    /// <summary>How many profiles of a block stand between two hashes, counted to a limit.</summary>
    public static int CountBetween(SqliteSession session, long block, UInt128 lower, UInt128 upper, int limit) => (int)(
        session.Statement("""
            SELECT count(*) FROM (
                SELECT 1 FROM blocks b CROSS JOIN profiles p ON p.id = b.profile WHERE b.block = ?1 AND p.hash > ?2 AND p.hash < ?3 LIMIT ?4)
            """).With(block).With(lower).With(upper).With(limit).FindNumber() ?? 0);

    /// <summary>Who bears an identifier that is not believed.</summary>
    public static IdentifierBearers FindBearers(SqliteSession session, string identifier)
    {
        const string Bearers = """
            FROM suspicious i JOIN blocks b ON b.block = i.block JOIN profiles p ON p.id = b.profile
                JOIN memberships m ON m.profile = p.id JOIN records r ON r.id = m.record JOIN sources s ON s.id = r.source
            WHERE i.identifier = ?1
            """;

        // Beside min(), SQLite gives the columns of the row that has the least (https://sqlite.org/lang_select.html#bareagg).
        var libraries = session.List(
            $"SELECT s.name, r.identifier, min(r.id), count(*) AS records, count(DISTINCT p.title) {Bearers} GROUP BY s.id ORDER BY records DESC, s.name",
            row => new LibraryBearers(new SourceId(row.GetString(0)), row.GetInt64(3), row.GetInt64(4), StoredRecords.ReadKey(row, 0)),
            identifier);
        return new(libraries.Sum(library => library.Records), session.Find<long>($"SELECT count(DISTINCT p.title) {Bearers}", identifier), libraries);
    }
}
