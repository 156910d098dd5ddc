using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Reports;

/// <summary>Draws the members' parts of one night's report.</summary>
internal sealed class MemberNights(IHarvestStore harvests, NightOptions options, NightRuns runs, NightReport? before, DateTimeOffset to)
{
    public async Task<MemberNight> DrawAsync(Member member, long live, HeldReport? waiting, HarvestRun? latest, CancellationToken cancellation)
    {
        var own = runs.Of(member.Id);
        // A replay of what is kept here says nothing about the member.
        var last = own.Where(run => run.Run.Origin != RunOrigin.Replay).Select(run => run.Run).LastOrDefault();
        var success = await FindLastSuccessAsync(member.Id, own, latest, cancellation);
        var night = new MemberNight
        {
            Id = member.Id.Value,
            Name = member.Name,
            Place = member.Place,
            Outcome = OutcomeOf(last, own, success),
            Harvested = Sum(own, RunOrigin.Harvest),
            Uploaded = Sum(own, RunOrigin.Upload),
            Replayed = Sum(own, RunOrigin.Replay),
            LastSuccess = success,
            LastSuccessAge = success is { } time ? Math.Max(0, (to - time).TotalSeconds) : null,
            LiveRecords = live,
            SetAside = await ListSetAsideAsync(own, cancellation),
            Held = waiting is null ? null : Sample(waiting),
            Open = [.. own.Where(run => run.Run.Status == RunStatus.Running).Select(run => new OpenRun(run.Run.Id, run.Run.Started, run.Run.Counts))],
        };
        return night with { Needs = Needs.Of(member, night, last, options) };
    }

    private static NightOutcome OutcomeOf(HarvestRun? last, IReadOnlyList<NightRun> own, DateTimeOffset? success) => last switch
    {
        null => success is null ? NightOutcome.NeverHarvested : NightOutcome.Quiet,
        { Status: RunStatus.Failed } => NightOutcome.Failed,
        { Status: RunStatus.Running } => NightOutcome.Unfinished,
        _ => own.All(run => run.Counts is { New: 0, Changed: 0, Deleted: 0, SetAside: 0, Held: 0 }) ? NightOutcome.NothingNew : NightOutcome.Complete,
    };

    private static NightWork Sum(IReadOnlyList<NightRun> runs, RunOrigin origin) => runs
        .Where(run => run.Run.Origin == origin)
        .Aggregate(new NightWork(), (sum, run) => sum + new NightWork { Runs = 1, Seconds = run.Seconds, Counts = run.Counts });

    /// <summary>The latest of the last complete harvest, the complete uploads that are known, and what was reported before.</summary>
    private async Task<DateTimeOffset?> FindLastSuccessAsync(
        SourceId member, IReadOnlyList<NightRun> own, HarvestRun? latest, CancellationToken cancellation)
    {
        var harvest = await harvests.FindLastCompletedAsync(member, cancellation);
        var uploads = own.Select(run => run.Run).Append(latest).Where(run => run is { Status: RunStatus.Completed, Origin: RunOrigin.Upload });
        var told = before?.Members.FirstOrDefault(night => night.Id == member.Value)?.LastSuccess;
        return uploads.Append(harvest).Select(run => run?.Ended).Append(told).Max();
    }

    private async Task<IReadOnlyList<SetAsideSample>> ListSetAsideAsync(IReadOnlyList<NightRun> own, CancellationToken cancellation)
    {
        var samples = new List<SetAsideSample>();
        foreach (var run in own.Where(run => run.Counts.SetAside > 0).Reverse())
        {
            var some = await harvests.ListSetAsideAsync(run.Run.Id, options.Samples - samples.Count, cancellation);
            samples.AddRange(some.Select(record => new SetAsideSample(record.Identifier, record.Reason)));
        }

        return samples;
    }

    private WaitingRemoval Sample(HeldReport held) => new(
        held.Removal.Id, held.Removal.Since, held.Removal.Absent, held.Removal.Live,
        [.. held.Samples.Take(options.Samples).Select(record => record.Title ?? record.Identifier)]);
}
