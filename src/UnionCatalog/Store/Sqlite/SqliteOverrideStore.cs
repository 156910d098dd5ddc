using Microsoft.Data.Sqlite;
using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>The overrides, as rows.</summary>
internal sealed class SqliteOverrideStore(SqliteDatabase database, TimeProvider clock) : IOverrideStore
{
    private const string Select = """
        SELECT o.kind, sa.name, ra.identifier, sb.name, rb.identifier, o.by, o.why, o.at FROM overrides o
        JOIN records ra ON ra.id = o.a JOIN sources sa ON sa.id = ra.source
        JOIN records rb ON rb.id = o.b JOIN sources sb ON sb.id = rb.source
        """;

    public Task<OverrideResult> AddAsync(MatchOverride decision, CancellationToken cancellation)
    {
        Check(decision);
        return database.WriteAsync(session => Add(session, decision), cancellation);
    }

    public Task<MatchOverride?> WithdrawAsync(RecordKey a, RecordKey b, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            if (FindId(session, a) is not { } first || FindId(session, b) is not { } second || Find(session, first, second) is not { } kept)
            {
                return null;
            }

            session.Execute("DELETE FROM overrides WHERE a = ?1 AND b = ?2", Math.Min(first, second), Math.Max(first, second));
            AppendToLog(session, first, second);
            return kept;
        },
        cancellation);

    public Task<IReadOnlyList<MatchOverride>> ListAsync(int skip, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<MatchOverride>>(
            session => session.List($"{Select} ORDER BY o.id DESC LIMIT ?2 OFFSET ?1", Read, skip, limit), cancellation);

    public Task<IReadOnlyList<MatchOverride>> FindAsync(RecordKey record, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<MatchOverride>>(
            session => FindId(session, record) is { } id ? session.List($"{Select} WHERE o.a = ?1 OR o.b = ?1 ORDER BY o.id DESC", Read, id) : [],
            cancellation);

    /// <summary>The override of two records; null when there is none.</summary>
    public static MatchOverride? Find(SqliteSession session, long one, long other) =>
        session.FindRow($"{Select} WHERE o.a = ?1 AND o.b = ?2", Read, Math.Min(one, other), Math.Max(one, other));

    private OverrideResult Add(SqliteSession session, MatchOverride decision)
    {
        if (FindId(session, decision.A) is not { } a)
        {
            return new OverrideResult.Unknown(decision.A);
        }

        if (FindId(session, decision.B) is not { } b)
        {
            return new OverrideResult.Unknown(decision.B);
        }

        if (Find(session, a, b) is { } kept && kept.Kind == decision.Kind)
        {
            return new OverrideResult.Added(kept, false);
        }

        if (new OverrideChains(session).FindConflict(decision.Kind, a, b) is { Count: > 0 } chain)
        {
            return new OverrideResult.Conflict(chain);
        }

        var at = decision.At == default ? clock.GetUtcNow() : decision.At;
        session.Execute(
            "INSERT INTO overrides (kind, a, b, by, why, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (long)decision.Kind, Math.Min(a, b), Math.Max(a, b), decision.By, decision.Why, at.ToStored());
        AppendToLog(session, a, b);
        return new OverrideResult.Added(Find(session, a, b)!, true);
    }

    // The time stays: the records themselves did not change.
    private static void AppendToLog(SqliteSession session, long a, long b) => session.Execute(
        "INSERT OR REPLACE INTO record_changes (record, at) SELECT record, at FROM record_changes WHERE record IN (?1, ?2) ORDER BY record", a, b);

    private static long? FindId(SqliteSession session, RecordKey key) => session.Find<long?>(
        $"SELECT r.id FROM {StoredRecords.Tables} WHERE s.name = ?1 AND r.identifier = ?2", key.Source.Value, key.Identifier);

    private static void Check(MatchOverride decision)
    {
        if (decision.A == decision.B)
        {
            throw new ArgumentException($"{decision.A} is one record; a decision needs two.", nameof(decision));
        }

        if (string.IsNullOrWhiteSpace(decision.By) || decision.By.Length > MatchOverride.MostBy || decision.Why.Length > MatchOverride.MostWhy)
        {
            throw new ArgumentException(
                $"Who decides is named with 1 to {MatchOverride.MostBy} characters, and why with at most {MatchOverride.MostWhy}.", nameof(decision));
        }
    }

    private static MatchOverride Read(SqliteDataReader row) => new(
        (OverrideKind)row.GetInt64(0), StoredRecords.ReadKey(row, 1), StoredRecords.ReadKey(row, 3), row.GetString(5), row.GetString(6), row.GetTime(7));
}
