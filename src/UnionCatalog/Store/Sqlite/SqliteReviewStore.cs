using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>What matching leaves to a person, as rows.</summary>
internal sealed class SqliteReviewStore(SqliteDatabase database) : IReviewStore
{
    private const int Examples = 3;

    public Task<IReadOnlyList<ReviewTask>> ListTasksAsync(int skip, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ReviewTask>>(
            session => [.. session.List(
                """
                SELECT f.id, s.id, v.weight, v.holdings, v.first_profile, v.second_profile FROM
                    (SELECT * FROM reviews ORDER BY holdings DESC, weight DESC, first, second LIMIT ?2 OFFSET ?1) v
                    JOIN clusters f ON f.number = v.first JOIN clusters s ON s.number = v.second
                ORDER BY v.holdings DESC, v.weight DESC, v.first, v.second
                """,
                row => ReviewLookups.ReadTask(session, row),
                skip, limit).OfType<ReviewTask>()],
            cancellation);

    public Task<long> CountTasksAsync(CancellationToken cancellation) =>
        database.ReadAsync(session => session.Find<long>("SELECT count(*) FROM reviews"), cancellation);

    public Task<IReadOnlyList<Crowd>> ListCrowdsAsync(int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<Crowd>>(
            session => [.. session.List(
                """
                SELECT c.family, count(*) AS many, min(b.profile), c.since FROM crowds c JOIN blocks b ON b.block = c.block
                GROUP BY c.block ORDER BY many DESC, c.block LIMIT ?1
                """,
                row => ReviewLookups.FindRecord(session, row.GetInt64(2)) is { } example
                    ? new Crowd((byte)row.GetInt64(0), row.GetInt64(1), example, row.GetTime(3)) : null,
                limit).OfType<Crowd>()],
            cancellation);

    public Task<IReadOnlyList<SuspiciousIdentifier>> ListSuspiciousAsync(int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<SuspiciousIdentifier>>(
            session => session.List(
                """
                SELECT i.identifier, i.family, count(*) AS many, i.block, i.since FROM suspicious i JOIN blocks b ON b.block = i.block
                GROUP BY i.block ORDER BY many DESC, i.identifier LIMIT ?1
                """,
                row => new SuspiciousIdentifier(
                    row.GetString(0), (byte)row.GetInt64(1), row.GetInt64(2), ListExamples(session, row.GetInt64(3)), row.GetTime(4)),
                limit),
            cancellation);

    public Task<IReadOnlySet<string>> ListDisbelievedAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlySet<string>>(
            session => session.List("SELECT identifier FROM suspicious", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal), cancellation);

    public Task<IReadOnlyList<ReviewTask>> FindTasksAsync(ClusterId cluster, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<ReviewTask>>(session => ReviewLookups.FindTasks(session, cluster, limit), cancellation);

    public Task<IReadOnlySet<long>> FindCrowdedAsync(IReadOnlyCollection<long> blocks, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlySet<long>>(session => ReviewLookups.FindCrowded(session, blocks, limit), cancellation);

    public Task<int> CountBetweenAsync(long block, UInt128 one, UInt128 other, int limit, CancellationToken cancellation) =>
        database.ReadAsync(session => ReviewLookups.CountBetween(session, block, UInt128.Min(one, other), UInt128.Max(one, other), limit), cancellation);

    public Task<IdentifierBearers> FindBearersAsync(string identifier, CancellationToken cancellation) =>
        database.ReadAsync(session => ReviewLookups.FindBearers(session, identifier), cancellation);

    private static List<RecordKey> ListExamples(SqliteSession session, long block) =>
    [
        .. session.List("SELECT profile FROM blocks WHERE block = ?1 ORDER BY profile LIMIT ?2", row => row.GetInt64(0), block, Examples)
            .SelectMany(profile => ListRecords(session, profile, 1)),
    ];

    internal static List<RecordKey> ListRecords(SqliteSession session, long profile, int limit) => session.List(
        $"SELECT s.name, r.identifier FROM {StoredRecords.Tables} JOIN memberships m ON m.record = r.id WHERE m.profile = ?1 ORDER BY r.id LIMIT ?2",
        row => StoredRecords.ReadKey(row, 0), profile, limit);
}
