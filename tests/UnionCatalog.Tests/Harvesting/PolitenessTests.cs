using UnionCatalog.Causes;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>A member is asked no faster, no oftener and at no other hours than its configuration allows. The clock stands at 8 in the morning in Jakarta.</summary>
public sealed class PolitenessTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";

    private static readonly string[] Pages3 = [First, "verb=ListRecords&resumptionToken=a", "verb=ListRecords&resumptionToken=b"];

    private HarvestBench _bench = null!;
    private List<(string Request, DateTimeOffset Time)> _asked = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _bench = await HarvestBench.StartAsync();
        _bench.Server.On(Pages3[0], Pages.List([1], "a")).On(Pages3[1], Pages.List([2], "b")).On(Pages3[2], Pages.List([3]));
        _asked = [];
        _bench.Server.Arrived = request => _asked.Add((request, _bench.Clock.GetUtcNow()));
    }

    [TearDown]
    public ValueTask StopAsync() => _bench.DisposeAsync();

    [Test]
    public async Task Between_two_requests_the_member_is_left_alone()
    {
        var run = await _bench.FullAsync(Member(source => source with { Delay = TimeSpan.FromSeconds(20) }));

        Assert.That(run.Status, Is.EqualTo(RunStatus.Completed));
        Assert.That(Gaps(), Is.EqualTo(new[] { 20, 20, 20 }));
    }

    [Test]
    public async Task The_next_harvest_keeps_the_delay_as_well()
    {
        var member = Member(source => source with { Delay = TimeSpan.FromSeconds(20) });
        await _bench.FullAsync(member);
        _bench.Clock.Advance(TimeSpan.FromSeconds(5));

        await _bench.FullAsync(member);

        Assert.That(Gaps(), Has.All.EqualTo(20).And.Exactly(7).Items);
    }

    [TestCase(20, 20, Description = "the delay is the longer")]
    [TestCase(2, 7, Description = "Retry-After is")]
    public async Task A_retry_is_a_request_like_any_other(int delay, int expected)
    {
        _bench.Server.On("verb=Identify", Reply.Fail(503, ("Retry-After", "7")), Pages.Identify());

        var run = await _bench.FullAsync(Member(source => source with { Delay = TimeSpan.FromSeconds(delay) }));

        Assert.That(Gaps(), Is.EqualTo(new[] { expected, delay, delay, delay }));
        Assert.That(run.Counts, Has.Property(nameof(RunCounts.Requests)).EqualTo(5).And.Property(nameof(RunCounts.Retries)).EqualTo(1));
    }

    [Test]
    public async Task Waiting_for_its_turn_is_no_part_of_the_time_that_a_request_may_take()
    {
        _bench.Server.On("verb=Identify", new Reply("") { Stalls = true });

        var run = await _bench.FullAsync(Member(source => source with
        {
            Delay = TimeSpan.FromMinutes(10), RequestTimeout = TimeSpan.FromSeconds(30), Retries = 1,
        }));

        Assert.That(run.Failure, Does.Contain("no complete answer within 30 seconds"));
        Assert.That(_bench.Clock.Waits[^1], Is.EqualTo(TimeSpan.FromSeconds(30)), "the time for the answer begins after the delay");
        Assert.That(_bench.Clock.Waits.Sum(wait => wait.TotalSeconds), Is.EqualTo(30 + 600 + 30));
    }

    [Test]
    public async Task Outside_its_hours_a_member_is_not_asked_at_all()
    {
        var run = await _bench.FullAsync(Member(source => source with { AllowedHours = HourRange.Parse("20:00-05:00") }));

        Assert.That(_asked, Is.Empty);
        Assert.That((run.Id, run.Status, run.PausedUntil), Is.EqualTo((0, RunStatus.Running, At("2026-11-21T20:00+07:00"))));
        Assert.That(run.Notice, Is.EqualTo("The library may be asked only from 20:00-05:00, so its harvest pauses. What came is kept. Nothing needs to be done: the harvest goes on from there at 2026-11-21 20:00 (Asia/Jakarta)."));
        Assert.That(await _bench.Store.Harvests.ListLatestRunsAsync(default), Is.Empty, "nothing began");
        Assert.That(_bench.Log, Has.Some.Contains("the harvest pauses: The library may be asked only from 20:00-05:00"));
    }

    [Test]
    public async Task A_harvest_at_the_end_of_the_hours_pauses_between_two_pages_and_goes_on_the_next_time()
    {
        var member = Member(source => source with { AllowedHours = HourRange.Parse("07:00-08:05"), Delay = TimeSpan.FromMinutes(2) });

        var paused = await _bench.FullAsync(member);

        Assert.That(_asked.ConvertAll(asked => asked.Request), Is.EqualTo(new[] { "verb=Identify", First, Pages3[1] }));
        Assert.That((paused.Status, paused.PausedUntil, paused.Position.ResumptionToken), Is.EqualTo((RunStatus.Running, At("2026-11-22T07:00+07:00"), "b")));
        Assert.That(await _bench.FindRunningAsync(), Is.EqualTo(paused with { PausedUntil = null }));
        Assert.That(Cause.Read(paused.Cause)!.Code, Is.EqualTo("outside-hours"));

        _bench.Clock.Set(At("2026-11-22T07:00+07:00"));
        _asked.Clear();
        var run = await _bench.FullAsync(member);

        Assert.That(_asked.ConvertAll(asked => asked.Request), Is.EqualTo(new[] { "verb=Identify", Pages3[2] }));
        Assert.That((run.Id, run.Status, run.Notice, run.Counts.New), Is.EqualTo((paused.Id, RunStatus.Completed, (string?)null, 3)));
        Assert.That(run.Counts.Requests, Is.EqualTo(5));
    }

    [Test]
    public async Task A_day_has_only_so_many_requests_and_a_restart_does_not_give_it_others()
    {
        var member = Member(source => source with { RequestsPerDay = 3 });
        var paused = await _bench.FullAsync(member);

        Assert.That(_asked, Has.Count.EqualTo(3));
        Assert.That((paused.Status, paused.PausedUntil), Is.EqualTo((RunStatus.Running, At("2026-11-22T00:00+07:00"))));
        Assert.That(paused.Notice, Does.StartWith("The 3 requests that the library may be sent in one day are used up"));

        await _bench.CloseAsync();
        await _bench.OpenAsync();
        var again = await _bench.FullAsync(member);
        Assert.That(_asked, Has.Count.EqualTo(3), "not one more");
        Assert.That((again.Id, again.Status), Is.EqualTo((paused.Id, RunStatus.Running)));

        _bench.Clock.Set(At("2026-11-22T00:00+07:00"));
        Assert.That((await _bench.FullAsync(member)).Status, Is.EqualTo(RunStatus.Completed));
        Assert.That(_asked, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task Retries_use_up_the_day_as_well()
    {
        _bench.Server.On("verb=Identify", Reply.Fail(500));

        var run = await _bench.FullAsync(Member(source => source with { RequestsPerDay = 3 }));

        Assert.That(_asked, Has.Count.EqualTo(3));
        Assert.That((run.Status, run.Failure), Is.EqualTo((RunStatus.Running, (string?)null)), "it paused before it could fail");
    }

    [Test]
    public async Task Two_who_ask_the_same_member_together_ask_one_after_the_other()
    {
        var pacer = new RequestPacer(_bench.Store.Harvests, _bench.Clock);
        var source = (FetchedSource)_bench.Member().Source;
        var first = await pacer.TakeTurnAsync(_bench.Member().Id, source, default);
        var second = pacer.TakeTurnAsync(_bench.Member().Id, source, default);
        using var other = await pacer.TakeTurnAsync(new("another"), source, default);

        Assert.That(second.IsCompleted, Is.False);
        first.Dispose();
        (await second).Dispose();
    }

    [TestCase(null, "^UnionCatalog/[0-9.]+$", null)]
    [TestCase("you@example.org", @"^UnionCatalog/[0-9.]+ \(\+mailto:you@example\.org\)$", "you@example.org")]
    [TestCase("mailto:you@example.org", @"^UnionCatalog/[0-9.]+ \(\+mailto:you@example\.org\)$", null)]
    [TestCase("https://perpus.example/panen", @"^UnionCatalog/[0-9.]+ \(\+https://perpus\.example/panen\)$", null)]
    public void Requests_say_who_we_are_as_robots_do(string? contact, string userAgent, string? from)
    {
        using var http = new HttpClient();
        Introduction.Write(http.DefaultRequestHeaders, contact);

        Assert.That(http.DefaultRequestHeaders.UserAgent.ToString(), Does.Match(userAgent), "a User-Agent that is well-formed");
        Assert.That(http.DefaultRequestHeaders.From, Is.EqualTo(from));
    }

    /// <summary>Seconds between two requests.</summary>
    private List<int> Gaps() => [.. _asked.Zip(_asked.Skip(1), (one, next) => (int)(next.Time - one.Time).TotalSeconds)];

    private Member Member(Func<OaiPmhSource, OaiPmhSource> change) => _bench.Member() with { Source = change(_bench.Member().Oai()) };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
