using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using UnionCatalog.Availability;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Availability;

/// <summary>Asking libraries over real HTTP: answers good and bad, who is asked how often, and for how long it is waited.</summary>
public sealed class LiveStatusTests
{
    private MovedTime _clock = null!;
    private School _school = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task Open()
    {
        _clock = new MovedTime();
        _school = await School.StartAsync();
        _http = new HttpClient(AvailabilityRegistration.CreateHandler());
        AvailabilityRegistration.Introduce(_http, new AvailabilityOptions { UserAgent = "UnionCatalog/test" });
    }

    [TearDown]
    public async Task Close()
    {
        _http.Dispose();
        await _school.DisposeAsync();
    }

    [Test]
    public async Task A_library_that_answers_tells_its_items()
    {
        _school.Answer = School.Page(School.OneOut);

        var told = (await AskAsync(Live("sma"), "sma/oai:slims-17"))["sma"];

        Assert.That(told.Items, Is.EqualTo(new[] { new ItemNow(ItemStatus.OnLoan, new DateOnly(2099, 12, 3), "P1") }));
        Assert.That(told.Asked, Is.EqualTo(_clock.GetUtcNow()).Within(TimeSpan.FromSeconds(10)));
        Assert.That(_school.Asked, Is.EqualTo(new[] { "/record?id=17" }));
        Assert.That(_school.UserAgents, Is.EqualTo(new[] { "UnionCatalog/test" }));
    }

    private static IEnumerable<TestCaseData> Bad() =>
    [
        Case(School.Status(404), "it does not know the record"), Case(School.Status(500), "it fails"), Case(School.Status(204), "it says nothing"),
        Case(School.Page("<h1>Sedang dalam perbaikan</h1>"), "it is being mended"), Case(School.Page(""), "its page is empty"),
        Case(School.Never, "it never answers"), Case(School.Trickle, "it never ends"), Case(School.Cut, "it is cut short"),
        Case(School.Endless(10 << 20, packed: false), "it says too much"), Case(School.Endless(10 << 20, packed: true), "it unpacks to too much"),
        Case(School.Redirect("http://169.254.169.254/latest/meta-data/"), "it leads elsewhere"), Case(School.Redirect("ftp://127.0.0.1/"), "it leads out of the web"),
        Case(School.Redirect("/record?id=1"), "it leads round in a ring"),
        Case(
            async http =>
            {
                http.Response.Headers.ContentEncoding = "gzip";
                await http.Response.WriteAsync("not packed");
            },
            "it is not packed as it says"),
    ];

    [TestCaseSource(nameof(Bad))]
    public async Task Nothing_is_known_where(RequestDelegate answer)
    {
        _school.Answer = answer;
        var started = Stopwatch.GetTimestamp();

        Assert.That(await AskAsync(Live("sma"), "sma/1"), Is.Empty);
        Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(6)), "2 seconds, and what a busy machine adds");
    }

    [Test]
    public async Task A_server_that_is_down_is_no_fault()
    {
        var recipe = new StatusRecipe(StatusForm.Koha, $"http://127.0.0.1:{ClosedPort()}/{{number}}");

        Assert.That(await AskAsync(new LiveStatus(new MemberDirectory([School.Member("sma", recipe)]), _http, new AvailabilityOptions(), _clock), "sma/1"), Is.Empty);
    }

    [Test]
    public async Task It_follows_a_library_to_another_page_of_its_own()
    {
        _school.Answer = http => http.Request.Path == "/record" ? School.Redirect("/opac/record")(http) : School.Page(School.OneIn)(http);

        Assert.That(await AskAsync(Live("sma"), "sma/1"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Many_readers_at_once_are_one_request()
    {
        _school.Answer = School.After(TimeSpan.FromMilliseconds(200), School.OneIn);
        var live = Live("sma");

        var told = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(live, "sma/1")));

        Assert.That(told.Select(libraries => libraries.Count), Is.All.EqualTo(1));
        Assert.That(_school.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_answer_is_good_for_five_minutes_and_none_for_half_a_minute()
    {
        var live = Live("sma");
        await AskAsync(live, "sma/1");
        _clock.Advance(TimeSpan.FromMinutes(4));
        await AskAsync(live, "sma/1");
        Assert.That(_school.Asked, Has.Count.EqualTo(1));

        _clock.Advance(TimeSpan.FromMinutes(1));
        _school.Answer = School.Status(404);
        Assert.That(await AskAsync(live, "sma/1"), Is.Empty);
        Assert.That(await AskAsync(live, "sma/1"), Is.Empty);
        Assert.That(_school.Asked, Has.Count.EqualTo(2));

        _clock.Advance(TimeSpan.FromSeconds(31));
        _school.Answer = School.Page(School.OneIn);
        Assert.That(await AskAsync(live, "sma/1"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task After_three_failures_in_a_row_a_library_is_left_alone_for_five_minutes_and_then_asked_once()
    {
        var live = Live("sma");
        await FailAsync(live, 1, 2);
        _school.Answer = School.Page(School.OneIn);
        await AskAsync(live, "sma/3");
        await FailAsync(live, 4, 2);
        Assert.That(_school.Asked, Has.Count.EqualTo(5), "two and two are not three in a row");

        await FailAsync(live, 6, 10);
        Assert.That(_school.Asked, Has.Count.EqualTo(6));

        _clock.Advance(TimeSpan.FromMinutes(5.1));
        await FailAsync(live, 16, 5);
        Assert.That(_school.Asked, Has.Count.EqualTo(7), "one to see whether it is back");

        _clock.Advance(TimeSpan.FromMinutes(5.1));
        _school.Answer = School.Page(School.OneIn);
        Assert.That(await AskAsync(live, "sma/1"), Has.Count.EqualTo(1));
        Assert.That(await AskAsync(live, "sma/2"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Records_that_a_library_does_not_know_do_not_make_it_one_that_is_down()
    {
        var live = Live("sma");
        _school.Answer = School.Status(404);
        await AskEachAsync(live, 1, 10);

        Assert.That(_school.Asked, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task A_host_gets_one_request_at_a_time_and_sixty_a_minute()
    {
        _school.Answer = School.After(TimeSpan.FromMilliseconds(20), School.OneIn);
        // Ten, one after the other, may take a busy machine longer than readers wait.
        var members = new MemberDirectory(Enumerable.Range(0, 10).Select(number => _school.Member($"l{number}")));
        var live = new LiveStatus(members, _http, new AvailabilityOptions { Patience = TimeSpan.FromSeconds(30) }, _clock);

        var told = await AskAsync(live, [.. Enumerable.Range(0, 10).Select(number => $"l{number}/1")]);
        Assert.That((told.Count, _school.MostAtOnce), Is.EqualTo((10, 1)));

        _school.Answer = School.Page(School.OneIn);
        await AskEachAsync(live, 100, 100, "l0");
        Assert.That(_school.Asked, Has.Count.EqualTo(60));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await AskAsync(live, "l0/999"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task At_most_twenty_libraries_are_asked_and_only_those_that_allow_it()
    {
        var members = Enumerable.Range(0, 30).Select(number => _school.Member($"l{number:00}")).Prepend(School.Member("closed", recipe: null));
        var live = new LiveStatus(new MemberDirectory(members), _http, new AvailabilityOptions(), _clock);

        var told = await AskAsync(live, ["closed/1", "gone/1", .. Enumerable.Range(0, 30).Select(number => $"l{number:00}/1")]);

        Assert.That(told.Keys, Is.EquivalentTo(Enumerable.Range(0, 20).Select(number => $"l{number:00}")));
        Assert.That(live.CanAsk(new SourceId("closed")), Is.False);
    }

    [Test]
    public async Task A_library_with_several_records_counts_only_whole_and_an_item_once()
    {
        var live = Live("sma");
        Assert.That((await AskAsync(live, "sma/1", "sma/2"))["sma"].Items, Has.Count.EqualTo(1), "P1 twice");

        _school.Answer = http => http.Request.QueryString.Value!.EndsWith('3') ? School.Status(404)(http) : School.Page(School.OneIn)(http);
        Assert.That(await AskAsync(live, "sma/3", "sma/4"), Is.Empty);
        Assert.That(await AskAsync(live, "sma/5", "sma/6", "sma/7", "sma/8"), Is.Empty, "more than three are not asked for");
        Assert.That(await AskAsync(live, "sma/none"), Is.Empty, "an identifier without a number has no page");
        Assert.That(_school.Asked, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_slow_library_does_not_hold_up_the_answers_of_others()
    {
        await using var slow = await School.StartAsync();
        slow.Answer = School.Never;
        // "localhost" is another host than 127.0.0.1, with a turn of its own.
        var recipe = new StatusRecipe(StatusForm.Slims, $"http://localhost:{slow.Address.Port}/{{number}}");
        var live = new LiveStatus(new MemberDirectory([School.Member("slow", recipe), _school.Member("sma")]), _http, new AvailabilityOptions(), _clock);

        Assert.That((await AskAsync(live, "slow/1", "sma/1")).Keys, Is.EqualTo(new[] { "sma" }));
    }

    [Test]
    public async Task A_new_recipe_is_a_new_question()
    {
        var members = new MemberDirectory([_school.Member("sma")]);
        var live = new LiveStatus(members, _http, new AvailabilityOptions(), _clock);
        await AskAsync(live, "sma/1");
        members.Replace([School.Member("sma", new StatusRecipe(StatusForm.Slims, $"{_school.Address}other?id={{number}}"))]);
        await AskAsync(live, "sma/1");

        Assert.That(_school.Asked, Is.EqualTo(new[] { "/record?id=1", "/other?id=1" }));
    }

    [Test]
    public async Task It_keeps_so_many_answers_and_no_more()
    {
        var live = new LiveStatus(new MemberDirectory([_school.Member("sma")]), _http, new AvailabilityOptions { MostKept = 20, MostAMinute = 1_000 }, _clock);
        await AskEachAsync(live, 1, 100);

        Assert.That(_school.Asked, Has.Count.EqualTo(100));
        Assert.That(live.Kept, Is.LessThanOrEqualTo(20));
        await AskAsync(live, "sma/100");
        Assert.That(_school.Asked, Has.Count.EqualTo(100), "the latest are kept");
    }

    private async Task FailAsync(LiveStatus live, int first, int count)
    {
        _school.Answer = School.Status(503);
        await AskEachAsync(live, first, count);
    }

    private static async Task AskEachAsync(LiveStatus live, int first, int count, string library = "sma")
    {
        foreach (var number in Enumerable.Range(first, count))
        {
            await AskAsync(live, $"{library}/{number}");
        }
    }

    private LiveStatus Live(params string[] libraries) => new(new MemberDirectory(libraries.Select(_school.Member)), _http, new AvailabilityOptions(), _clock);

    private static async Task<IReadOnlyDictionary<string, ItemsNow>> AskAsync(LiveStatus live, params string[] records) =>
        (await live.AskAsync(records.Select(record => record.Split('/')).Select(part => new RecordKey(new SourceId(part[0]), part[1])), default))
            .ToDictionary(library => library.Key.Value, library => library.Value);

    private static TestCaseData Case(RequestDelegate answer, string name) => new TestCaseData(answer).SetName($"Nothing_is_known_where {name}");

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
