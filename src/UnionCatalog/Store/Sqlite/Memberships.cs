using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>Which records are in a cluster.</summary>
internal static class Memberships
{
    /// <summary>The records of a cluster, the first stored first.</summary>
    public static List<RecordKey> List(SqliteSession session, ClusterId cluster) => session.List(
        $"SELECT s.name, r.identifier FROM {StoredRecords.Tables} JOIN memberships m ON m.record = r.id WHERE m.cluster = (SELECT number FROM clusters WHERE id = ?1) ORDER BY r.id",
        row => StoredRecords.ReadKey(row, 0), cluster.Value);
}
