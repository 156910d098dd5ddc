using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

// The runs.
public abstract partial class HarvestStoreContract
{
    [Test]
    public async Task A_run_starts_at_the_beginning_of_its_lists()
    {
        var run = await Harvests.BeginRunAsync(Koha, new RunStart { Scope = HarvestScope.Incremental, MetadataPrefix = "oai_dc", Lists = "koha.sch.id/oai buku", From = Noon.AddDays(-1), Started = Noon }, default);

        Assert.That(run, Is.EqualTo(new HarvestRun
        {
            Id = 1,
            Source = Koha,
            Scope = HarvestScope.Incremental,
            Status = RunStatus.Running,
            Started = Noon,
            MetadataPrefix = "oai_dc",
            Lists = "koha.sch.id/oai buku",
            From = Noon.AddDays(-1),
        }));
        Assert.That(await Harvests.FindRunningAsync(Koha, default), Is.EqualTo(run));
        Assert.That(await Harvests.FindRunningAsync(Slims, default), Is.Null);
    }

    [Test]
    public async Task A_member_has_at_most_one_run_under_way()
    {
        var run = await BeginRunAsync();
        Assert.That(() => BeginRunAsync(), Throws.InvalidOperationException.With.Message.Contains("koha-school"));

        await BeginRunAsync(Slims);
        await Harvests.EndRunAsync(run.Id, new RunEnd { Ended = Noon }, default);
        Assert.That((await BeginRunAsync()).Id, Is.EqualTo(3));
    }

    [Test]
    public async Task A_page_moves_the_run_on_and_a_reopened_store_goes_on_from_there()
    {
        var run = await BeginRunAsync();
        var page = new HarvestPage
        {
            RunId = run.Id,
            Records = [Live("1", "a")],
            Next = new ListPosition(2, "tok&en=\n"),
            ServerTime = Noon.AddSeconds(5),
            ListSize = 400,
            Requests = 2,
            Retries = 1,
        };
        await Harvests.AppendPageAsync(page, default);
        await Harvests.AppendPageAsync(page with { Records = [], ServerTime = Noon.AddSeconds(9), ListSize = null, Requests = 1, Retries = 0 }, default);
        await ReopenAsync();

        Assert.That(await Harvests.FindRunningAsync(Koha, default), Is.EqualTo(run with
        {
            Position = new ListPosition(2, "tok&en=\n"),
            ServerTime = Noon.AddSeconds(5),
            ListSize = 400,
            Counts = new RunCounts { New = 1, Requests = 3, Retries = 1 },
        }));
    }

    [Test]
    public async Task A_restarted_run_keeps_its_counts_and_its_server_time()
    {
        var run = await BeginRunAsync();
        await Harvests.AppendPageAsync(
            new HarvestPage { RunId = run.Id, Records = [Live("1", "a")], Next = new ListPosition(1, "x"), ServerTime = Noon }, default);

        await Harvests.RestartRunAsync(run.Id, default);

        Assert.That(await Harvests.FindRunningAsync(Koha, default), Is.EqualTo(run with
        {
            ServerTime = Noon,
            Counts = new RunCounts { New = 1, Requests = 1 },
        }));
    }

    [Test]
    public async Task The_last_completed_run_is_found_whatever_came_after_it()
    {
        Assert.That(await Harvests.FindLastCompletedAsync(Koha, default), Is.Null);
        var first = await EndedRunAsync(null);
        var second = await EndedRunAsync(null);
        var third = await EndedRunAsync("The server sends a web page instead of records.");
        await BeginRunAsync();

        var completed = await Harvests.FindLastCompletedAsync(Koha, default);

        Assert.That(completed!.Id, Is.EqualTo(second.Id).And.GreaterThan(first.Id).And.LessThan(third.Id));
        Assert.That(completed.Ended, Is.EqualTo(Noon.AddMinutes(1)));
        Assert.That(completed.Status, Is.EqualTo(RunStatus.Completed));
    }

    [Test]
    public async Task The_latest_run_of_each_member_is_listed_by_name()
    {
        var slims = await BeginRunAsync(Slims);
        await EndedRunAsync(null);
        var failed = await EndedRunAsync("The server is down.");

        Assert.That(await Harvests.ListLatestRunsAsync(default), Is.EqualTo([failed, slims]));
    }

    [Test]
    public async Task A_run_that_is_over_takes_nothing_more()
    {
        var run = await EndedRunAsync(null);

        Assert.That(() => AppendAsync(run, Live("1", "a")), Throws.InvalidOperationException);
        Assert.That(() => Harvests.RestartRunAsync(run.Id, default), Throws.InvalidOperationException);
        Assert.That(() => Harvests.EndRunAsync(run.Id, new RunEnd { Ended = Noon }, default), Throws.InvalidOperationException);
        Assert.That(() => AppendAsync(run with { Id = 99 }, Live("1", "a")), Throws.InvalidOperationException);
        Assert.That(await Harvests.FindRecordAsync(Key("1"), default), Is.Null);
    }

    [Test]
    public async Task Times_are_kept_to_the_microsecond()
    {
        var started = DateTimeOffset.UnixEpoch.AddTicks(12_345_678_901_234_567);

        var run = await Harvests.BeginRunAsync(Koha, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "mods", From = DateTimeOffset.MinValue, Started = started }, default);

        Assert.That(run.Started, Is.EqualTo(DateTimeOffset.UnixEpoch.AddTicks(12_345_678_901_234_560)));
        Assert.That(run.From, Is.EqualTo(DateTimeOffset.MinValue));
    }

    private async Task<HarvestRun> EndedRunAsync(string? failure)
    {
        var run = await BeginRunAsync();
        var extra = new RunCounts { Requests = 4, Retries = 3 };
        await Harvests.EndRunAsync(run.Id, new RunEnd { Ended = Noon.AddMinutes(1), Failure = failure, Extra = extra }, default);
        return run with
        {
            Ended = Noon.AddMinutes(1),
            Status = failure is null ? RunStatus.Completed : RunStatus.Failed,
            Failure = failure,
            Counts = extra,
        };
    }
}
