using Microsoft.Data.Sqlite;
using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>Harvest runs as rows.</summary>
internal static class Runs
{
    private const string Select = """
        SELECT r.id, s.name, r.scope, r.status, r.started, r.ended, r.metadata_prefix, r.from_time, r.server_time,
               r.set_index, r.resumption_token, r.new, r.changed, r.unchanged, r.deleted, r.set_aside, r.requests, r.retries,
               r.list_size, r.failure, r.lists, r.mended, r.origin, r.is_sweep, r.held, r.cause, r.notice
        FROM runs r JOIN sources s ON s.id = r.source

        """;

    /// <summary>The member's last complete harvest.</summary>
    public static HarvestRun? FindLastCompleted(SqliteSession session, SourceId source) => session.FindRow(
        Select + "WHERE s.name = ?1 AND r.status = ?2 AND r.origin = ?3 ORDER BY r.id DESC LIMIT 1",
        Read, source.Value, (int)RunStatus.Completed, (int)RunOrigin.Harvest);

    /// <summary>The member's last complete sweep.</summary>
    public static HarvestRun? FindLastSweep(SqliteSession session, SourceId source) => session.FindRow(
        Select + "WHERE s.name = ?1 AND r.status = ?2 AND r.is_sweep = 1 ORDER BY r.id DESC LIMIT 1",
        Read, source.Value, (int)RunStatus.Completed);

    /// <summary>The runs that started in a time.</summary>
    public static List<HarvestRun> List(SqliteSession session, DateTimeOffset from, DateTimeOffset to) =>
        session.List(Select + "WHERE r.started >= ?1 AND r.started < ?2 ORDER BY r.started, r.id", Read, from.ToStored(), to.ToStored());

    /// <summary>The member's latest run of this status.</summary>
    public static HarvestRun? FindLatest(SqliteSession session, SourceId source, RunStatus status) =>
        session.FindRow(Select + "WHERE s.name = ?1 AND r.status = ?2 ORDER BY r.id DESC LIMIT 1", Read, source.Value, (int)status);

    /// <summary>The latest run of every member.</summary>
    public static List<HarvestRun> ListLatest(SqliteSession session) =>
        session.List(Select + "WHERE r.id = (SELECT max(id) FROM runs WHERE source = s.id) ORDER BY s.name", Read);

    /// <summary>A run that must be under way.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static HarvestRun GetRunning(SqliteSession session, long id) =>
        session.FindRow(Select + "WHERE r.id = ?1 AND r.status = ?2", Read, id, (int)RunStatus.Running)
        ?? throw new InvalidOperationException($"Harvest run {id} is not running, so nothing can be added to it.");

    /// <summary>Adds a run at the start of its lists.</summary>
    public static HarvestRun Add(SqliteSession session, SourceId source, RunStart start)
    {
        var id = session.Find<long>(
            """
            INSERT INTO runs (source, origin, scope, is_sweep, status, started, metadata_prefix, lists, from_time)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id
            """,
            Sources.FindOrAdd(session, source), (int)start.Origin, (int)start.Scope, start.IsSweep, (int)RunStatus.Running,
            start.Started.ToStored(), start.MetadataPrefix, start.Lists, start.From.ToStored());
        return GetRunning(session, id);
    }

    /// <summary>Stores everything that changes during a run.</summary>
    public static void Update(SqliteSession session, HarvestRun run) => session.Execute(
        """
        UPDATE runs SET status = ?2, ended = ?3, server_time = ?4, set_index = ?5, resumption_token = ?6,
            new = ?7, changed = ?8, unchanged = ?9, deleted = ?10, set_aside = ?11, requests = ?12, retries = ?13,
            list_size = ?14, failure = ?15, mended = ?16, held = ?17, cause = ?18, notice = ?19
        WHERE id = ?1
        """,
        run.Id, (int)run.Status, run.Ended.ToStored(), run.ServerTime.ToStored(), run.Position.SetIndex, run.Position.ResumptionToken,
        run.Counts.New, run.Counts.Changed, run.Counts.Unchanged, run.Counts.Deleted, run.Counts.SetAside, run.Counts.Requests, run.Counts.Retries,
        run.ListSize, run.Failure, run.Counts.Mended, run.Counts.Held, run.Cause, run.Notice);

    private static HarvestRun Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Source = new SourceId(row.GetString(1)),
        Scope = (HarvestScope)row.GetInt64(2),
        Status = (RunStatus)row.GetInt64(3),
        Started = row.GetTime(4),
        Ended = row.FindTime(5),
        MetadataPrefix = row.GetString(6),
        From = row.FindTime(7),
        ServerTime = row.FindTime(8),
        Position = new ListPosition(row.GetInt32(9), row.FindText(10)),
        Counts = new RunCounts
        {
            New = row.GetInt64(11),
            Changed = row.GetInt64(12),
            Unchanged = row.GetInt64(13),
            Deleted = row.GetInt64(14),
            SetAside = row.GetInt64(15),
            Requests = row.GetInt64(16),
            Retries = row.GetInt64(17),
            Mended = row.GetInt64(21),
            Held = row.GetInt64(24),
        },
        ListSize = row.FindNumber(18),
        Failure = row.FindText(19),
        Lists = row.GetString(20),
        Origin = (RunOrigin)row.GetInt64(22),
        IsSweep = row.GetBoolean(23),
        Cause = row.FindText(25),
        Notice = row.FindText(26),
    };
}
