using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>The addresses of clusters, as rows, within the one transaction that writes.</summary>
internal abstract class SqliteAddresses(WriteTransaction transaction, DateTimeOffset now) : IClusterAddresses, IAsyncDisposable
{
    private const string Address = "SELECT number, id, record, target FROM clusters ";

    protected WriteTransaction Transaction => transaction;

    protected SqliteSession Session => transaction.Session;

    /// <summary>When this transaction began, by this machine's clock.</summary>
    protected long Now { get; } = now.ToStored();

    public Task<ClusterAddress?> FindAddressAsync(ClusterId id) =>
        Task.FromResult(Session.Statement(Address + "WHERE id = ?1").With(id.Value).Find(Read));

    public Task<IReadOnlyList<ClusterAddress>> ListRedirectsAsync(long cluster) =>
        Task.FromResult<IReadOnlyList<ClusterAddress>>(Session.Statement(Address + "WHERE target = ?1 ORDER BY number").With(cluster).List(Read));

    public Task<bool> IsEmptyAsync(long cluster) =>
        Task.FromResult(Session.Statement("SELECT 1 FROM memberships WHERE cluster = ?1 LIMIT 1").With(cluster).FindNumber() is null);

    public Task<long> AddAddressAsync(ClusterId id, long record)
    {
        Session.Statement("INSERT INTO clusters (id, record) VALUES (?1, ?2)").With(id.Value).With(record).Run();
        return Task.FromResult(Session.LastInserted);
    }

    public Task RedirectAsync(long cluster, long? target)
    {
        if (target is not null)
        {
            Session.Statement("UPDATE clusters SET target = ?2 WHERE target = ?1").With(cluster).With(target).Run();
        }

        Session.Statement("UPDATE clusters SET target = ?2 WHERE number = ?1").With(cluster).With(target).Run();
        return Task.CompletedTask;
    }

    public Task TouchAsync(long cluster)
    {
        Session.Statement("INSERT OR REPLACE INTO cluster_changes (cluster, at) SELECT id, ?2 FROM clusters WHERE number = ?1").With(cluster).With(Now).Run();
        return Task.CompletedTask;
    }

    public Task<RecordKey> GetKeyAsync(long record) => Task.FromResult(
        Session.Statement($"SELECT s.name, r.identifier FROM {StoredRecords.Tables} WHERE r.id = ?1").With(record)
            .Find(row => new RecordKey(new SourceId(row.GetText(0)), row.GetText(1)))
        ?? throw new ArgumentException($"The store has no record of number {record}.", nameof(record)));

    public ValueTask DisposeAsync()
    {
        transaction.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ClusterAddress Read(SqliteStatement.Row row) =>
        new(row.GetNumber(0), new ClusterId(row.GetText(1)), row.GetNumber(2), row.FindNumber(3));
}
