namespace UnionCatalog.Store.Sqlite;

/// <summary>A piece of clustering work: the one transaction that writes while it lasts.</summary>
internal sealed partial class SqliteClusteringWork(WriteTransaction transaction, DateTimeOffset now) : SqliteAddresses(transaction, now), IClusteringWork
{
    private const string Placed = "SELECT record, profile, cluster, holdings FROM memberships ";
    private long? _cursor;

    public Task<IReadOnlyList<RecordChange>> ReadChangesAsync(int limit)
    {
        _cursor ??= Cursors.Find(Session);
        var changes = Session.List(
            $"""
            SELECT {StoredRecords.Columns}, c.number FROM {StoredRecords.Tables} JOIN record_changes c ON c.record = r.id
            WHERE c.number > ?1 ORDER BY c.number LIMIT ?2
            """,
            row => new RecordChange(row.GetInt64(7), row.GetInt64(0), StoredRecords.Read(row).Record),
            _cursor, limit);
        _cursor = changes is [.., var last] ? last.Number : _cursor;
        return Task.FromResult<IReadOnlyList<RecordChange>>(changes);
    }

    public Task<Placement?> FindPlacementAsync(long record) =>
        Task.FromResult(Session.Statement(Placed + "WHERE record = ?1").With(record).List(ReadPlacement) is [var only] ? only : (Placement?)null);

    public Task<IReadOnlyList<Placement>> ListOfProfileAsync(long profile, int limit) => Task.FromResult<IReadOnlyList<Placement>>(
        Session.Statement(Placed + "WHERE profile = ?1 ORDER BY record LIMIT ?2").With(profile).With(limit).List(ReadPlacement));

    public Task<IReadOnlyList<Placement>> ListOfClusterAsync(long cluster) => Task.FromResult<IReadOnlyList<Placement>>(
        Session.Statement(Placed + "WHERE cluster = ?1 ORDER BY record").With(cluster).List(ReadPlacement));

    public Task<long> CountHoldingsAsync(long cluster) =>
        Task.FromResult(Session.Statement("SELECT sum(holdings) FROM memberships WHERE cluster = ?1").With(cluster).FindNumber() ?? 0);

    public Task PlaceAsync(Placement placement)
    {
        Rows.Write(Session, placement);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(long record)
    {
        Session.Statement("DELETE FROM memberships WHERE record = ?1").With(record).Run();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StoredOverride>> FindOverridesAsync(long record) => Task.FromResult<IReadOnlyList<StoredOverride>>(
        Session.Statement("SELECT a, b, kind FROM overrides WHERE a = ?1 OR b = ?1").With(record)
            .List(row => new StoredOverride(row.GetNumber(0), row.GetNumber(1), (OverrideKind)row.GetNumber(2))));

    public Task ReplaceReviewsAsync(long cluster, IReadOnlyCollection<StoredReview> reviews)
    {
        Session.Statement("DELETE FROM reviews WHERE first = ?1").With(cluster).Run();
        Session.Statement("DELETE FROM reviews WHERE second = ?1").With(cluster).Run();
        foreach (var review in reviews)
        {
            Rows.Write(Session, review);
        }

        return Task.CompletedTask;
    }

    public Task CommitAsync()
    {
        if (_cursor is { } cursor)
        {
            Cursors.Set(Session, cursor);
        }

        Transaction.Commit();
        return Task.CompletedTask;
    }

    private static Placement ReadPlacement(SqliteStatement.Row row) => new(row.GetNumber(0), row.GetNumber(1), row.GetNumber(2), (int)row.GetNumber(3));
}
