using Microsoft.Extensions.Logging;
using UnionCatalog.Causes;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Harvesting.Sru;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.Archive;

/// <summary>
/// Reads the pages that a member sent once more, without asking its system: after this program has learnt to read what it could
/// not. What changed since those pages came stays as it is, and nothing is taken for gone.
/// </summary>
public sealed class Replayer
{
    private readonly PageArchive _archive;
    private readonly HarvestOptions _options;
    private readonly IHarvestStore _store;
    private readonly TimeProvider _clock;
    private readonly HarvestTelemetry _telemetry;
    private readonly ILogger<Replayer> _log;

    internal Replayer(
        PageArchive archive, HarvestOptions options, IHarvestStore store, TimeProvider clock, HarvestTelemetry telemetry, ILogger<Replayer> log) =>
        (_archive, _options, _store, _clock, _telemetry, _log) = (archive, options, store, clock, telemetry, log);

    /// <summary>Replays a member's pages, in the order in which they came.</summary>
    /// <param name="member">The member.</param>
    /// <param name="from">The first day, of the member's time zone; null: from the first that is kept.</param>
    /// <param name="progress">Told after every page.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    /// <returns>The run; null where no pages are kept.</returns>
    /// <exception cref="InvalidOperationException">A harvest of the member is not finished, and has to be first.</exception>
    public async Task<HarvestRun?> ReplayAsync(Member member, DateOnly? from, IProgress<HarvestRun>? progress, CancellationToken cancellation)
    {
        if (KeptListOf(member) is not { } list || !_archive.Read(member.Id, from).Any())
        {
            return null;
        }

        await EndCutOffAsync(member.Id, cancellation);
        var start = new RunStart { Origin = RunOrigin.Replay, Scope = HarvestScope.Incremental, MetadataPrefix = "", Started = _clock.GetUtcNow() };
        var run = await _store.BeginRunAsync(member.Id, start, cancellation);
        HarvestLog.Replays(_log, member.Id, run.Id);
        var recorder = new RunRecorder(_store, _telemetry, _log, run, new RequestTally(), progress);
        var damaged = await FeedAsync(list, _archive.Read(member.Id, from), recorder, cancellation);
        var notice = damaged == 0 ? null : KnownCauses.PagesDamaged(damaged);
        var ended = await _store.EndRunAsync(
            run.Id, new RunEnd { Ended = _clock.GetUtcNow(), Notice = notice?.ToString(), Cause = notice?.ToJson() }, cancellation);
        HarvestLog.Completed(_log, member.Id, ended.Id, ended.Counts);
        return ended;
    }

    private IKeptList? KeptListOf(Member member) => member.Source switch
    {
        OaiPmhSource => new OaiKeptList(member, _options),
        SruSource => new SruKeptList(member, _options),
        _ => null,
    };

    /// <summary>A replay that was cut off begins anew; a harvest has a position, which is not to be lost.</summary>
    private async Task EndCutOffAsync(SourceId member, CancellationToken cancellation)
    {
        if (await _store.FindRunningAsync(member, cancellation) is not { } running)
        {
            return;
        }

        if (running.Origin != RunOrigin.Replay)
        {
            throw new InvalidOperationException($"The last harvest of {member} is not finished. Harvest it to its end first, then replay.");
        }

        var superseded = Faults.Superseded();
        await _store.EndRunAsync(
            running.Id, new RunEnd { Ended = _clock.GetUtcNow(), Failure = superseded.Message, Cause = superseded.Cause.ToJson() }, cancellation);
    }

    /// <returns>How many pages are damaged.</returns>
    private async Task<long> FeedAsync(IKeptList list, IEnumerable<KeptPage?> pages, RunRecorder recorder, CancellationToken cancellation)
    {
        long damaged = 0;
        var news = new News(_store);
        (KeptPage Page, ToldPage Told)? broken = null;
        foreach (var page in pages)
        {
            if (page is null)
            {
                damaged++;
            }
            else if (list.Read(page) is { } told)
            {
                // A page that broke off was asked for again: the answer to that stands in its place.
                if (broken is { } cut && cut.Page.Request != page.Request)
                {
                    await StoreAsync(cut.Page, cut.Told, news, recorder, cancellation);
                }

                broken = told.IsCut ? (page, told) : null;
                if (!told.IsCut)
                {
                    await StoreAsync(page, told, news, recorder, cancellation);
                }
            }
        }

        if (broken is { } last)
        {
            await StoreAsync(last.Page, last.Told, news, recorder, cancellation);
        }

        return damaged;
    }

    private static async Task StoreAsync(KeptPage page, ToldPage told, News news, RunRecorder recorder, CancellationToken cancellation) =>
        await recorder.StoreAsync(
            new HarvestPage
            {
                RunId = recorder.Run.Id,
                Records = await news.OfAsync(told.Records, page.Came, cancellation),
                SetAside = told.SetAside,
                IsMended = told.IsMended,
                Next = recorder.Run.Position,
                Requests = 0,
            },
            cancellation);
}
