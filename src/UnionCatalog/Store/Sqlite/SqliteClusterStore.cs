using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>The clustering side of the store.</summary>
internal sealed class SqliteClusterStore(SqliteDatabase database, TimeProvider clock) : IClusterStore
{
    public async Task<IClusteringWork> BeginAsync(CancellationToken cancellation) =>
        new SqliteClusteringWork(await database.BeginAsync(cancellation), clock.GetUtcNow());

    public Task<IRecordSnapshot> OpenSnapshotAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IRecordSnapshot>(new SqliteRecordSnapshot(database));
    }

    public async Task<IClusterRebuild> BeginRebuildAsync(CancellationToken cancellation) =>
        new SqliteClusterRebuild(await database.BeginAsync(cancellation), clock.GetUtcNow());

    public Task<ClusteringState> GetStateAsync(CancellationToken cancellation) => database.ReadAsync(
        session => new ClusteringState(
            Cursors.FindRules(session),
            session.Find<long>("SELECT count(*) FROM record_changes WHERE number > ?1", Cursors.Find(session)),
            session.Find<long>("SELECT coalesce(max(id), 0) FROM records")),
        cancellation);

    public async Task ResetAsync(CancellationToken cancellation)
    {
        using var transaction = await database.BeginAsync(cancellation);
        Cursors.SetRules(transaction.Session, null);
        Cursors.Set(transaction.Session, 0);
        transaction.Commit();
    }

    public Task<ClusterId?> FindRedirectAsync(ClusterId cluster, CancellationToken cancellation) => database.ReadAsync(
        session => ToId(session.Find<string>("SELECT t.id FROM clusters c JOIN clusters t ON t.number = c.target WHERE c.id = ?1", cluster.Value)),
        cancellation);

    public Task<ClusterId?> FindClusterAsync(RecordKey record, CancellationToken cancellation) => database.ReadAsync(
        session => ToId(session.Find<string>(
            $"""
            SELECT c.id FROM {StoredRecords.Tables} JOIN memberships m ON m.record = r.id JOIN clusters c ON c.number = m.cluster
            WHERE s.name = ?1 AND r.identifier = ?2
            """,
            record.Source.Value, record.Identifier)),
        cancellation);

    public Task<IReadOnlyList<Change<ClusterId>>> ReadChangesAsync(long after, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Change<ClusterId>>>(
            session => session.List(
                "SELECT number, cluster FROM cluster_changes WHERE number > ?1 ORDER BY number LIMIT ?2",
                row => new Change<ClusterId>(row.GetInt64(0), new ClusterId(row.GetString(1))),
                after, limit),
            cancellation);

    public Task<long> GetLastChangeAsync(CancellationToken cancellation) =>
        database.ReadAsync(session => session.Find<long>("SELECT coalesce(max(number), 0) FROM cluster_changes"), cancellation);

    public Task<IReadOnlyList<HarvestedRecord.Live>> ListRecordsAsync(ClusterId cluster, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<HarvestedRecord.Live>>(session => Memberships.ListRecords(session, cluster), cancellation);

    public Task<ClusterRecords> ListFirstRecordsAsync(ClusterId cluster, int limit, CancellationToken cancellation) => database.ReadAsync(
        session => Memberships.ListRecords(session, cluster, limit), cancellation);

    public Task<OwnDuplicates> ListOwnDuplicatesAsync(SourceId source, int offset, int limit, CancellationToken cancellation) =>
        database.ReadAsync(session => OwnDuplicateQuery.List(session, source, offset, limit), cancellation);

    public Task<IReadOnlyList<LivingCluster>> ListLivingAsync(long after, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<LivingCluster>>(
            session => session.List(
                """
                SELECT c.number, c.id, h.at FROM clusters c LEFT JOIN cluster_changes h ON h.cluster = c.id
                WHERE c.number > ?1 AND c.target IS NULL AND EXISTS (SELECT 1 FROM memberships m WHERE m.cluster = c.number) ORDER BY c.number LIMIT ?2
                """,
                row => new LivingCluster(row.GetInt64(0), new ClusterId(row.GetString(1)), row.FindTime(2)),
                after, limit),
            cancellation);

    public Task<DateOnly?> FindArrivalAsync(ClusterId cluster, CancellationToken cancellation) =>
        database.ReadAsync(session => Arrivals.Find(session, cluster.Value), cancellation);

    public Task<long> CountAsync(CancellationToken cancellation) =>
        database.ReadAsync(session => session.Find<long>("SELECT count(*) FROM (SELECT DISTINCT cluster FROM memberships)"), cancellation);

    public IAsyncEnumerable<(ClusterId Cluster, IReadOnlyList<RecordKey> Records)> ListAsync(CancellationToken cancellation) =>
        List(cancellation).ToAsyncEnumerable();

    private static ClusterId? ToId(string? id) => id is null ? null : new ClusterId(id);

    private IEnumerable<(ClusterId Cluster, IReadOnlyList<RecordKey> Records)> List(CancellationToken cancellation)
    {
        var reader = database.RentReader();
        try
        {
            // One state of the store throughout: the session stays at it as long as the outer statement is open.
            foreach (var cluster in reader.Stream("SELECT DISTINCT c.id FROM memberships m JOIN clusters c ON c.number = m.cluster", row => new ClusterId(row.GetString(0))))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return (cluster, Memberships.List(reader, cluster));
            }
        }
        finally
        {
            database.Return(reader);
        }
    }
}
