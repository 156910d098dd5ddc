using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>What a complete sweep did not tell: removed, or held where it is too much.</summary>
/// <param name="session">A transaction under way.</param>
/// <param name="run">The sweep.</param>
/// <param name="now">When, by this machine's clock.</param>
internal sealed class Absences(SqliteSession session, HarvestRun run, DateTimeOffset now)
{
    /// <summary>What the coordinator refused to remove is left alone until the member has told it again.</summary>
    private const string Removable = """
        FROM records r LEFT JOIN sightings s ON s.record = r.id
        WHERE r.source = ?1 AND r.format IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM held_records h JOIN holds o ON o.id = h.hold
                WHERE h.record = r.id AND o.decision = ?2 AND o.run >= ifnull(s.run, 0))
        """;

    private readonly long _source = Sources.FindOrAdd(session, run.Source);

    /// <summary>The identifiers of the records that a sweep may remove.</summary>
    public static IEnumerable<string> ListRemovable(SqliteSession session, SourceId source) => session.Stream(
        $"SELECT r.identifier {Removable}", row => row.GetString(0), Sources.Find(session, source), (int)HeldDecision.Refused);

    /// <summary>Removes or holds the absent records.</summary>
    public RunCounts Take(RemovalLimit limit)
    {
        session.Execute(
            "UPDATE holds SET decision = ?2, decided = ?3 WHERE source = ?1 AND decision = ?4",
            _source, (int)HeldDecision.Superseded, now.ToStored(), (int)HeldDecision.Pending);
        var absent = Removal.Fill(
            session, $"SELECT r.id {Removable} AND ifnull(s.run, 0) < ?3", _source, (int)HeldDecision.Refused, run.Id);
        var live = session.Find<long>("SELECT count(*) FROM records WHERE source = ?1 AND format IS NOT NULL", _source);
        if (limit.Holds(absent, live))
        {
            Hold(absent, live);
            return new RunCounts { Held = absent };
        }

        Removal.Execute(session, now);
        return new RunCounts { Deleted = absent };
    }

    private void Hold(long absent, long live)
    {
        var hold = session.Find<long>(
            "INSERT INTO holds (source, run, since, absent, live) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id",
            _source, run.Id, now.ToStored(), absent, live);
        session.Execute("INSERT INTO held_records (record, hold) SELECT record, ?1 FROM temp.removal", hold);
    }
}
