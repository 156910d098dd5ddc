using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>Looks up, for one cluster, block or identifier, what matching leaves to a person.</summary>
internal static class ReviewLookups
{
    /// <summary>The tasks that a cluster has a part in.</summary>
    public static List<ReviewTask> FindTasks(SqliteSession session, ClusterId cluster, int limit) => session.List(
        """
        SELECT f.id, s.id, v.weight, v.records, v.first_profile, v.second_profile FROM reviews v
            JOIN clusters f ON f.number = v.first JOIN clusters s ON s.number = v.second
        WHERE v.first = (SELECT number FROM clusters WHERE id = ?1) OR v.second = (SELECT number FROM clusters WHERE id = ?1)
        ORDER BY v.records DESC, v.weight DESC, v.first, v.second LIMIT ?2
        """,
        row => new ReviewTask(
            new(row.GetString(0)), new(row.GetString(1)), SqliteReviewStore.ListRecords(session, row.GetInt64(4), 1)[0],
            SqliteReviewStore.ListRecords(session, row.GetInt64(5), 1)[0], row.GetInt32(2), row.GetInt64(3)),
        cluster.Value, limit);

    /// <summary>Those of these blocks that are too crowded.</summary>
    public static HashSet<long> FindCrowded(SqliteSession session, IEnumerable<long> blocks) =>
        [.. blocks.Where(block => session.Find<long?>("SELECT 1 FROM crowds WHERE block = ?1", block) is not null)];

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
