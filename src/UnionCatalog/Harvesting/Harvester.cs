using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>
/// Harvests one member: decides what to ask for, follows the list, appends page by page, ends the run.
/// Several members may be harvested at the same time.
/// </summary>
public sealed class Harvester
{
    private readonly OaiClient _client;
    private readonly IHarvestStore _store;
    private readonly HarvestOptions _options;
    private readonly TimeProvider _clock;
    private readonly HarvestTelemetry _telemetry;
    private readonly ILogger<Harvester> _log;
    private readonly ConcurrentDictionary<SourceId, Member> _busy = new();

    internal Harvester(OaiClient client, IHarvestStore store, HarvestOptions options, TimeProvider clock, HarvestTelemetry telemetry, ILogger<Harvester> log) =>
        (_client, _store, _options, _clock, _telemetry, _log) = (client, store, options, clock, telemetry, log);

    /// <summary>
    /// Harvests a member. A run that was cut off is gone on with, unless something else is asked for by now. Never throws for a member's fault: the run it gives back
    /// says what happened. A cancelled harvest, or one whose store failed, stays running in the store and is gone on with
    /// the next time.
    /// </summary>
    /// <param name="member">Whom to harvest.</param>
    /// <param name="scope">Full: everything. Incremental: what changed since the last complete harvest, everything if there was none of the same sets in the same format.</param>
    /// <param name="progress">Told after every page.</param>
    /// <param name="cancellation">Stops between two pages or within a request.</param>
    /// <exception cref="InvalidOperationException">The member is being harvested at this moment.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<HarvestRun> HarvestAsync(
        Member member, HarvestScope scope, IProgress<HarvestRun>? progress, CancellationToken cancellation)
    {
        if (!_busy.TryAdd(member.Id, member))
        {
            throw new InvalidOperationException($"{member.Id} is being harvested already.");
        }

        try
        {
            using var activity = _telemetry.StartRun(member.Id, scope);
            var started = _clock.GetTimestamp();
            var run = await RunAsync(member, scope, progress, cancellation);
            _telemetry.End(run, _clock.GetElapsedTime(started), activity);
            return run;
        }
        finally
        {
            _busy.TryRemove(member.Id, out _);
        }
    }

    private async Task<HarvestRun> RunAsync(
        Member member, HarvestScope scope, IProgress<HarvestRun>? progress, CancellationToken cancellation)
    {
        using var timeLimit = new CancellationTokenSource(member.OaiPmh.HarvestTimeout, _clock);
        using var requests = CancellationTokenSource.CreateLinkedTokenSource(timeLimit.Token, cancellation);
        var tally = new RequestTally();
        var run = await FindCutOffAsync(member, scope, cancellation);
        MemberFault? fault = null;
        try
        {
            var identity = await IdentifyAsync(member, tally, requests.Token);
            run = run is null
                ? await BeginAsync(member, scope, await ChoosePrefixAsync(member, tally, requests.Token), cancellation)
                : GoOn(run);
            var walk = new ListWalk(_client, _store, _options, _telemetry, _log, member, run, identity, tally, progress);
            try
            {
                await walk.FinishAsync(requests.Token, cancellation);
            }
            finally
            {
                run = walk.Run;
            }
        }
        catch (MemberFault error)
        {
            fault = error;
        }
        catch (OperationCanceledException error) when (timeLimit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            fault = Faults.HarvestTimedOut(member.OaiPmh.HarvestTimeout, error);
        }

        run ??= await BeginAsync(member, scope, member.OaiPmh.MetadataPrefix ?? "", cancellation);
        return await EndAsync(run, fault, tally.Take(), cancellation);
    }

    /// <summary>The run to go on with. One that no longer does what is asked for is ended: its position means nothing elsewhere.</summary>
    private async Task<HarvestRun?> FindCutOffAsync(Member member, HarvestScope scope, CancellationToken cancellation)
    {
        var run = await _store.FindRunningAsync(member.Id, cancellation);
        if (run is null || (run.Lists == ListsOf(member)
            && run.MetadataPrefix == (member.OaiPmh.MetadataPrefix ?? run.MetadataPrefix)
            && (run.From is null || scope == HarvestScope.Incremental)))
        {
            return run;
        }

        await _store.EndRunAsync(run.Id, _clock.GetUtcNow(), Faults.Superseded, new RunCounts(), cancellation);
        return null;
    }

    private async Task<OaiIdentity> IdentifyAsync(Member member, RequestTally tally, CancellationToken cancellation)
    {
        var reply = await _client.AskAsync(member, OaiRequest.Identify, tally, cancellation);
        return reply.Identity ?? throw (reply.Errors is [var error, ..] ? Faults.Protocol(error, set: null) : Faults.NoAnswer());
    }

    private async Task<string> ChoosePrefixAsync(Member member, RequestTally tally, CancellationToken cancellation) =>
        member.OaiPmh.MetadataPrefix
        ?? FormatChoice.Choose((await _client.AskAsync(member, OaiRequest.ListMetadataFormats, tally, cancellation)).Formats);

    private async Task<HarvestRun> BeginAsync(Member member, HarvestScope scope, string prefix, CancellationToken cancellation)
    {
        var last = scope == HarvestScope.Incremental ? await _store.FindLastCompletedAsync(member.Id, cancellation) : null;
        var lists = ListsOf(member);
        var from = last?.MetadataPrefix == prefix && last.Lists == lists ? ClockOf(last) - member.OaiPmh.Overlap : null;
        var run = await _store.BeginRunAsync(member.Id, scope, prefix, lists, from, _clock.GetUtcNow(), cancellation);
        HarvestLog.Begins(_log, member.Id, run.Id, prefix, from is null ? "everything" : $"changes since {from:u}");
        return run;
    }

    /// <summary>A member whose clock was ahead would, once it is set right, be asked from a day to come and tell nothing.</summary>
    private static DateTimeOffset? ClockOf(HarvestRun run) => run.ServerTime > run.Started ? run.Started : run.ServerTime;

    /// <summary>The member's address, be it with or without encryption, and its sets.</summary>
    private static string ListsOf(Member member) =>
        string.Join(' ', [member.OaiPmh.BaseUrl.Host + member.OaiPmh.BaseUrl.PathAndQuery, .. member.OaiPmh.Sets]);

    private HarvestRun GoOn(HarvestRun run)
    {
        HarvestLog.GoesOn(_log, run.Source, run.Id);
        return run;
    }

    private async Task<HarvestRun> EndAsync(HarvestRun run, MemberFault? fault, RunCounts extra, CancellationToken cancellation)
    {
        var ended = _clock.GetUtcNow();
        await _store.EndRunAsync(run.Id, ended, fault?.Message, extra, cancellation);
        _telemetry.Count(run.Source, extra);
        run = run with
        {
            Status = fault is null ? RunStatus.Completed : RunStatus.Failed,
            Ended = ended,
            Failure = fault?.Message,
            Counts = run.Counts + extra,
        };
        if (fault is null)
        {
            HarvestLog.Completed(_log, run.Source, run.Id, run.Counts);
        }
        else
        {
            HarvestLog.Failed(_log, run.Source, run.Id, fault.Message, fault.InnerException);
        }

        return run;
    }
}
