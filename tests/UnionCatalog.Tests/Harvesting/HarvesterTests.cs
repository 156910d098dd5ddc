using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>What is asked for, and what is stored, when a member keeps to the standard.</summary>
public sealed partial class HarvesterTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";
    private HarvestBench _bench = null!;

    private ReplayServer Server => _bench.Server;

    [SetUp]
    public async Task StartAsync() => _bench = await HarvestBench.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task A_list_is_followed_by_its_tokens_to_the_end()
    {
        Server.On(First, Pages.List([1, 2], "a+b/c=%20", 5));
        Server.On("verb=ListRecords&resumptionToken=a+b/c=%20", Pages.List([3, 4], "last", 5));
        Server.On("verb=ListRecords&resumptionToken=last", Pages.List([5], "", 5));
        var told = new List<HarvestRun>();

        var run = (await _bench.Harvester.HarvestAsync(_bench.Member(), HarvestScope.Full, new Direct(told.Add), CancellationToken.None))!;

        Assert.That(run.Status, Is.EqualTo(RunStatus.Completed));
        Assert.That(run.Counts, Is.EqualTo(new RunCounts { New = 5, Requests = 4 }));
        Assert.That(told.Select(stage => stage.Counts.New), Is.EqualTo([2, 4, 5]), "progress, page by page");
        Assert.That(await _bench.LatestRunAsync(), Is.EqualTo(run), "what is given back is what is stored");
    }

    [Test]
    public async Task The_next_harvest_starts_from_the_members_clock_less_the_overlap()
    {
        Server.On(First, Pages.List([1, 2, 3]));
        Server.On($"{First}&from=2026-11-20T16:00:00Z", Pages.List(
            Pages.Record("oai:x:1") + Pages.Record("oai:x:2", Pages.Dublin.Replace("Laskar", "Sang", StringComparison.Ordinal))
            + Pages.Deleted("oai:x:3") + Pages.Deleted("oai:x:9") + Pages.Record("oai:x:4")));

        await _bench.FullAsync();
        var run = await _bench.IncrementalAsync();

        Assert.That(run.From, Is.EqualTo(new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.Zero)));
        Assert.That(run.Counts, Is.EqualTo(new RunCounts { New = 1, Changed = 1, Unchanged = 1, Deleted = 1, Requests = 2 }));
        Assert.That(await _bench.FindAsync("oai:x:3"), Is.InstanceOf<HarvestedRecord.Deleted>());
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_server_of_days_is_asked_by_days()
    {
        Server.On("verb=Identify", Pages.Identify("YYYY-MM-DD"));
        Server.On(First, Pages.List([1]));
        Server.On($"{First}&from=2026-11-20", Pages.List([1]));

        await _bench.FullAsync();

        Assert.That((await _bench.IncrementalAsync()).Failure, Is.Null);
    }

    [TestCase("YYYY-MM-DDThh:mm:ssZ", "2026-11-20T16:00:00Z")]
    [TestCase(" yyyy-mm-ddTHH:MM:SSZ ", "2026-11-20T16:00:00Z")]
    [TestCase("YYYY-MM-DDThh:mm:ss.sssZ", "2026-11-20T16:00:00Z")]
    [TestCase("yyyy-mm-dd", "2026-11-20")]
    [TestCase("day", "2026-11-20")]
    [TestCase("", "2026-11-20")]
    public async Task Who_does_not_clearly_say_seconds_is_asked_by_days_which_all_understand(string granularity, string from)
    {
        Server.On("verb=Identify", Pages.Identify(granularity));
        Server.On(First, Pages.List([1]));
        Server.On($"{First}&from={from}", Pages.List([1]));

        await _bench.FullAsync();

        Assert.That((await _bench.IncrementalAsync()).Failure, Is.Null);
    }

    [Test]
    public async Task A_members_clock_that_was_ahead_makes_no_gap()
    {
        Server.On(First, new Reply(Pages.Wrap($"<ListRecords>{Pages.Record("oai:x:1")}</ListRecords>", "2031-01-01T00:00:00Z")));
        Server.On($"{First}&from=2026-11-21T00:00:00Z", Pages.List([2]));

        await _bench.FullAsync();
        var run = await _bench.IncrementalAsync();

        Assert.That((run.Failure, run.Counts.New), Is.EqualTo((default(string), 1)));
    }

    [Test]
    public async Task A_member_that_does_not_tell_the_time_is_fetched_whole()
    {
        Server.On(First, new Reply(Pages.Wrap($"<ListRecords>{Pages.Record("oai:x:1")}</ListRecords>", "")));

        await _bench.FullAsync();

        Assert.That((await _bench.IncrementalAsync()).From, Is.Null);
    }

    [Test]
    public async Task A_set_that_is_added_is_fetched_from_the_beginning()
    {
        Server.On($"{First}&set=buku", Pages.List([1]));
        Server.On($"{First}&set=majalah", Pages.List([2]));
        await _bench.FullAsync(_bench.Member("buku"));

        var run = await _bench.IncrementalAsync(_bench.Member("buku", "majalah"));

        Assert.That((run.Failure, run.From, run.Counts.New), Is.EqualTo((default(string), default(DateTimeOffset?), 1)));
    }

    [Test]
    public async Task A_system_at_another_address_is_fetched_from_the_beginning()
    {
        Server.On(First, Pages.List([1]));
        await _bench.FullAsync();
        var member = _bench.Member();
        var moved = member with { Source = member.Oai() with { BaseUrl = new(member.Oai().BaseUrl, "/oai2.php") } };

        var run = await _bench.IncrementalAsync(moved);

        Assert.That(run.From, Is.Null);
    }

    [Test]
    public async Task Nothing_new_is_a_complete_harvest_and_moves_the_clock_on()
    {
        Server.On(First, Pages.List([1]));
        Server.On($"{First}&from=2026-11-20T16:00:00Z", new Reply(Pages.Wrap("""<error code="noRecordsMatch"/>""", "2026-11-21T17:00:00Z")));
        Server.On($"{First}&from=2026-11-21T16:00:00Z", Pages.Error("noRecordsMatch"));

        await _bench.FullAsync();
        _bench.Clock.Advance(TimeSpan.FromDays(1));
        await _bench.IncrementalAsync();
        var run = await _bench.IncrementalAsync();

        Assert.That(run.Status, Is.EqualTo(RunStatus.Completed), run.Failure);
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Another_format_is_fetched_from_the_beginning()
    {
        Server.On(First, Pages.List([1]));
        Server.On("verb=ListRecords&metadataPrefix=qdc", Pages.List([1, 2]));
        await _bench.FullAsync();

        var run = await _bench.IncrementalAsync(Pages.Member(Server.Address, prefix: "qdc"));

        Assert.That(run.Failure, Is.Null);
        Assert.That(run.From, Is.Null);
    }

    [Test]
    public async Task The_best_format_is_asked_for()
    {
        Server.On("verb=ListMetadataFormats", Pages.Formats("oai_dc", "mods"));
        Server.On("verb=ListRecords&metadataPrefix=mods", Pages.List([1]));

        var run = await _bench.FullAsync(Pages.Member(Server.Address, prefix: null));

        Assert.That((run.MetadataPrefix, run.Failure), Is.EqualTo(("mods", default(string))));
    }

    [Test]
    public async Task Sets_are_harvested_one_after_the_other()
    {
        Server.On($"{First}&set=buku:ajar", Pages.List([1, 2], "more", 3));
        Server.On("verb=ListRecords&resumptionToken=more", Pages.List([3], "", 3));
        Server.On($"{First}&set=kosong", Pages.Error("noRecordsMatch"));
        Server.On("verb=ListSets", Pages.Sets("buku:ajar", "kosong", "majalah"));
        Server.On($"{First}&set=majalah", Pages.List([4]));

        var run = await _bench.FullAsync(_bench.Member("buku:ajar", "kosong", "majalah"));

        Assert.That(run.Failure, Is.Null);
        Assert.That(run.Counts.New, Is.EqualTo(4));
    }

    [Test]
    public async Task A_set_that_is_not_there_is_named_with_those_that_are()
    {
        Server.On($"{First}&set=bukuu", Pages.Error("noRecordsMatch"));
        Server.On("verb=ListSets", Pages.Sets("buku", "majalah"));

        var run = await _bench.FullAsync(_bench.Member("bukuu"));

        Assert.That(run.Failure, Does.Contain("no set \"bukuu\"").And.Contain("buku, majalah"));
    }

    [Test]
    public async Task A_member_is_never_harvested_twice_at_the_same_time()
    {
        Server.On(First, new Reply("") { Stalls = true }, Pages.List([1]));
        var arrived = new TaskCompletionSource();
        Server.Arrived = request =>
        {
            if (request == First)
            {
                arrived.TrySetResult();
            }
        };
        using var stop = new CancellationTokenSource();
        var first = _bench.Harvester.HarvestAsync(_bench.Member(), HarvestScope.Full, null, stop.Token);
        await arrived.Task;

        Assert.That(() => _bench.FullAsync(), Throws.TypeOf<MemberBusyException>().With.Message.Contains("sma-contoh is being harvested already"));

        await stop.CancelAsync();
        Assert.That(() => first, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await _bench.FullAsync()).Status, Is.EqualTo(RunStatus.Completed), "and once it has ended, again");
    }

    /// <summary>An incremental harvest that is cancelled when it sends the request that ends like this.</summary>
    private void CutOff(string end, Member member)
    {
        using var stop = new CancellationTokenSource();
        Server.Arrived = request =>
        {
            if (request.EndsWith(end, StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        };
        Assert.That(
            () => _bench.Harvester.HarvestAsync(member, HarvestScope.Incremental, null, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Server.Arrived = null;
    }

    /// <summary>Tells at once; Progress of the framework tells later, on another thread.</summary>
    private sealed class Direct(Action<HarvestRun> tell) : IProgress<HarvestRun>
    {
        public void Report(HarvestRun value) => tell(value);
    }
}
