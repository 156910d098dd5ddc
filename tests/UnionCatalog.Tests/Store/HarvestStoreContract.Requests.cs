using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

// Requests, pauses, replays, and what a dry run asks.
public abstract partial class HarvestStoreContract
{
    private static readonly DateOnly Day = new(2025, 3, 1);

    [Test]
    public async Task Requests_are_counted_by_member_and_day_and_a_reopened_store_goes_on_counting()
    {
        Assert.That(await Harvests.CountRequestsAsync(Koha, Day, default), Is.Zero);
        await Harvests.AddRequestAsync(Koha, Day, default);
        await Harvests.AddRequestAsync(Koha, Day, default);
        await Harvests.AddRequestAsync(Slims, Day, default);
        await Harvests.AddRequestAsync(Koha, Day.AddDays(1), default);
        await ReopenAsync();
        await Harvests.AddRequestAsync(Koha, Day, default);

        Assert.That(await Harvests.CountRequestsAsync(Koha, Day, default), Is.EqualTo(3));
        Assert.That(await Harvests.CountRequestsAsync(Slims, Day, default), Is.EqualTo(1));
        Assert.That(await Harvests.CountRequestsAsync(Koha, Day.AddDays(1), default), Is.EqualTo(1));
    }

    [Test]
    public async Task A_run_that_waits_is_running_says_why_and_forgets_it_with_its_next_page()
    {
        var run = await BeginRunAsync();

        var paused = await Harvests.PauseRunAsync(
            run.Id, new RunPause { Notice = "until eight", Cause = "{}", Extra = new() { Requests = 2, Retries = 1 } }, default);

        Assert.That(paused, Is.EqualTo(run with { Notice = "until eight", Cause = "{}", Counts = new() { Requests = 2, Retries = 1 } }));
        await ReopenAsync();
        Assert.That(await Harvests.FindRunningAsync(Koha, default), Is.EqualTo(paused));
        await AppendAsync(run, Live("1", "a"));
        Assert.That(await Harvests.FindRunningAsync(Koha, default), Has.Property(nameof(HarvestRun.Notice)).Null.And.Property(nameof(HarvestRun.Cause)).Null);
        await Harvests.EndRunAsync(run.Id, new RunEnd { Ended = Noon }, default);
        Assert.That(() => Harvests.PauseRunAsync(run.Id, new RunPause { Notice = "too late" }, default), Throws.InvalidOperationException);
    }

    [Test]
    public async Task A_replay_stores_records_but_does_not_say_that_the_member_has_them_still()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"));
        await SweepAsync(Few, Live("1", "a"));
        var held = (await Held.ListPendingAsync(default)).Single();
        var replay = await Harvests.BeginRunAsync(
            Koha, new RunStart { Origin = RunOrigin.Replay, Scope = HarvestScope.Incremental, MetadataPrefix = "", Started = Noon }, default);
        await AppendAsync(replay, Live("2", "changed"), Live("3", "c"), Live("4", "d"));
        await Harvests.EndRunAsync(replay.Id, new RunEnd { Ended = Noon }, default);

        Assert.That((await Held.DecideAsync(held.Id, HeldDecision.Confirmed, null, default)).Removed, Is.EqualTo(2));
        Assert.That((await SweepAsync(Few, Live("1", "a"))).Counts.Deleted, Is.EqualTo(1), "what only the replay told is not there");
        Assert.That(await Harvests.FindLastCompletedAsync(Koha, default), Has.Property(nameof(HarvestRun.Origin)).EqualTo(RunOrigin.Harvest));
    }

    [Test]
    public async Task A_records_standing_tells_whether_it_is_there_and_since_when()
    {
        var run = await BeginRunAsync();
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        await AppendAsync(run, Live("1", "a"), Live("2", "b"), Deleted("3"));
        await AppendAsync(run, Deleted("2"));

        var live = await Harvests.FindStandingAsync(Key("1"), default);
        Assert.That(live, Is.EqualTo(new RecordStanding(true, Noon, live!.Changed)));
        Assert.That(live.Changed, Is.GreaterThan(before));
        Assert.That(await Harvests.FindStandingAsync(Key("2"), default), Has.Property(nameof(RecordStanding.IsLive)).False
            .And.Property(nameof(RecordStanding.Changed)).GreaterThanOrEqualTo(live.Changed));
        Assert.That(await Harvests.FindStandingAsync(Key("3"), default), Is.EqualTo(new RecordStanding(false, Noon, null)), "never there, so never deleted");
        Assert.That(await Harvests.FindStandingAsync(Key("4"), default), Is.Null);
    }

    [Test]
    public async Task What_a_sweep_may_remove_is_live_and_was_not_refused()
    {
        await AppendAsync(await BeginRunAsync(Slims), Live("9", "theirs", Slims));
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"), Live("4", "d"));
        await AppendAndEndAsync(Deleted("4"));
        await SweepAsync(Few, Live("1", "a"));
        Assert.That(await ListRemovableAsync(), Is.EquivalentTo(["1", "2", "3"]));

        await Held.DecideAsync((await Held.ListPendingAsync(default)).Single().Id, HeldDecision.Refused, null, default);
        Assert.That(await ListRemovableAsync(), Is.EquivalentTo(["1"]));

        await AppendAndEndAsync(Live("3", "c"));
        Assert.That(await ListRemovableAsync(), Is.EquivalentTo(["1", "3"]), "told again");
    }

    private async Task AppendAndEndAsync(HarvestedRecord record)
    {
        var run = await BeginRunAsync();
        await AppendAsync(run, record);
        await Harvests.EndRunAsync(run.Id, new RunEnd { Ended = Noon }, default);
    }

    private async Task<List<string>> ListRemovableAsync()
    {
        var all = new List<string>();
        await foreach (var identifier in Harvests.ListRemovableAsync(Koha, default))
        {
            all.Add(identifier);
        }

        return all;
    }
}
