namespace UnionCatalog.Store.Sqlite;

/// <summary>Which run told each record last: what a whole list did not tell is known by it.</summary>
internal static class Sightings
{
    /// <summary>Notes that a run told these records; nothing where the run is null.</summary>
    public static void Note(SqliteSession session, IEnumerable<long> records, long? run)
    {
        if (run is not null)
        {
            session.Execute("INSERT OR REPLACE INTO sightings (record, run) SELECT value, ?2 FROM json_each(?1)", records.ToStored(), run);
        }
    }

    /// <summary>Takes back that a run told these records, which it now says are deleted: its whole list lacks them.</summary>
    public static void TakeBack(SqliteSession session, IReadOnlyCollection<long> records, long? run)
    {
        if (records.Count > 0)
        {
            session.Execute("UPDATE sightings SET run = run - 1 WHERE run = ?2 AND record IN (SELECT value FROM json_each(?1))", records.ToStored(), run);
        }
    }

    /// <summary>Notes a record that could not be read this time: the member still has it.</summary>
    public static void NoteByIdentifier(SqliteSession session, long source, string? identifier, long? run) => session.Execute(
        "INSERT OR REPLACE INTO sightings (record, run) SELECT id, ?3 FROM records WHERE source = ?1 AND identifier = ?2 AND ?3 IS NOT NULL", source, identifier, run);
}
