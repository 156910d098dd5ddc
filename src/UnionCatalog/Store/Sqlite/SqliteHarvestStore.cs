using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>The harvest side of the store.</summary>
internal sealed class SqliteHarvestStore(SqliteDatabase database, TimeProvider clock) : IHarvestStore
{
    public Task<HarvestRun> BeginRunAsync(SourceId source, RunStart start, CancellationToken cancellation) =>
        database.WriteAsync(
            session => Runs.FindLatest(session, source, RunStatus.Running) is { } running
                ? throw new InvalidOperationException($"{source} has a harvest that is running already: run {running.Id}.")
                : Runs.Add(session, source, start),
            cancellation);

    public Task<HarvestRun?> FindRunningAsync(SourceId source, CancellationToken cancellation) =>
        database.ReadAsync(session => Runs.FindLatest(session, source, RunStatus.Running), cancellation);

    public Task<HarvestRun?> FindLastCompletedAsync(SourceId source, CancellationToken cancellation) =>
        database.ReadAsync(session => Runs.FindLastCompleted(session, source), cancellation);

    public Task<HarvestRun?> FindLastSweepAsync(SourceId source, CancellationToken cancellation) =>
        database.ReadAsync(session => Runs.FindLastSweep(session, source), cancellation);

    public async Task<RunCounts> AppendPageAsync(HarvestPage page, CancellationToken cancellation)
    {
        var drafts = RecordDraft.Of(page.Records);
        var reader = database.RentReader();
        try
        {
            var version = page.Records is [var first, ..] ? RecordDraft.Prepare(reader, first.Key.Source, drafts) : 0;

            // Its position goes with the page: what a loss of power undoes is fetched again. Ending the run is kept at once.
            return await database.WriteAsync(
                session => Append(session, page, drafts, isCurrent: reader.DataVersion == version), cancellation, isRepeatable: true);
        }
        finally
        {
            database.Return(reader);
        }
    }

    public Task RestartRunAsync(long runId, CancellationToken cancellation) => database.WriteAsync(
        session => Update(session, Runs.GetRunning(session, runId) with { Position = new ListPosition(0, null) }),
        cancellation);

    public Task<HarvestRun> PauseRunAsync(long runId, RunPause pause, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            var run = Runs.GetRunning(session, runId);
            return Update(session, run with { Notice = pause.Notice, Cause = pause.Cause, Counts = run.Counts + pause.Extra });
        },
        cancellation);

    public Task<HarvestRun> EndRunAsync(long runId, RunEnd end, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            var run = Runs.GetRunning(session, runId);
            var gone = end is { Failure: null, Absences: { } limit } && run.IsSweep
                ? new Absences(session, run, end.Ended).Take(limit)
                : new RunCounts();
            return Update(session, run with
            {
                Status = end.Failure is null ? RunStatus.Completed : RunStatus.Failed,
                Ended = end.Ended,
                Failure = end.Failure,
                Cause = end.Cause,
                Notice = end.Notice,
                Counts = run.Counts + end.Extra + gone,
            });
        },
        cancellation);

    public Task<long> CountUnidentifiedAsync(long runId, CancellationToken cancellation) => database.ReadAsync(
        session => session.Find<long>("SELECT count(*) FROM set_aside WHERE run = ?1 AND identifier IS NULL", runId), cancellation);

    public Task<IReadOnlyList<HarvestRun>> ListRunsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<HarvestRun>>(session => Runs.List(session, from, to), cancellation);

    public Task<IReadOnlyList<HarvestRun>> ListLatestRunsAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<HarvestRun>>(Runs.ListLatest, cancellation);

    public Task<IReadOnlyList<SetAsideRecord>> ListSetAsideAsync(long runId, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<SetAsideRecord>>(
            session => session.List(
                """
                SELECT s.name, a.identifier, a.reason, a.size, a.bytes
                FROM set_aside a JOIN runs r ON r.id = a.run JOIN sources s ON s.id = r.source
                WHERE a.run = ?1 ORDER BY a.id LIMIT ?2
                """,
                row => new SetAsideRecord(new SourceId(row.GetString(0)), row.FindText(1), row.GetString(2), row.GetDecompressed(4)),
                runId, limit),
            cancellation);

    public Task<IReadOnlyDictionary<SourceId, long>> CountLiveAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyDictionary<SourceId, long>>(
            session => session
                .List(
                    "SELECT s.name, (SELECT count(*) FROM records WHERE source = s.id AND format IS NOT NULL) FROM sources s",
                    row => (Source: new SourceId(row.GetString(0)), Count: row.GetInt64(1)))
                .ToDictionary(row => row.Source, row => row.Count),
            cancellation);

    public Task<HarvestedRecord?> FindRecordAsync(RecordKey key, CancellationToken cancellation) =>
        database.ReadAsync(session => StoredRecords.Find(session, key), cancellation);

    public Task<RecordStanding?> FindStandingAsync(RecordKey key, CancellationToken cancellation) =>
        database.ReadAsync(session => StoredRecords.FindStanding(session, key), cancellation);

    public IAsyncEnumerable<string> ListRemovableAsync(SourceId source, CancellationToken cancellation) =>
        database.Stream(session => Absences.ListRemovable(session, source), cancellation).ToAsyncEnumerable();

    public Task<long> CountRequestsAsync(SourceId source, DateOnly day, CancellationToken cancellation) =>
        database.ReadAsync(session => Requests.Count(session, source, day), cancellation);

    public Task AddRequestAsync(SourceId source, DateOnly day, CancellationToken cancellation) =>
        database.WriteAsync(session => Requests.Add(session, source, day), cancellation, isRepeatable: true);

    private RunCounts Append(SqliteSession session, HarvestPage page, List<RecordDraft> drafts, bool isCurrent)
    {
        var run = Runs.GetRunning(session, page.RunId);
        RefuseForeign(run.Source, page);
        var source = Sources.FindOrAdd(session, run.Source);
        // What is replayed the member told long ago: whether it has the record still, the replay cannot say.
        long? teller = run.Origin == RunOrigin.Replay ? null : run.Id;
        foreach (var record in page.SetAside)
        {
            SetAside(session, run.Id, record);
            Sightings.NoteByIdentifier(session, source, record.Identifier, teller);
        }

        var writer = new PageWriter(session, source, teller, run.IsSweep, clock.GetUtcNow());
        var counts = writer.Store(drafts, isCurrent) with { SetAside = page.SetAside.Count, Mended = page.IsMended ? 1 : 0, Requests = page.Requests, Retries = page.Retries };
        Update(session, run with
        {
            Position = page.Next,
            ServerTime = run.ServerTime ?? page.ServerTime,
            ListSize = page.ListSize ?? run.ListSize,
            Counts = run.Counts + counts,
            Notice = null, // why it had to wait is over
            Cause = null,
        });
        return counts;
    }

    // A member must never touch another's records, whatever it sends.
    private static void RefuseForeign(SourceId source, HarvestPage page)
    {
        var sources = page.Records.Select(record => record.Key.Source).Concat(page.SetAside.Select(record => record.Source));
        if (sources.FirstOrDefault(other => other != source, source) is var foreign && foreign != source)
        {
            throw new ArgumentException($"A page of {source} has a record of {foreign}.", nameof(page));
        }
    }

    private static void SetAside(SqliteSession session, long run, SetAsideRecord record) => session.Execute(
        "INSERT INTO set_aside (run, identifier, reason, size, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
        run, record.Identifier, record.Reason, record.Bytes.Length, Values.Compress(record.Bytes.Span));

    private static HarvestRun Update(SqliteSession session, HarvestRun run)
    {
        Runs.Update(session, run);
        return run;
    }
}
