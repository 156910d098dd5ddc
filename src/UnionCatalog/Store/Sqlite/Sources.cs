using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>Members by number: a million records repeat a number rather than a name.</summary>
internal static class Sources
{
    public static long? Find(SqliteSession session, SourceId source) =>
        session.Find<long?>("SELECT id FROM sources WHERE name = ?1", source.Value);

    public static long FindOrAdd(SqliteSession session, SourceId source) =>
        Find(session, source) ?? session.Find<long>("INSERT INTO sources (name) VALUES (?1) RETURNING id", source.Value);
}
