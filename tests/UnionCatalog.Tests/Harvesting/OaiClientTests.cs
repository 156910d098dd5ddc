using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Harvesting;

public sealed class OaiClientTests
{
    private FakeTime _clock = null!;
    private ReplayServer _server = null!;
    private ServiceProvider _services = null!;
    private RequestTally _tally = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _server = await ReplayServer.StartAsync();
        _clock = new();
        _tally = new();
        _services = Services(new() { Contact = "https://perpus.example/harvest", MaxPageBytes = 100_000 });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [TestCase(null)]
    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    public async Task A_reply_is_unpacked(string? encoding)
    {
        _server.On("verb=Identify", Pages.Identify() with { Encoding = encoding });

        Assert.That((await IdentifyAsync()).Identity, Is.EqualTo(new OaiIdentity(HasDays: false, KeepsDeletions: true)));
    }

    [Test]
    public async Task Requests_say_who_we_are_and_where_to_reach_us()
    {
        _server.On("verb=Identify", Pages.Identify());

        await IdentifyAsync();

        Assert.That(_server.UserAgents.Single(), Does.Match(@"^UnionCatalog/\d+\.\d+\.\d+ \(\+https://perpus\.example/harvest\)$"));
    }

    [Test]
    public async Task Arguments_arrive_as_they_were_given()
    {
        const string token = "100__+AND+input_date+%3E%3D+'2022'&x=ñ#__oai_dc";
        _server.On($"verb=ListRecords&resumptionToken={token}", Pages.List([1]));

        var reply = await AskAsync(Member(), OaiRequest.NextRecords(token));

        Assert.That(reply.Records, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_address_may_have_arguments_of_its_own()
    {
        _server.On("p=oai&verb=Identify", Pages.Identify());

        var reply = await AskAsync(Pages.Member(new($"{_server.Address}?p=oai")), OaiRequest.Identify);

        Assert.That(reply.Identity, Is.Not.Null);
    }

    [TestCase(408)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(503)]
    public async Task A_passing_error_is_tried_again(int status)
    {
        _server.On("verb=Identify", Reply.Fail(status), Reply.Fail(status), Pages.Identify());

        await IdentifyAsync();

        var counts = _tally.Take();
        Assert.That((counts.Requests, counts.Retries), Is.EqualTo((3, 2)));
        Assert.That(_clock.Waits, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Waits_grow_from_try_to_try()
    {
        _server.On("verb=Identify", Reply.Fail(500), Reply.Fail(500), Reply.Fail(500), Reply.Fail(500), Pages.Identify());

        await IdentifyAsync();

        Assert.That(_clock.Waits.Sum(wait => wait.TotalSeconds), Is.InRange(10, 120), "2 + 4 + 8 + 16 seconds, with jitter");
    }

    [Test]
    public void Tries_come_to_an_end_with_the_reason()
    {
        _server.On("verb=Identify", Reply.Fail(503));

        Assert.That(IdentifyAsync, Throws.TypeOf<MemberFault>().With.Message.Contains("HTTP 503"));
        Assert.That(_server.Requests, Has.Count.EqualTo(5));
    }

    [TestCase(400, "HTTP 400")]
    [TestCase(401, "refuses us")]
    [TestCase(403, "refuses us")]
    [TestCase(404, "no page at")]
    public void A_lasting_error_is_not_tried_again(int status, string words)
    {
        _server.On("verb=Identify", Reply.Fail(status));

        Assert.That(IdentifyAsync, Throws.TypeOf<MemberFault>().With.Message.Contains(words));
        Assert.That(_server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("17", 17)]
    [TestCase("0", 0)]
    [TestCase("86400", 600, Description = "at most ten minutes")]
    [TestCase("Sat, 21 Nov 2026 06:01:30 GMT", 90)]
    [TestCase("Sat, 21 Nov 2026 05:00:00 GMT", 0)]
    public async Task Retry_After_is_honoured_by_the_members_own_clock(string retryAfter, int seconds)
    {
        var busy = Reply.Fail(503, ("Retry-After", retryAfter), ("Date", "Sat, 21 Nov 2026 06:00:00 GMT"));
        _server.On("verb=Identify", busy, Pages.Identify());

        await IdentifyAsync();

        Assert.That(_clock.Waits.Sum(wait => wait.TotalSeconds), Is.EqualTo(seconds));
    }

    [TestCase(null)]
    [TestCase("gzip")]
    public async Task A_page_cut_short_is_fetched_again(string? encoding)
    {
        var page = Pages.List(Enumerable.Range(1, 50)) with { Encoding = encoding };
        _server.On("verb=ListRecords&metadataPrefix=oai_dc", page with { CutAfter = 300 }, page);

        var reply = await AskAsync(Member(), OaiRequest.ListRecords("oai_dc", null, null));

        Assert.That(reply.Records, Has.Count.EqualTo(50));
        Assert.That(_tally.Take().Retries, Is.EqualTo(1));
    }

    [Test]
    public void A_page_that_is_always_cut_short_says_so()
    {
        _server.On("verb=Identify", Pages.Identify() with { CutAfter = 100 });

        Assert.That(IdentifyAsync, Throws.TypeOf<MemberFault>().With.Message.Contains("broke the connection"));
    }

    [Test]
    public void A_silent_member_is_given_up_after_its_time()
    {
        _server.On("verb=Identify", new Reply("") { Stalls = true });
        var member = Member();
        member = member with { Source = member.Oai() with { RequestTimeout = TimeSpan.FromSeconds(30), Retries = 1 } };

        Assert.That(
            () => AskAsync(member, OaiRequest.Identify),
            Throws.TypeOf<MemberFault>().With.Message.Contains("no complete answer within 30 seconds"));
        Assert.That(_tally.Take().Requests, Is.EqualTo(2));
    }

    [Test]
    public void A_page_over_the_limit_is_not_read()
    {
        _server.On("verb=Identify", new Reply(Pages.Wrap(new string(' ', 100_000))));

        Assert.That(IdentifyAsync, Throws.TypeOf<MemberFault>().With.Message.Contains("more than 100,000 bytes"));
        Assert.That(_server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    public void A_bomb_is_stopped_by_its_size_when_unpacked(string encoding)
    {
        var bomb = new Reply(Pages.Wrap(new string(' ', 20_000_000))) { Encoding = encoding };
        _server.On("verb=Identify", bomb);

        Assert.That(IdentifyAsync, Throws.TypeOf<MemberFault>().With.Message.Contains("more than 100,000 bytes"));
    }

    [Test]
    public async Task A_redirect_is_followed()
    {
        _server.On("verb=Identify", Reply.Fail(301, ("Location", "/oai?moved=1")));
        _server.On("moved=1", Pages.Identify());

        Assert.That((await IdentifyAsync()).Identity, Is.Not.Null);
    }

    [Test]
    public void Redirects_come_to_an_end()
    {
        _server.On("verb=Identify", Reply.Fail(302, ("Location", "/oai?verb=Identify")));

        Assert.That(IdentifyAsync, Throws.TypeOf<MemberFault>().With.Message.Contains("sent us on to another address"));
        Assert.That(_server.Requests, Has.Count.EqualTo(6));
    }

    [TestCase("ftp://127.0.0.1/oai")]
    [TestCase("file:///etc/passwd")]
    public void A_redirect_leads_to_no_other_scheme(string location)
    {
        _server.On("verb=Identify", Reply.Fail(302, ("Location", location)));

        Assert.That(IdentifyAsync, Throws.TypeOf<MemberFault>().With.Message.Contains("sent us on"));
        Assert.That(_server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_machine_without_a_web_server_is_told_from_a_name_that_is_not_known()
    {
        var refused = Once(Pages.Member(new($"http://127.0.0.1:{FreePort()}/oai")));
        var unknown = Once(Pages.Member(new("http://perpustakaan.invalid/oai"), "unknown"));

        Assert.That(() => AskAsync(refused, OaiRequest.Identify), Throws.TypeOf<MemberFault>().With.Message.Contains("refused the connection"));
        Assert.That(() => AskAsync(unknown, OaiRequest.Identify), Throws.TypeOf<MemberFault>().With.Message.Contains("perpustakaan.invalid was not found"));
    }

    [Test]
    public void A_server_without_a_certificate_fails_for_that_reason()
    {
        var secure = new UriBuilder(_server.Address) { Scheme = "https" }.Uri;

        Assert.That(
            () => AskAsync(Once(Pages.Member(secure)), OaiRequest.Identify),
            Throws.TypeOf<MemberFault>().With.Message.Contains("certificate"));
    }

    [Test]
    public async Task A_member_that_keeps_failing_is_left_alone_and_the_others_are_not()
    {
        _server.On("verb=Identify", Reply.Fail(500));
        var other = Pages.Member(new($"{_server.Address}?other=1"), "smk-lain");
        _server.On("other=1&verb=Identify", Pages.Identify());
        var member = Member();

        Assert.That(() => AskAsync(member, OaiRequest.Identify), Throws.TypeOf<MemberFault>().With.Message.Contains("HTTP 500"));
        Assert.That(() => AskAsync(member, OaiRequest.Identify), Throws.TypeOf<MemberFault>()
            .With.Message.Contains("left alone for 5 minutes").And.Message.Contains("HTTP 500"));
        Assert.That(_server.Requests, Has.Count.EqualTo(5), "the second time nothing was sent");

        Assert.That((await AskAsync(other, OaiRequest.Identify)).Identity, Is.Not.Null);
        _server.On("verb=Identify", Pages.Identify());
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.That((await AskAsync(member, OaiRequest.Identify)).Identity, Is.Not.Null, "after its rest it is asked again");
    }

    private static Member Once(Member member) => member with { Source = member.Oai() with { Retries = 0 } };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Member Member() => Pages.Member(_server.Address);

    private Task<OaiReply> IdentifyAsync() => AskAsync(Member(), OaiRequest.Identify);

    private Task<OaiReply> AskAsync(Member member, OaiRequest request) =>
        _services.GetRequiredService<OaiClient>().AskAsync(member, request, _tally, CancellationToken.None);

    private ServiceProvider Services(HarvestOptions options) =>
        new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddHarvesting(options).BuildServiceProvider();
}
