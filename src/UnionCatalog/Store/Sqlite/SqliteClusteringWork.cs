using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>A piece of clustering work: the one transaction that writes while it lasts.</summary>
internal sealed class SqliteClusteringWork(WriteTransaction transaction, DateTimeOffset now) : IClusteringWork
{
    private readonly Dictionary<RecordKey, long> _ids = [];
    private long? _cursor;

    private SqliteSession Session => transaction.Session;

    public Task<IReadOnlyList<Change<HarvestedRecord>>> ReadChangesAsync(int limit)
    {
        _cursor ??= Session.Find<long>("SELECT number FROM cursors WHERE name = 'clusters'");
        var changes = Session.List(
            $"""
            SELECT {StoredRecords.Columns}, c.number FROM {StoredRecords.Tables} JOIN record_changes c ON c.record = r.id
            WHERE c.number > ?1 ORDER BY c.number LIMIT ?2
            """,
            row => new Change<HarvestedRecord>(row.GetInt64(7), Remember(StoredRecords.Read(row))),
            _cursor, limit);
        _cursor = changes is [.., var last] ? last.Number : _cursor;
        return Task.FromResult<IReadOnlyList<Change<HarvestedRecord>>>(changes);
    }

    public Task SetBlocksAsync(RecordKey record, IReadOnlyCollection<string> blocks)
    {
        var id = IdOf(record);
        Session.Execute("DELETE FROM blocks WHERE profile = ?1", id);
        foreach (var block in blocks)
        {
            Session.Execute("INSERT OR IGNORE INTO blocks (block, profile) VALUES (?1, ?2)", Hash(block), id);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<HarvestedRecord.Live>> FindCandidatesAsync(RecordKey record, int limit)
    {
        var id = IdOf(record);
        var blocks = Session.List("SELECT block FROM blocks WHERE profile = ?1", row => row.GetInt64(0), id);
        // A block can be large; with a limit for each, only its beginning is read.
        var candidates = blocks.SelectMany(block => Session.List(
            """
            SELECT b.profile FROM blocks b JOIN records r ON r.id = b.profile
            WHERE b.block = ?1 AND b.profile <> ?2 AND r.format IS NOT NULL ORDER BY b.profile LIMIT ?3
            """,
            row => row.GetInt64(0), block, id, limit));
        return Task.FromResult<IReadOnlyList<HarvestedRecord.Live>>([.. candidates.Distinct().Order().Select(GetLive)]);
    }

    public Task SetPairsAsync(RecordKey record, IReadOnlyCollection<RecordKey> partners)
    {
        var id = IdOf(record);
        Session.Execute("DELETE FROM pairs WHERE (profile, partner) IN (SELECT partner, profile FROM pairs WHERE profile = ?1)", id);
        Session.Execute("DELETE FROM pairs WHERE profile = ?1", id);
        foreach (var partner in partners)
        {
            Session.Execute("INSERT OR IGNORE INTO pairs (profile, partner, weight, is_same) VALUES (?1, ?2, 0, 1), (?2, ?1, 0, 1)", id, IdOf(partner));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RecordKey>> FindPartnersAsync(RecordKey record) =>
        Task.FromResult<IReadOnlyList<RecordKey>>(Session.List(
            $"SELECT s.name, r.identifier FROM {StoredRecords.Tables} JOIN pairs p ON p.partner = r.id WHERE p.profile = ?1 ORDER BY r.id",
            row => StoredRecords.ReadKey(row, 0), IdOf(record)));

    public Task<ClusterId?> FindClusterAsync(RecordKey record) => Task.FromResult<ClusterId?>(
        Session.Find<string>("SELECT c.id FROM memberships m JOIN clusters c ON c.number = m.cluster WHERE m.record = ?1", IdOf(record)) is { } cluster ? new ClusterId(cluster) : null);

    public Task<IReadOnlyList<RecordKey>> ListMembersAsync(ClusterId cluster) =>
        Task.FromResult<IReadOnlyList<RecordKey>>(Memberships.List(Session, cluster));

    public Task AssignAsync(ClusterId cluster, IReadOnlyCollection<RecordKey> records)
    {
        foreach (var id in records.Select(IdOf))
        {
            Remove(id);
            Session.Execute("INSERT OR IGNORE INTO clusters (id) VALUES (?1)", cluster.Value);
            Session.Execute("INSERT INTO memberships (record, profile, cluster) SELECT ?1, ?1, number FROM clusters WHERE id = ?2", id, cluster.Value);
            Log(cluster);
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(RecordKey record)
    {
        Remove(IdOf(record));
        return Task.CompletedTask;
    }

    public Task TouchAsync(ClusterId cluster)
    {
        Log(cluster);
        return Task.CompletedTask;
    }

    public Task<long> GetSeniorityAsync(RecordKey record) => Task.FromResult(IdOf(record));

    public Task CommitAsync()
    {
        if (_cursor is { } cursor)
        {
            Session.Execute(
                "INSERT INTO cursors (name, number) VALUES ('clusters', ?1) ON CONFLICT (name) DO UPDATE SET number = excluded.number", cursor);
        }

        transaction.Commit();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        transaction.Dispose();
        return ValueTask.CompletedTask;
    }

    private static long Hash(string block) => (long)System.IO.Hashing.XxHash3.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(block));

    private void Remove(long record)
    {
        if (Session.Find<string>("DELETE FROM memberships WHERE record = ?1 RETURNING (SELECT id FROM clusters WHERE number = cluster)", record) is { } cluster)
        {
            Log(new ClusterId(cluster));
        }
    }

    private HarvestedRecord.Live GetLive(long id) => (HarvestedRecord.Live)Session.FindRow(
        $"SELECT {StoredRecords.Columns} FROM {StoredRecords.Tables} WHERE r.id = ?1", row => Remember(StoredRecords.Read(row)), id)!;

    private void Log(ClusterId cluster) =>
        Session.Execute("INSERT OR REPLACE INTO cluster_changes (cluster, at) VALUES (?1, ?2)", cluster.Value, now.ToStored());

    private long IdOf(RecordKey key)
    {
        if (!_ids.TryGetValue(key, out var id))
        {
            id = Session.Find<long?>(
                    "SELECT r.id FROM records r JOIN sources s ON s.id = r.source WHERE s.name = ?1 AND r.identifier = ?2",
                    key.Source.Value, key.Identifier)
                ?? throw new ArgumentException($"The store has no record {key}.", nameof(key));
            _ids.Add(key, id);
        }

        return id;
    }

    private HarvestedRecord Remember((long Id, HarvestedRecord Record) row)
    {
        _ids[row.Record.Key] = row.Id;
        return row.Record;
    }
}
