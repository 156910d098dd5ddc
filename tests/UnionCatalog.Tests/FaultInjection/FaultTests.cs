using UnionCatalog.Members;
using UnionCatalog.Store;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>
/// Every fault on the whole road: good data is harvested, then comes a harvest under the fault, then a good one again. Nothing
/// is lost at any time, nothing is doubled, one readable line says what happened, and the neighbour hears nothing of it.
/// </summary>
internal sealed class FaultTests
{
    /// <param name="fault">The fault.</param>
    /// <param name="sweep">Always: every harvest takes what a whole list lacks for gone, which under a fault it must not.</param>
    [TestCaseSource(nameof(Cases))]
    public async Task Nothing_is_lost_and_nothing_is_doubled(Fault fault, SweepMode sweep)
    {
        await using var road = await FaultRoad.StartAsync(fault.Options);
        road.Sweep = sweep;
        var before = await road.HarvestGoodDataAsync();

        fault.Break(road);
        var run = await road.HarvestAsync(fault.Configured(road.Member));
        var neighbours = await road.HarvestAsync(road.Neighbour);
        var under = await road.ReadAsync();

        await AssertToldAsync(road, fault, run);
        Assert.That(before.Records, Is.SubsetOf(under.Records), "lost");
        Assert.That(neighbours.Failure, Is.Null, "the neighbour");
        fault.Also?.Invoke(road, run);

        Mend(road);
        var scope = fault.Outcome == Outcome.Failed ? HarvestScope.Incremental : HarvestScope.Full;
        Assert.That((await road.HarvestAsync(road.Member, scope)).Failure, Is.Null, "after the fault");
        await road.AssertAsUndisturbedAsync();
    }

    private static IEnumerable<TestCaseData> Cases() =>
        from fault in NetworkFaults.All.Concat(PageFaults.All).Concat(ListFaults.All)
        from sweep in new[] { SweepMode.Never, SweepMode.Always }
        select new TestCaseData(fault, sweep).SetName(fault.Name.Replace(' ', '_') + (sweep == SweepMode.Always ? "_in_a_sweep" : ""));

    private static async Task AssertToldAsync(FaultRoad road, Fault fault, HarvestRun run)
    {
        var line = await road.ToldAsync(run);
        Assert.That(run.Status, Is.EqualTo(fault.Outcome == Outcome.Failed ? RunStatus.Failed : RunStatus.Completed), line);
        Assert.That(run.Counts.SetAside, fault.Outcome == Outcome.SetAside ? Is.EqualTo(1) : Is.LessThanOrEqualTo(1), line);
        Assert.That((await road.ListSetAsideAsync(run)).Select(record => record.Identifier?.Length ?? 0), Has.All.LessThanOrEqualTo(1_000), "reports print it");
        if (fault.Outcome == Outcome.Survived)
        {
            Assert.That(line, Is.Null);
            return;
        }

        Assert.That(line, Does.Contain(fault.Words));
        OneLine.AssertReadable(line!);
    }

    /// <summary>The fault is over, and the member has had a day's rest.</summary>
    private static void Mend(FaultRoad road)
    {
        (road.Server.Identify, road.Server.FirstPage, road.Server.SecondPage) =
            (Answers.Page(OaiPages.Identify()), Books.FirstPage, Books.SecondPage);
        road.Clock.Advance(TimeSpan.FromDays(1));
    }
}
