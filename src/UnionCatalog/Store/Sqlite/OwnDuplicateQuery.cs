using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>The clusters that hold several live records of one source.</summary>
internal static class OwnDuplicateQuery
{
    // Walks the live records of the source by their index; for 100,000 of them that takes a tenth of a second.
    private const string Clusters = """
        SELECT m.cluster, count(*) AS records FROM records r JOIN memberships m ON m.record = r.id
        WHERE r.source = (SELECT id FROM sources WHERE name = ?1) AND r.format IS NOT NULL
        GROUP BY m.cluster HAVING count(*) > 1
        """;

    private const string Identifiers = """
        SELECT r.identifier FROM memberships m JOIN records r ON r.id = m.record
        WHERE m.cluster = ?2 AND r.source = (SELECT id FROM sources WHERE name = ?1) AND r.format IS NOT NULL
        ORDER BY r.identifier LIMIT ?3
        """;

    public static OwnDuplicates List(SqliteSession session, SourceId source, int offset, int limit)
    {
        var total = session.Find<long>($"SELECT count(*) FROM ({Clusters})", source.Value);
        var clusters = total <= offset ? [] : session.List(
            $"SELECT d.cluster, c.id, d.records FROM ({Clusters}) d JOIN clusters c ON c.number = d.cluster ORDER BY d.cluster LIMIT ?2 OFFSET ?3",
            row => (Number: row.GetInt64(0), Id: row.GetString(1), Records: row.GetInt32(2)),
            source.Value, limit, offset);
        return new OwnDuplicates(total, clusters.ConvertAll(cluster => new OwnDuplicate(
            new ClusterId(cluster.Id),
            session.List(Identifiers, row => row.GetString(0), source.Value, cluster.Number, OwnDuplicate.MostIdentifiers),
            cluster.Records)));
    }
}
