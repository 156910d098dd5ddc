using UnionCatalog.Harvesting.DryRuns;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>A dry run asks the member as a harvest does, says what that would come to, and writes nothing.</summary>
public sealed class DryRunTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";

    private HarvestBench _bench = null!;

    [SetUp]
    public async Task StartAsync() => _bench = await HarvestBench.StartAsync();

    [TearDown]
    public ValueTask StopAsync() => _bench.DisposeAsync();

    [Test]
    public async Task What_a_dry_run_tells_is_what_the_harvest_then_does()
    {
        _bench.Server.On(First, Pages.List(Titles("Bumi", "Bulan", "Matahari", "Bintang")));
        await _bench.FullAsync(Sweeping(2));
        _bench.Server.On(First, Pages.List(Titles("Bumi", "Bulan Baru") + Pages.Deleted("oai:x:2") + Pages.Deleted("oai:x:99")
            + Pages.Record("oai:x:8", Title("Komet")) + Pages.Record("oai:x:9", "<nothing/>") + Pages.Record("oai:x:8", Title("Komet Halley"))));

        var foreseen = await _bench.DryRunAsync(HarvestScope.Full, Sweeping(2));
        var before = await _bench.CountLiveAsync();
        var run = await _bench.FullAsync(Sweeping(2));

        Assert.That(before, Is.EqualTo(4), "nothing was stored");
        Assert.That(foreseen.Counts, Is.EqualTo(run.Counts));
        Assert.That(foreseen.Counts, Is.EqualTo(new RunCounts { New = 1, Changed = 1, Unchanged = 1, Deleted = 2, SetAside = 1, Requests = 2 }));
        Assert.That(foreseen.Absent, Is.EqualTo(2), "one told as deleted, one missing: a whole list decides on both at its end");
        Assert.That(foreseen.Samples, Is.EqualTo(new DryRunSample[]
        {
            new(ForeseenChange.New, "oai:x:8", "Komet Halley"),
            new(ForeseenChange.Changed, "oai:x:1", "Bulan Baru"),
            new(ForeseenChange.Absent, "oai:x:2", "Matahari"),
            new(ForeseenChange.Absent, "oai:x:3", "Bintang"),
            foreseen.Samples[^1],
        }));
        Assert.That(foreseen.Samples[^1], Is.EqualTo(new DryRunSample(ForeseenChange.SetAside, "oai:x:9", foreseen.Samples[^1].Says)));
        Assert.That(foreseen.Samples[^1].Says, Does.Contain("not read here"));
    }

    [Test]
    public async Task A_removal_that_would_be_held_is_told_as_such()
    {
        _bench.Server.On(First, Pages.List(Enumerable.Range(1, 30)));
        await _bench.FullAsync(Sweeping(20));
        _bench.Server.On(First, Pages.List(Enumerable.Range(1, 4)));

        var foreseen = await _bench.DryRunAsync(HarvestScope.Full, Sweeping(20));

        Assert.That((foreseen.Counts.Held, foreseen.Counts.Deleted, foreseen.Absent), Is.EqualTo((26, 0, 0)));
        Assert.That(foreseen.Samples, Has.Count.EqualTo(5).And.All.Property(nameof(DryRunSample.Change)).EqualTo(ForeseenChange.Held));
        Assert.That(foreseen.Counts, Is.EqualTo((await _bench.FullAsync(Sweeping(20))).Counts));
    }

    [Test]
    public async Task Of_a_record_told_twice_the_second_telling_is_compared_with_the_first()
    {
        _bench.Server.On(First, Pages.List(Titles("Bumi"), "a")).On("verb=ListRecords&resumptionToken=a", Pages.List(Titles("Bumi") + Pages.Deleted("oai:x:7"), "b"))
            .On("verb=ListRecords&resumptionToken=b", Pages.List(Titles("Bulan") + Pages.Deleted("oai:x:7")));

        var foreseen = await _bench.DryRunAsync(HarvestScope.Full);

        Assert.That(foreseen.Counts, Is.EqualTo(new RunCounts { New = 1, Changed = 1, Unchanged = 2, Requests = 4 }));
        Assert.That(foreseen.Counts, Is.EqualTo((await _bench.FullAsync()).Counts));
    }

    [Test]
    public async Task Changes_are_asked_for_as_a_harvest_would()
    {
        _bench.Server.On(First, Pages.List([1])).On(First + "&from=2026-11-20T16:00:00Z", Pages.List([2]));
        await _bench.FullAsync();

        var foreseen = await _bench.DryRunAsync(HarvestScope.Incremental);

        Assert.That(foreseen.Counts, Is.EqualTo(new RunCounts { New = 1, Requests = 2 }));
    }

    [Test]
    public async Task A_member_that_fails_is_told_with_what_came_before()
    {
        _bench.Server.On(First, Pages.List([1], "a"));

        var foreseen = await _bench.DryRunAsync(HarvestScope.Full);

        Assert.That(foreseen.Failure, Does.Contain("HTTP 404"));
        Assert.That(foreseen.Counts.New, Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_written_neither_rows_nor_pages_nor_requests()
    {
        _bench.Server.On(First, Pages.List([1]));
        var member = _bench.Member() with { Source = _bench.Member().Oai() with { RequestsPerDay = 100 } };
        await _bench.FullAsync(member);
        await _bench.CloseAsync();
        var before = await File.ReadAllBytesAsync(_bench.StoreFile);
        await _bench.OpenAsync();
        _bench.Server.On(First, Pages.List(Enumerable.Range(2, 300)));

        await _bench.DryRunAsync(HarvestScope.Full, member);

        await _bench.CloseAsync();
        Assert.That(await File.ReadAllBytesAsync(_bench.StoreFile), Is.EqualTo(before));
        await _bench.OpenAsync();
    }

    [Test]
    public async Task A_days_requests_are_counted_on_top_of_those_that_were_sent()
    {
        _bench.Server.On(First, Pages.List([1]), Pages.List([1], "a"));
        var member = _bench.Member() with { Source = _bench.Member().Oai() with { RequestsPerDay = 4 } };
        await _bench.FullAsync(member);

        var foreseen = await _bench.DryRunAsync(HarvestScope.Full, member);

        Assert.That(_bench.Server.Requests, Has.Count.EqualTo(4));
        Assert.That(foreseen.Notice, Does.StartWith("The 4 requests"));
    }

    [Test]
    public async Task A_run_that_waits_is_left_to_wait()
    {
        _bench.Server.On(First, Pages.List([1], "a")).On("verb=ListRecords&resumptionToken=a", Pages.List([2]));
        var member = _bench.Member() with { Source = _bench.Member().Oai() with { RequestsPerDay = 2 } };
        var paused = await _bench.FullAsync(member);

        var foreseen = await _bench.DryRunAsync(HarvestScope.Full);

        Assert.That(foreseen.Counts, Is.EqualTo(new RunCounts { New = 1, Unchanged = 1, Requests = 3 }));
        Assert.That(await _bench.FindRunningAsync(), Is.EqualTo(paused with { PausedUntil = null }));
    }

    [Test]
    public async Task A_replay_can_be_tried_dry_as_well()
    {
        _bench.Server.On(First, Pages.List([1]));
        await _bench.FullAsync(HarvestBench.Kept(_bench.Member()));
        await using var other = await HarvestBench.StartAsync();
        Directory.Move(_bench.PagesFolder, other.PagesFolder);

        var foreseen = await other.DryRunAsync((_, replayer) => replayer.ReplayAsync(other.Member(), null, null, default));

        Assert.That(foreseen.Counts, Is.EqualTo(new RunCounts { New = 1 }));
        Assert.That(foreseen.Samples.Single().Says, Is.EqualTo("Laskar Pelangi"));
        Assert.That(await other.CountLiveAsync(), Is.Zero);
    }

    private Member Sweeping(long atLeast) => _bench.Member() with
    {
        Source = _bench.Member().Oai() with { Sweep = SweepMode.Always }, RemovalLimit = new(0, atLeast),
    };

    private static string Titles(params string[] titles) =>
        string.Concat(titles.Select((title, number) => Pages.Record($"oai:x:{number}", Title(title))));

    private static string Title(string title) => Pages.Dublin.Replace("Laskar Pelangi", title, StringComparison.Ordinal);
}
