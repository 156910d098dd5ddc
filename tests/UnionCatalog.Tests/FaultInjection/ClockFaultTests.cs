using UnionCatalog.Members;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;
using UnionCatalog.Tests.Jobs;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>This machine's clock is set back, or was ahead and is set right.</summary>
internal sealed class ClockFaultTests
{
    [Test]
    public async Task A_clock_that_is_set_back_loses_and_doubles_nothing_and_asks_from_no_day_to_come()
    {
        await using var road = await FaultRoad.StartAsync();
        await road.HarvestGoodDataAsync();
        road.Clock.Set(road.Clock.GetUtcNow().AddDays(-3));

        var run = await road.HarvestAsync(road.Member);

        Assert.That((run.Failure, run.From), Is.EqualTo((default(string), default(DateTimeOffset?))), "what changed in three days that were not cannot be told: everything is asked for");
        Assert.That(road.Server.Requests, Has.None.Contains("from="));
        await road.AssertAsUndisturbedAsync();
    }

    [Test]
    public async Task A_clock_that_is_set_back_during_a_harvest_leaves_no_run_that_ended_before_it_began()
    {
        await using var road = await FaultRoad.StartAsync();
        await road.HarvestGoodDataAsync();
        road.Progress = new Direct(_ => road.Clock.Set(road.Clock.GetUtcNow().AddHours(-5)));

        var run = await road.HarvestAsync(road.Member);

        Assert.That(run.Failure, Is.Null);
        Assert.That(run.Ended, Is.GreaterThanOrEqualTo(run.Started));
        await road.AssertAsUndisturbedAsync();
    }

    [Test]
    public async Task Clocks_that_were_ahead_on_both_sides_and_are_set_right_make_no_gap()
    {
        await using var road = await FaultRoad.StartAsync();
        var right = road.Clock.GetUtcNow();
        road.Clock.Set(right.AddYears(10));
        var ahead = OaiPages.List(Books.Records(1, 4), "p2");
        road.Server.FirstPage = Answers.Page(new(System.Text.Encoding.UTF8.GetString(ahead.Body).Replace("2026-11-20T17", "2036-11-20T17", StringComparison.Ordinal)));
        await road.HarvestGoodDataAsync();
        (road.Server.FirstPage, road.Progress) = (Books.FirstPage, null);
        road.Clock.Set(right);

        Assert.That((await road.HarvestAsync(road.Member)).From, Is.Null);
        await road.AssertAsUndisturbedAsync();
    }

    [Test]
    public async Task A_sweep_that_a_wrong_clock_dates_to_another_decade_does_not_put_off_the_next()
    {
        await using var road = await FaultRoad.StartAsync();
        var member = road.Member with { Source = (OaiPmhSource)road.Member.Source with { Sweep = SweepMode.Weekly } };
        var right = road.Clock.GetUtcNow();
        road.Clock.Set(right.AddYears(10));
        Assert.That((await road.HarvestAsync(member)).IsSweep, Is.True);
        road.Clock.Set(right);

        Assert.That((await road.HarvestAsync(member)).IsSweep, Is.True);
    }

    [Test]
    public void A_schedule_does_not_fire_twice_for_one_night()
    {
        var member = HarvestScheduleTests.Member("sma-1", 60);
        var started = new DateTimeOffset(2026, 11, 20, 18, 52, 0, TimeSpan.Zero);
        var run = HarvestScheduleTests.Run(RunStatus.Completed, started);

        Assert.That(HarvestSchedule.IsDue(member, run, started.AddHours(-3)), Is.False, "after the clock was set back by three hours");
        Assert.That(HarvestSchedule.IsDue(member, run, started.AddHours(-3).AddMinutes(190)), Is.False, "nor when the hour comes again");
        Assert.That(HarvestHours.IsOutOfReach(member, started.AddDays(1), started.AddHours(-3)), Is.False, "the next hour stays tomorrow's");
    }

    [Test]
    public void An_hour_that_a_wrong_clock_set_in_another_decade_is_set_anew()
    {
        var member = HarvestScheduleTests.Member("sma-1", 60);
        var now = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

        Assert.That(HarvestHours.IsOutOfReach(member, HarvestHours.NextAfter(member, now.AddYears(10))!.Value, now), Is.True);
        Assert.That(HarvestHours.IsOutOfReach(member, HarvestHours.NextAfter(member, now)!.Value, now), Is.False);
    }

    private sealed class Direct(Action<HarvestRun> tell) : IProgress<HarvestRun>
    {
        public void Report(HarvestRun value) => tell(value);
    }
}
