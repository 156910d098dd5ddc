using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>Which records are in a cluster.</summary>
internal static class Memberships
{
    private const string LiveOfCluster = $"""
        FROM {StoredRecords.Tables} JOIN memberships m ON m.record = r.id
        WHERE m.cluster = (SELECT number FROM clusters WHERE id = ?1) AND r.format IS NOT NULL
        """;

    /// <summary>The records of a cluster, the first stored first.</summary>
    public static List<RecordKey> List(SqliteSession session, ClusterId cluster) => session.List(
        $"SELECT s.name, r.identifier FROM {StoredRecords.Tables} JOIN memberships m ON m.record = r.id WHERE m.cluster = (SELECT number FROM clusters WHERE id = ?1) ORDER BY r.id",
        row => StoredRecords.ReadKey(row, 0), cluster.Value);

    /// <summary>The live records of a cluster, the first stored first.</summary>
    public static List<HarvestedRecord.Live> ListRecords(SqliteSession session, ClusterId cluster) => session.List(
        $"SELECT {StoredRecords.Columns} {LiveOfCluster} ORDER BY r.id",
        row => (HarvestedRecord.Live)StoredRecords.Read(row).Record, cluster.Value);

    /// <summary>The first of these and how many there are, in one statement so that both are of one state of the store.</summary>
    public static ClusterRecords ListRecords(SqliteSession session, ClusterId cluster, int limit)
    {
        var total = 0;
        var records = session.List(
            $"SELECT {StoredRecords.Columns}, (SELECT count(*) {LiveOfCluster}) {LiveOfCluster} ORDER BY r.id LIMIT ?2",
            row =>
            {
                total = row.GetInt32(7);
                return (HarvestedRecord.Live)StoredRecords.Read(row).Record;
            },
            cluster.Value, limit);
        return new(total, records);
    }
}
