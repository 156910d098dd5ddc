namespace UnionCatalog.Store.Sqlite;

/// <summary>Stores records as one member tells them, and appends those that changed to the log.</summary>
/// <param name="session">A transaction under way.</param>
/// <param name="source">The member, by number.</param>
/// <param name="run">The run by which the member tells them; null where they are not told anew.</param>
/// <param name="isSweep">Whether a deletion is left to the run's end, to be decided with all that the whole list lacks.</param>
/// <param name="now">When, by this machine's clock.</param>
internal sealed class PageWriter(SqliteSession session, long source, long? run, bool isSweep, DateTimeOffset now)
{
    private const string Insert =
        "INSERT INTO records (datestamp, format, hash, size, metadata, source, identifier) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    private const string Update = "UPDATE records SET datestamp = ?1, format = ?2, hash = ?3, size = ?4, metadata = ?5 WHERE id = ?6";

    private readonly List<long> _told = [];
    private readonly List<long> _gone = [];
    private readonly List<long> _log = [];
    private bool _hasArrival;
    private long _new;
    private long _changed;
    private long _unchanged;
    private long _deleted;

    /// <summary>Stores the records of a page.</summary>
    /// <param name="drafts">The records.</param>
    /// <param name="isCurrent">Whether what they say is stored still is.</param>
    public RunCounts Store(IEnumerable<RecordDraft> drafts, bool isCurrent)
    {
        foreach (var told in drafts)
        {
            var stored = isCurrent ? told.Stored : StoredState.Find(session, source, told.Identifier);
            if (isSweep && told.Format is null && stored?.Format is not null)
            {
                _gone.Add(stored.Id);
            }
            else
            {
                _told.Add(Store(told, stored));
            }
        }

        Sightings.Note(session, _told, run);
        Sightings.TakeBack(session, _gone, run);
        session.Execute("INSERT OR REPLACE INTO record_changes (record, at) SELECT value, ?2 FROM json_each(?1)", _log.ToStored(), now.ToStored());
        return new RunCounts { New = _new, Changed = _changed, Unchanged = _unchanged, Deleted = _deleted };
    }

    private long Store(RecordDraft told, StoredState? stored)
    {
        if (stored?.IsSame(told) == true)
        {
            _unchanged++;
            Redate(stored, told);
            return stored.Id;
        }

        var id = stored is null ? Add(told) : Replace(stored.Id, told);
        if (told.Format is not null || stored is not null) // a deletion of what was never there is no change
        {
            _log.Add(id);
            Count(told, stored);
        }

        return id;
    }

    private void Count(RecordDraft told, StoredState? stored)
    {
        _new += told.Format is not null && stored?.Format is null ? 1 : 0;
        _changed += told.Format is not null && stored?.Format is not null ? 1 : 0;
        _deleted += told.Format is null ? 1 : 0;
    }

    // The member's date alone is no change of the record: some members date everything anew every night.
    private void Redate(StoredState stored, RecordDraft told)
    {
        if (stored.Datestamp != told.Datestamp)
        {
            session.Statement("UPDATE records SET datestamp = ?2 WHERE id = ?1").With(stored.Id).With(told.Datestamp).Run();
        }
    }

    private long Add(RecordDraft told)
    {
        With(Insert, told).With(source).With(told.Identifier).Run();
        var id = session.LastInserted;
        if (!_hasArrival)
        {
            Arrivals.Note(session, id, now);
            _hasArrival = true;
        }

        return id;
    }

    private long Replace(long id, RecordDraft told)
    {
        With(Update, told).With(id).Run();
        return id;
    }

    private SqliteStatement With(string sql, RecordDraft told) => session.Statement(sql)
        .With(told.Datestamp).With((long?)told.Format).With(told.Hash).With(told.Size).With(told.Metadata);
}
