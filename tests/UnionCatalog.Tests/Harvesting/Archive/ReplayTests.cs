using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting.Archive;

/// <summary>Kept pages are read once more, with the member's system switched off.</summary>
public sealed class ReplayTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";
    private const string Second = "verb=ListRecords&resumptionToken=a";

    private HarvestBench _bench = null!;

    [SetUp]
    public async Task StartAsync() => _bench = await HarvestBench.StartAsync();

    [TearDown]
    public ValueTask StopAsync() => _bench.DisposeAsync();

    [Test]
    public async Task A_recorded_catalogue_is_replayed_into_an_empty_store_as_it_was_harvested()
    {
        RecordedHarvestTests.Replay(_bench.Server);
        var harvest = await _bench.FullAsync(Member());
        await using var other = await HarvestBench.StartAsync();
        Directory.Move(_bench.PagesFolder, other.PagesFolder);

        var replay = (await other.ReplayAsync(Member()))!;

        Assert.That((replay.Status, replay.Origin, replay.Scope, replay.IsSweep), Is.EqualTo((RunStatus.Completed, RunOrigin.Replay, HarvestScope.Incremental, false)));
        Assert.That(replay.Counts, Is.EqualTo(harvest.Counts with { Requests = 0 }));
        Assert.That(other.Server.Requests, Is.Empty);
        Assert.That(await other.CountLiveAsync(), Is.EqualTo(harvest.Counts.New));
        Assert.That(await other.ListLiveAsync(Member()), Is.EqualTo(await _bench.ListLiveAsync(Member())));
        Assert.That((await other.ReplayAsync(Member()))!.Counts, Is.EqualTo(new RunCounts { Unchanged = 3015 }), "a second time nothing changes");
        Assert.That(await other.Store.Harvests.FindLastCompletedAsync(Member().Id, default), Is.Null, "the next harvest asks for everything");
    }

    [Test]
    public async Task What_could_not_be_read_when_it_came_is_read_by_a_program_that_can()
    {
        _bench.Server.On(First, Pages.List(Pages.Record("oai:x:1") + Pages.Record("oai:x:2", Pages.Dublin.Replace("Laskar Pelangi", "Bumi Manusia", StringComparison.Ordinal))));
        await using var small = await HarvestBench.StartAsync(new() { MaxRecordBytes = 100 });
        var harvest = await small.FullAsync(HarvestBench.Kept(_bench.Member()));
        Assert.That(harvest.Counts, Has.Property(nameof(RunCounts.New)).Zero.And.Property(nameof(RunCounts.SetAside)).EqualTo(2));
        Directory.Move(small.PagesFolder, _bench.PagesFolder);

        Assert.That((await _bench.ReplayAsync(Member()))!.Counts, Has.Property(nameof(RunCounts.New)).EqualTo(2));
    }

    [Test]
    public async Task What_changed_after_the_pages_came_stays_as_it_is()
    {
        // Told on the first day, changed on the second when nothing was kept, deleted, and missing from a whole list.
        _bench.Server.On(First, Pages.List(string.Concat(Enumerable.Range(1, 4).Select(number => Pages.Record($"oai:x:{number}")))));
        await _bench.FullAsync(Member());
        _bench.Clock.Advance(TimeSpan.FromHours(1));
        _bench.Server.On(First, Pages.List(
            Pages.Record("oai:x:1", Pages.Dublin.Replace("Laskar", "Sang", StringComparison.Ordinal), "2026-02-02T03:04:05Z") + Pages.Deleted("oai:x:2") + Pages.Record("oai:x:4")));
        await _bench.FullAsync(Sweeping(Member()));
        File.Delete(Path.Combine(_bench.PagesFolder, "sma-contoh", "2026-11-21", "0002.pages"));
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(2));

        var replay = await _bench.ReplayAsync(Member());

        Assert.That(replay!.Counts, Is.EqualTo(new RunCounts { Unchanged = 1 }));
        Assert.That(Show(await _bench.FindAsync("oai:x:1")), Does.Contain("Sang Pelangi"));
        Assert.That(await _bench.FindAsync("oai:x:2"), Is.InstanceOf<HarvestedRecord.Deleted>());
        Assert.That(await _bench.FindAsync("oai:x:3"), Is.InstanceOf<HarvestedRecord.Deleted>());
    }

    [Test]
    public async Task A_record_that_was_deleted_and_came_back_is_there_after_a_replay()
    {
        _bench.Server.On(First, Pages.List([1]), Pages.List(Pages.Deleted("oai:x:1")), Pages.List([1]));
        for (var night = 0; night < 3; night++)
        {
            await _bench.FullAsync(Member());
            _bench.Clock.Advance(TimeSpan.FromDays(1));
        }

        await _bench.ReplayAsync(Member());
        Assert.That(await _bench.FindAsync("oai:x:1"), Is.InstanceOf<HarvestedRecord.Live>());
        Assert.That((await _bench.ReplayAsync(Member(), new(2026, 11, 23)))!.Counts, Is.EqualTo(new RunCounts { Unchanged = 1 }), "from the third day on");
        Assert.That(await _bench.ReplayAsync(Member(), new(2026, 11, 24)), Is.Null, "there is no fourth");
    }

    [Test]
    public async Task A_page_that_broke_off_is_replayed_only_where_it_did_not_come_whole_afterwards()
    {
        var whole = Pages.List(Enumerable.Range(1, 3), "a");
        var cut = new Reply(whole.Body[..(whole.Body.Length - 250)]);
        _bench.Server.On(First, cut, whole).On(Second, Pages.List([4]));
        await _bench.FullAsync(Member());
        await using var other = await HarvestBench.StartAsync();
        Directory.Move(_bench.PagesFolder, other.PagesFolder);

        Assert.That((await other.ReplayAsync(Member()))!.Counts, Is.EqualTo(new RunCounts { New = 4 }));
    }

    [Test]
    public async Task Damaged_pages_are_told_and_passed_over()
    {
        _bench.Server.On(First, Pages.List([1], "a")).On(Second, Pages.List([2]));
        await _bench.FullAsync(Member());
        var file = Directory.EnumerateFiles(_bench.PagesFolder, "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..^5]); // killed while it wrote the last page

        var replay = await _bench.ReplayAsync(Member());

        Assert.That(replay!.Counts, Is.EqualTo(new RunCounts { Unchanged = 1 }));
        Assert.That(replay.Notice, Does.StartWith("Of the archive 1 page came out damaged and had to be passed over."));
        Assert.That(await _bench.LatestRunAsync(), Is.EqualTo(replay));
    }

    [Test]
    public async Task A_page_is_kept_before_it_is_stored()
    {
        _bench.Server.On(First, Pages.List([1], "a")).On(Second, Pages.List([2]) with { Stalls = true });
        using var kill = new CancellationTokenSource();
        _bench.Server.Arrived = request =>
        {
            if (request == Second)
            {
                kill.Cancel();
            }
        };

        Assert.That(() => _bench.Harvester.HarvestAsync(Member(), HarvestScope.Full, null, kill.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(1));
        Assert.That(() => _bench.ReplayAsync(Member()), Throws.InvalidOperationException.With.Message.Contains("is not finished"), "its position is not to be lost");
        await using var other = await HarvestBench.StartAsync();
        Directory.Move(_bench.PagesFolder, other.PagesFolder);
        Assert.That((await other.ReplayAsync(Member()))!.Counts.New, Is.EqualTo(1));
    }

    [Test]
    public async Task An_archive_that_cannot_be_written_does_not_stop_a_harvest_and_is_told()
    {
        await File.WriteAllTextAsync(_bench.PagesFolder, "a file where the folder should be");
        _bench.Server.On(First, Pages.List([1]));

        var run = await _bench.FullAsync(Member());

        Assert.That((run.Status, run.Counts.New), Is.EqualTo((RunStatus.Completed, 1)));
        Assert.That(run.Notice, Does.StartWith("Not all pages that the library sent could be kept in the archive; the records themselves are stored."));
        Assert.That(await _bench.LatestRunAsync(), Is.EqualTo(run));
    }

    [Test]
    public async Task Old_pages_are_removed_after_a_harvest()
    {
        _bench.Server.On(First, Pages.List([1]));
        for (var night = 0; night < 4; night++)
        {
            await _bench.FullAsync(HarvestBench.Kept(_bench.Member(), days: 2));
            _bench.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.That(
            Directory.EnumerateDirectories(Path.Combine(_bench.PagesFolder, "sma-contoh")).Select(Path.GetFileName),
            Is.EquivalentTo(["2026-11-23", "2026-11-24"]));
    }

    [Test]
    public async Task A_replay_that_was_cut_off_gives_way_to_the_next_harvest_and_the_next_replay()
    {
        _bench.Server.On(First, Pages.List([1]));
        await _bench.FullAsync(Member());
        var start = new RunStart { Origin = RunOrigin.Replay, Scope = HarvestScope.Incremental, MetadataPrefix = "", Started = _bench.Clock.GetUtcNow() };
        await _bench.Store.Harvests.BeginRunAsync(Member().Id, start, default);

        Assert.That((await _bench.ReplayAsync(Member()))!.Status, Is.EqualTo(RunStatus.Completed));
        await _bench.Store.Harvests.BeginRunAsync(Member().Id, start, default);
        Assert.That((await _bench.FullAsync(Member())).Status, Is.EqualTo(RunStatus.Completed));
    }

    [Test]
    public async Task A_member_without_kept_pages_has_nothing_to_replay()
    {
        _bench.Server.On(First, Pages.List([1]));
        await _bench.FullAsync(_bench.Member());

        Assert.That(await _bench.ReplayAsync(Member()), Is.Null);
        Assert.That(Directory.Exists(_bench.PagesFolder), Is.False);
    }

    private Member Member()
    {
        var member = HarvestBench.Kept(_bench.Member());
        return member with { Source = member.Oai() with { MetadataPrefix = "oai_dc" } };
    }

    private static Member Sweeping(Member member) => member with
    {
        Source = member.Oai() with { Sweep = SweepMode.Always }, RemovalLimit = new(100, 100),
    };

    private static string Show(HarvestedRecord? record) => record switch
    {
        HarvestedRecord.Live live => $"{live.Datestamp:O} {live.Format} {System.Text.Encoding.UTF8.GetString(live.Metadata.Span)}",
        HarvestedRecord.Deleted deleted => $"{deleted.Datestamp:O} deleted",
        _ => "never told",
    };
}
