using Microsoft.Data.Sqlite;
using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>The removals that wait, as rows.</summary>
internal sealed class SqliteHeldRemovals(SqliteDatabase database, TimeProvider clock) : IHeldRemovals
{
    private const string Select = """
        SELECT h.id, s.name, h.run, h.since, h.absent, h.live, h.decision, h.decided, h.decided_by, h.removed
        FROM holds h JOIN sources s ON s.id = h.source

        """;

    public Task<IReadOnlyList<HeldRemoval>> ListPendingAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<HeldRemoval>>(
            session => session.List(Select + "WHERE h.decision = ?1 ORDER BY h.since, h.id", Read, (int)HeldDecision.Pending), cancellation);

    public Task<HeldRemoval?> FindAsync(long id, CancellationToken cancellation) =>
        database.ReadAsync(session => Find(session, id), cancellation);

    public Task<IReadOnlyList<HarvestedRecord.Live>> ListRecordsAsync(long id, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<HarvestedRecord.Live>>(
            session => session.List(
                $"""
                SELECT {StoredRecords.Columns} FROM {StoredRecords.Tables} JOIN held_records h ON h.record = r.id
                WHERE h.hold = ?1 AND r.format IS NOT NULL ORDER BY r.id LIMIT ?2
                """,
                row => (HarvestedRecord.Live)StoredRecords.Read(row).Record, id, limit),
            cancellation);

    public Task<HeldRemoval> DecideAsync(long id, HeldDecision decision, string? by, CancellationToken cancellation)
    {
        if (decision is not (HeldDecision.Confirmed or HeldDecision.Refused))
        {
            throw new ArgumentOutOfRangeException(nameof(decision), decision, "A held removal is confirmed or refused.");
        }

        return database.WriteAsync(session => Decide(session, id, decision, by), cancellation);
    }

    private HeldRemoval Decide(SqliteSession session, long id, HeldDecision decision, string? by)
    {
        var held = Find(session, id) ?? throw new KeyNotFoundException($"There is no held removal {id}.");
        if (held.Decision != HeldDecision.Pending)
        {
            return held;
        }

        var now = clock.GetUtcNow();
        var removed = decision == HeldDecision.Confirmed ? Remove(session, held, now) : 0;
        session.Execute(
            "UPDATE holds SET decision = ?2, decided = ?3, decided_by = ?4, removed = ?5 WHERE id = ?1",
            id, (int)decision, now.ToStored(), by, removed);
        return Find(session, id)!;
    }

    private static long Remove(SqliteSession session, HeldRemoval held, DateTimeOffset now)
    {
        var removed = Removal.Fill(
            session,
            """
            SELECT h.record FROM held_records h JOIN records r ON r.id = h.record LEFT JOIN sightings s ON s.record = h.record
            WHERE h.hold = ?1 AND r.format IS NOT NULL AND ifnull(s.run, 0) <= ?2
            """,
            held.Id, held.RunId);
        Removal.Execute(session, now);
        return removed;
    }

    private static HeldRemoval? Find(SqliteSession session, long id) => session.FindRow(Select + "WHERE h.id = ?1", Read, id);

    private static HeldRemoval Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Source = new SourceId(row.GetString(1)),
        RunId = row.GetInt64(2),
        Since = row.GetTime(3),
        Absent = row.GetInt64(4),
        Live = row.GetInt64(5),
        Decision = (HeldDecision)row.GetInt64(6),
        Decided = row.FindTime(7),
        DecidedBy = row.FindText(8),
        Removed = row.GetInt64(9),
    };
}
