using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Reports;

/// <summary>Draws up the report on the last harvest of every member.</summary>
/// <param name="harvests">Where the runs are written down.</param>
/// <param name="members">The members in force.</param>
/// <param name="clock">Dates the report.</param>
public sealed class Reporter(IHarvestStore harvests, MemberDirectory members, TimeProvider clock)
{
    /// <summary>Set-aside records listed a member; the count in the report is always the whole: 20.</summary>
    public const int SetAsideListed = 20;

    /// <summary>Draws up the report.</summary>
    public async Task<HarvestReport> DrawAsync(CancellationToken cancellation)
    {
        var runs = (await harvests.ListLatestRunsAsync(cancellation)).ToDictionary(run => run.Source);
        var live = await harvests.CountLiveAsync(cancellation);
        var lines = new List<MemberReport>();
        foreach (var member in members.All)
        {
            var run = runs.GetValueOrDefault(member.Id);
            lines.Add(new MemberReport(member, run, live.GetValueOrDefault(member.Id), await ListSetAsideAsync(run, cancellation)));
        }

        return new HarvestReport(clock.GetUtcNow(), lines);
    }

    private async Task<IReadOnlyList<SetAsideRecord>> ListSetAsideAsync(HarvestRun? run, CancellationToken cancellation) =>
        run is { Counts.SetAside: > 0 } ? await harvests.ListSetAsideAsync(run.Id, SetAsideListed, cancellation) : [];
}
