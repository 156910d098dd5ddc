using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>The records at one moment: a reading transaction that stays open.</summary>
internal sealed class SqliteRecordSnapshot : IRecordSnapshot
{
    private readonly SqliteDatabase _database;
    private readonly SqliteSession _session;
    private readonly Dictionary<long, SourceId> _sources;
    private long _last;

    public SqliteRecordSnapshot(SqliteDatabase database)
    {
        _database = database;
        _session = database.RentReader();
        _session.Execute("BEGIN");
        LastChange = _session.Find<long>("SELECT coalesce(max(number), 0) FROM record_changes");
        Known = Cursors.Find(_session);
        Records = _session.Find<long>("SELECT coalesce(max(id), 0) FROM records");
        Overrides = _session.List(
            "SELECT a, b, kind FROM overrides ORDER BY id", row => new StoredOverride(row.GetInt64(0), row.GetInt64(1), (OverrideKind)row.GetInt64(2)));
        _sources = _session.List("SELECT id, name FROM sources", row => (Id: row.GetInt64(0), Name: row.GetString(1)))
            .ToDictionary(source => source.Id, source => new SourceId(source.Name));
    }

    public long LastChange { get; }

    public long Known { get; }

    public long Records { get; }

    public IReadOnlyList<StoredOverride> Overrides { get; }

    public IReadOnlyList<PackedRecord> Read(int limit)
    {
        var records = _session.Statement("""
            SELECT r.id, c.number, r.source, r.identifier, r.datestamp, r.format, r.size, r.metadata
            FROM records r NOT INDEXED LEFT JOIN record_changes c ON c.record = r.id
            WHERE r.id > ?1 AND r.format IS NOT NULL ORDER BY r.id LIMIT ?2
            """).With(_last).With(limit).List(Read);
        _last = records is [.., var last] ? last.Record : _last;
        return records;
    }

    public void Dispose()
    {
        _session.RollBack();
        _database.Return(_session);
    }

    private PackedRecord Read(SqliteStatement.Row row)
    {
        var key = new RecordKey(_sources[row.GetNumber(2)], row.GetText(3));
        var datestamp = row.FindNumber(4) is { } time ? DateTimeOffset.UnixEpoch.AddTicks(time * TimeSpan.TicksPerMicrosecond) : (DateTimeOffset?)null;
        var (format, size, metadata) = ((MetadataFormat)row.GetNumber(5), row.GetNumber(6), row.FindBytes(7)!);
        return new(
            row.GetNumber(0), row.FindNumber(1) ?? 0, key, format,
            () => new HarvestedRecord.Live(key, datestamp, format, Values.Decompress(metadata, size)));
    }
}
