using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>What a whole list does not tell is gone, or waits for the coordinator.</summary>
public abstract partial class HarvestStoreContract
{
    private static readonly RemovalLimit Few = new(Percent: 0, AtLeast: 1);

    [Test]
    public async Task What_a_sweep_does_not_tell_is_deleted_and_appended_to_the_log()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"));

        var run = await SweepAsync(Few, Live("1", "a"), Live("3", "c"));

        Assert.That((run.Counts.Deleted, run.Counts.Held, run.Counts.Unchanged), Is.EqualTo((1, 0, 2)));
        Assert.That(await Harvests.FindRecordAsync(Key("2"), default), Is.EqualTo(new HarvestedRecord.Deleted(Key("2"), null)));
        Assert.That(await Harvests.ListLatestRunsAsync(default), Has.Member(run), "what is given back is what is stored");
        Assert.That((await PullAsync())[^1].Subject, Is.EqualTo(new HarvestedRecord.Deleted(Key("2"), null)));
    }

    [Test]
    public async Task A_sweep_that_failed_or_was_told_to_remove_nothing_removes_nothing()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"));
        var failed = await BeginSweepAsync();
        await Harvests.EndRunAsync(failed.Id, new RunEnd { Ended = Noon, Failure = "it broke off", Absences = Few }, default);
        var careful = await BeginSweepAsync();
        await Harvests.EndRunAsync(careful.Id, new RunEnd { Ended = Noon, Notice = "careful" }, default);
        var changes = await BeginRunAsync();
        await Harvests.EndRunAsync(changes.Id, new RunEnd { Ended = Noon, Absences = Few }, default);

        Assert.That((await Harvests.CountLiveAsync(default))[Koha], Is.EqualTo(2));
        Assert.That((await Harvests.FindLastSweepAsync(Koha, default))!.Notice, Is.EqualTo("careful"));
    }

    [Test]
    public async Task A_record_that_could_not_be_read_this_time_is_there()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"));
        var run = await BeginSweepAsync();
        await Harvests.AppendPageAsync(
            new HarvestPage
            {
                RunId = run.Id,
                Records = [Live("1", "a")],
                SetAside = [new(Koha, "2", "broken", default), new(Koha, null, "no identifier", default)],
                Next = new(0, null),
            },
            default);

        Assert.That(await Harvests.CountUnidentifiedAsync(run.Id, default), Is.EqualTo(1));
        Assert.That((await EndSweepAsync(run, Few)).Counts, Has.Property(nameof(RunCounts.Deleted)).Zero.And.Property(nameof(RunCounts.Held)).Zero);
    }

    [Test]
    public async Task Too_many_absences_wait_and_go_when_they_are_confirmed()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"));

        var run = await SweepAsync(Few, Live("1", "a"));

        Assert.That((run.Counts.Deleted, run.Counts.Held), Is.EqualTo((0, 2)));
        Assert.That((await Harvests.CountLiveAsync(default))[Koha], Is.EqualTo(3), "searchable until it is decided");
        var held = (await Held.ListPendingAsync(default)).Single();
        Assert.That(held, Is.EqualTo(new HeldRemoval { Id = held.Id, Source = Koha, RunId = run.Id, Since = Noon, Absent = 2, Live = 3 }));
        Assert.That((await Held.ListRecordsAsync(held.Id, 1, default)).Select(record => record.Key), Is.EqualTo(new[] { Key("2") }));

        var decided = await Held.DecideAsync(held.Id, HeldDecision.Confirmed, "Bu Sari", default);

        Assert.That((decided.Decision, decided.DecidedBy, decided.Removed), Is.EqualTo((HeldDecision.Confirmed, "Bu Sari", 2)));
        Assert.That((await Harvests.CountLiveAsync(default))[Koha], Is.EqualTo(1));
        Assert.That(await Held.ListPendingAsync(default), Is.Empty);
        Assert.That(await Held.DecideAsync(held.Id, HeldDecision.Refused, "Pak Budi", default), Is.EqualTo(decided), "decided is decided");
    }

    [Test]
    public async Task A_record_that_came_back_before_the_confirmation_stays()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"));
        await SweepAsync(Few, Live("1", "a"));
        await AppendAsync(await BeginRunAsync(), Live("3", "c"));

        var decided = await Held.DecideAsync((await Held.ListPendingAsync(default)).Single().Id, HeldDecision.Confirmed, null, default);

        Assert.That(decided.Removed, Is.EqualTo(1));
        Assert.That(await Harvests.FindRecordAsync(Key("3"), default), Is.InstanceOf<HarvestedRecord.Live>());
    }

    [Test]
    public async Task What_was_refused_is_not_held_again_until_it_was_told_once_more()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"));
        await SweepAsync(Few, Live("1", "a"));
        await Held.DecideAsync((await Held.ListPendingAsync(default)).Single().Id, HeldDecision.Refused, null, default);

        Assert.That((await SweepAsync(Few, Live("1", "a"))).Counts, Has.Property(nameof(RunCounts.Held)).Zero.And.Property(nameof(RunCounts.Deleted)).Zero);
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"));
        Assert.That((await SweepAsync(Few, Live("1", "a"))).Counts.Held, Is.EqualTo(2));
    }

    [Test]
    public async Task What_a_sweep_tells_as_deleted_is_decided_at_its_end_with_all_that_it_lacks()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"), Live("4", "d"));

        var one = await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"), Deleted("4"));
        var two = await SweepAsync(Few, Live("1", "a"), Deleted("2"));

        Assert.That((one.Counts.Deleted, two.Counts.Deleted, two.Counts.Held), Is.EqualTo((1, 0, 2)), "one told, then one told and one missing");
        Assert.That((await Harvests.CountLiveAsync(default))[Koha], Is.EqualTo(3));
        await Held.DecideAsync((await Held.ListPendingAsync(default)).Single().Id, HeldDecision.Confirmed, null, default);
        Assert.That((await Harvests.CountLiveAsync(default))[Koha], Is.EqualTo(1));
    }

    [Test]
    public async Task A_record_that_a_sweep_tells_and_then_tells_as_deleted_is_deleted()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"));
        var run = await BeginSweepAsync();
        await AppendAsync(run, Live("1", "a"), Live("2", "B"));
        await AppendAsync(run, Deleted("2"));

        Assert.That((await EndSweepAsync(run, Few)).Counts.Deleted, Is.EqualTo(1));
    }

    [Test]
    public async Task A_later_sweep_takes_the_place_of_what_waits()
    {
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"));
        await SweepAsync(Few, Live("1", "a"));
        var first = (await Held.ListPendingAsync(default)).Single();

        await SweepAsync(Few, Live("1", "a"), Live("2", "b"), Live("3", "c"));

        Assert.That(await Held.ListPendingAsync(default), Is.Empty);
        Assert.That((await Held.FindAsync(first.Id, default))!.Decision, Is.EqualTo(HeldDecision.Superseded));
        Assert.That((await Harvests.CountLiveAsync(default))[Koha], Is.EqualTo(3));
    }

    [Test]
    public async Task A_sweep_of_one_member_leaves_anothers_records_alone()
    {
        await AppendAsync(await BeginRunAsync(Slims), Live("1", "theirs", Slims));
        await SweepAsync(Few, Live("1", "a"), Live("2", "b"));
        await SweepAsync(Few, Live("1", "a"));

        Assert.That((await Harvests.CountLiveAsync(default))[Slims], Is.EqualTo(1));
    }

    [Test]
    public void A_removal_that_never_was_cannot_be_decided() =>
        Assert.That(() => Held.DecideAsync(7, HeldDecision.Confirmed, null, default), Throws.InstanceOf<KeyNotFoundException>());

    [TestCase(5, 20, 20, 100, false)]
    [TestCase(5, 20, 21, 100, true)]
    [TestCase(5, 20, 50, 1000, false)]
    [TestCase(5, 20, 51, 1000, true)]
    [TestCase(5, 20, 3, 3, true, Description = "a list with nothing in it")]
    [TestCase(5, 20, 0, 0, false)]
    public void A_removal_waits_above_a_share_and_a_number(double percent, long atLeast, long absent, long live, bool waits) =>
        Assert.That(new RemovalLimit(percent, atLeast).Holds(absent, live), Is.EqualTo(waits));

    private async Task<HarvestRun> SweepAsync(RemovalLimit limit, params HarvestedRecord[] told)
    {
        var run = await BeginSweepAsync();
        await AppendAsync(run, told);
        return await EndSweepAsync(run, limit);
    }

    private Task<HarvestRun> BeginSweepAsync() =>
        Harvests.BeginRunAsync(Koha, new RunStart { Scope = HarvestScope.Full, IsSweep = true, MetadataPrefix = "marcxml", Started = Noon }, default);

    private Task<HarvestRun> EndSweepAsync(HarvestRun run, RemovalLimit limit) =>
        Harvests.EndRunAsync(run.Id, new RunEnd { Ended = Noon, Absences = limit }, default);
}
