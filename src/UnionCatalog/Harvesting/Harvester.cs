using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using UnionCatalog.Causes;
using UnionCatalog.Harvesting.Archive;
using UnionCatalog.Harvesting.Files;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>
/// Harvests one member, whatever its way in: decides what to ask for, has the lists walked, ends the run and says what is
/// gone. Several members may be harvested at the same time.
/// </summary>
public sealed class Harvester
{
    /// <summary>A little less than a week, so that a weekly sweep keeps to its night though no two harvests start at the same minute.</summary>
    private static readonly TimeSpan Week = TimeSpan.FromDays(6.5);

    private readonly SourceWalks _walks;
    private readonly IHarvestStore _store;
    private readonly RequestPacer _pacer;
    private readonly PageArchive _archive;
    private readonly TimeProvider _clock;
    private readonly HarvestTelemetry _telemetry;
    private readonly ILogger<Harvester> _log;
    private readonly ConcurrentDictionary<SourceId, Member> _busy = new();

    internal Harvester(
        SourceWalks walks, IHarvestStore store, RequestPacer pacer, PageArchive archive, TimeProvider clock, HarvestTelemetry telemetry, ILogger<Harvester> log) =>
        (_walks, _store, _pacer, _archive, _clock, _telemetry, _log) = (walks, store, pacer, archive, clock, telemetry, log);

    /// <summary>
    /// Harvests a member. A run that was cut off is gone on with, unless something else is asked for by now. Never throws for a member's fault: the run it gives back
    /// says what happened. A cancelled harvest, or one whose store failed, stays running in the store and is gone on with
    /// the next time.
    /// </summary>
    /// <param name="member">Whom to harvest.</param>
    /// <param name="scope">
    /// Full: everything. Incremental: what changed since the last complete harvest; everything where there was none of the same
    /// lists in the same format, where the member's dates cannot be trusted, or where a sweep is due.
    /// </param>
    /// <param name="progress">Told after every page.</param>
    /// <param name="cancellation">Stops between two pages or within a request.</param>
    /// <returns>
    /// The run; null where there was nothing to harvest, as of a folder without files. Where the member may not be asked now, it is
    /// still running and says until when it pauses; one that could not even begin has the number 0 and is not stored.
    /// </returns>
    /// <exception cref="MemberBusyException">The member is being harvested at this moment.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<HarvestRun?> HarvestAsync(
        Member member, HarvestScope scope, IProgress<HarvestRun>? progress, CancellationToken cancellation)
    {
        using var keeper = _archive.Begin(member);
        var tally = new RequestTally(member, _pacer, keeper);
        if (_walks.Open(member, tally) is not { } walk)
        {
            return null;
        }

        var run = await HarvestAsync(member, walk, scope, tally, progress, cancellation);
        RemoveOldPages(member);
        return run;
    }

    /// <summary>
    /// Stores a file that a member gave by hand, as <see cref="HarvestAsync(Member, HarvestScope, IProgress{HarvestRun}?, CancellationToken)"/>
    /// stores those of its folder. The file is left where it is.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <param name="source">What its configuration, or its word, says of the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="progress">Told after every page.</param>
    /// <param name="cancellation">Stops between two pages. Given the same file again, it is gone on with.</param>
    /// <returns>The run.</returns>
    /// <exception cref="MemberBusyException">The member is being harvested at this moment.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<HarvestRun> StoreFileAsync(
        Member member, FilesSource source, string path, IProgress<HarvestRun>? progress, CancellationToken cancellation)
    {
        var walk = new FileWalk(member, source, new SingleFile(path), RunOrigin.Upload);
        return await HarvestAsync(member, walk, HarvestScope.Full, new RequestTally(), progress, cancellation)
            ?? throw new InvalidOperationException("A file was neither stored nor failed.");
    }

    private async Task<HarvestRun?> HarvestAsync(
        Member member, ISourceWalk walk, HarvestScope scope, RequestTally tally, IProgress<HarvestRun>? progress, CancellationToken cancellation)
    {
        if (!_busy.TryAdd(member.Id, member))
        {
            throw new MemberBusyException(member.Id);
        }

        try
        {
            using var lines = HarvestLog.OfMember(_log, member.Id);
            using var activity = _telemetry.StartRun(member.Id, scope);
            var started = _clock.GetTimestamp();
            var run = await RunAsync(member, walk, scope, tally, progress, cancellation);
            if (run is not null)
            {
                _telemetry.End(run, _clock.GetElapsedTime(started), activity);
            }

            return run;
        }
        finally
        {
            _busy.TryRemove(member.Id, out _);
        }
    }

    private async Task<HarvestRun?> RunAsync(
        Member member, ISourceWalk walk, HarvestScope scope, RequestTally tally, IProgress<HarvestRun>? progress, CancellationToken cancellation)
    {
        using var timeLimit = new CancellationTokenSource(walk.TimeLimit, _clock);
        using var requests = CancellationTokenSource.CreateLinkedTokenSource(timeLimit.Token, cancellation);
        var run = await FindCutOffAsync(member, walk, scope, cancellation);
        MemberFault? fault = null;
        try
        {
            if (await walk.PlanAsync(run, requests.Token) is not { } plan)
            {
                return null;
            }

            run = run is null ? await BeginAsync(member, walk, scope, plan, cancellation) : GoOn(run);
            var recorder = new RunRecorder(_store, _telemetry, _log, run, tally, progress);
            try
            {
                await walk.WalkAsync(recorder, requests.Token, cancellation);
            }
            finally
            {
                await recorder.FinishAsync(); // whatever ended the walk, what it was told before is stored
                run = recorder.Run;
            }
        }
        catch (MemberFault error)
        {
            fault = error;
        }
        catch (MemberPause pause)
        {
            return await PauseAsync(member, walk, scope, run, pause, tally.Take(), cancellation);
        }
        catch (OperationCanceledException error) when (timeLimit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            fault = Faults.HarvestTimedOut(walk.TimeLimit, error);
        }

        run ??= await BeginAsync(member, walk, scope, plan: null, cancellation);
        return await EndAsync(member, run, fault, tally, cancellation);
    }

    /// <summary>The run to go on with. One that no longer does what is asked for is ended: its position means nothing elsewhere.</summary>
    private async Task<HarvestRun?> FindCutOffAsync(Member member, ISourceWalk walk, HarvestScope scope, CancellationToken cancellation)
    {
        var run = await _store.FindRunningAsync(member.Id, cancellation);
        if (run is null || (run.Lists == walk.Lists
            && run.Origin == walk.Origin
            && run.MetadataPrefix == (walk.Format ?? run.MetadataPrefix)
            && (run.From is null || scope == HarvestScope.Incremental)))
        {
            return run;
        }

        var superseded = Faults.Superseded();
        await _store.EndRunAsync(
            run.Id, new RunEnd { Ended = _clock.GetUtcNow(), Failure = superseded.Message, Cause = superseded.Cause.ToJson() }, cancellation);
        return null;
    }

    private async Task<HarvestRun> BeginAsync(Member member, ISourceWalk walk, HarvestScope scope, SourcePlan? plan, CancellationToken cancellation)
    {
        var start = new RunStart
        {
            Origin = walk.Origin, Scope = scope, MetadataPrefix = plan?.Format ?? walk.Format ?? "", Lists = walk.Lists, Started = _clock.GetUtcNow(),
        };
        if (plan is not null)
        {
            var from = scope == HarvestScope.Incremental && !await IsSweepDueAsync(member.Id, start, plan.Sweep, cancellation)
                ? await FromAsync(member.Id, start, plan.Overlap, cancellation)
                : null;
            start = start with { From = from, IsSweep = from is null && plan.Sweep != SweepMode.Never };
        }

        var run = await _store.BeginRunAsync(member.Id, start, cancellation);
        HarvestLog.Begins(_log, member.Id, run.Id, run.MetadataPrefix, run.From is null ? "everything" : $"changes since {run.From:u}");
        return run;
    }

    private async Task<bool> IsSweepDueAsync(SourceId member, RunStart start, SweepMode sweep, CancellationToken cancellation) => sweep switch
    {
        SweepMode.Always => true,
        SweepMode.Weekly => await _store.FindLastSweepAsync(member, cancellation) is not { } last
            || !IsOfSameLists(last, start)
            || (start.Started - last.Started).Duration() >= Week, // or the clock was wrong then, and would be for years
        _ => false,
    };

    /// <summary>Where the changes since the last harvest begin; null where everything has to be asked for.</summary>
    private async Task<DateTimeOffset?> FromAsync(SourceId member, RunStart start, TimeSpan? overlap, CancellationToken cancellation) =>
        overlap is { } back && await _store.FindLastCompletedAsync(member, cancellation) is { } last && IsOfSameLists(last, start)
            && ClockOf(last) <= start.Started // else this machine's clock was set back: what changed since cannot be told
            ? ClockOf(last) - back
            : null;

    private static bool IsOfSameLists(HarvestRun run, RunStart start) => run.Lists == start.Lists && run.MetadataPrefix == start.MetadataPrefix;

    /// <summary>A member whose clock was ahead would, once it is set right, be asked from a day to come and tell nothing.</summary>
    private static DateTimeOffset? ClockOf(HarvestRun run) => run.ServerTime > run.Started ? run.Started : run.ServerTime;

    private HarvestRun GoOn(HarvestRun run)
    {
        HarvestLog.GoesOn(_log, run.Source, run.Id);
        return run;
    }

    /// <summary>Leaves a run to be gone on with.</summary>
    private async Task<HarvestRun> PauseAsync(
        Member member, ISourceWalk walk, HarvestScope scope, HarvestRun? run, MemberPause pause, RunCounts extra, CancellationToken cancellation)
    {
        HarvestLog.Pauses(_log, member.Id, pause.Message);
        _telemetry.Count(member.Id, extra);
        var notice = new RunPause { Notice = pause.Message, Cause = pause.Cause.ToJson(), Extra = extra };
        var paused = run is not null
            ? await _store.PauseRunAsync(run.Id, notice, cancellation)
            : new HarvestRun
            {
                Id = 0,
                Source = member.Id,
                Scope = scope,
                Status = RunStatus.Running,
                Started = _clock.GetUtcNow(),
                MetadataPrefix = walk.Format ?? "",
                Lists = walk.Lists,
                Counts = extra,
                Notice = notice.Notice,
                Cause = notice.Cause,
            };
        return paused with { PausedUntil = pause.Until };
    }

    private async Task<HarvestRun> EndAsync(Member member, HarvestRun run, MemberFault? fault, RequestTally tally, CancellationToken cancellation)
    {
        var extra = tally.Take();
        var now = _clock.GetUtcNow();
        var end = new RunEnd { Ended = now < run.Started ? run.Started : now, Failure = fault?.Message, Cause = fault?.Cause.ToJson(), Extra = extra };
        if (fault is null && run.IsSweep)
        {
            // A record that came without its identifier may be any of those that seem to be missing.
            var unknown = await _store.CountUnidentifiedAsync(run.Id, cancellation);
            var notice = KnownCauses.AbsencesUnknown(unknown);
            end = unknown == 0
                ? end with { Absences = member.RemovalLimit }
                : end with { Notice = notice.ToString(), Cause = notice.ToJson() };
        }

        if (tally.FinishKeeping() is { } reason)
        {
            var notKept = KnownCauses.PagesNotKept(Faults.Shorten(reason));
            HarvestLog.PagesNotKept(_log, run.Source, notKept.ToString());
            end = end with
            {
                Notice = fault is null ? string.Join(' ', new[] { end.Notice, notKept.ToString() }.OfType<string>()) : null,
                Cause = end.Cause ?? notKept.ToJson(),
            };
        }

        var ended = await _store.EndRunAsync(run.Id, end, cancellation);
        _telemetry.Count(run.Source, extra with { Deleted = ended.Counts.Deleted - run.Counts.Deleted, Held = ended.Counts.Held - run.Counts.Held });
        if (fault is null)
        {
            HarvestLog.Completed(_log, run.Source, run.Id, ended.Counts);
        }
        else
        {
            HarvestLog.Failed(_log, run.Source, run.Id, fault.Message, fault.InnerException);
        }

        return ended;
    }

    /// <summary>Pages that cannot be removed are in nobody's way until the next time.</summary>
    private void RemoveOldPages(Member member)
    {
        try
        {
            _archive.RemoveOld(member);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            HarvestLog.PagesNotRemoved(_log, member.Id, error.Message);
        }
    }
}
