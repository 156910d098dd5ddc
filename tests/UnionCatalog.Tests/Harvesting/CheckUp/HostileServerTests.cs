using System.Net;
using System.Net.Sockets;
using UnionCatalog.Harvesting.CheckUp;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Harvesting.CheckUp;

/// <summary>Whatever a server does, a check-up ends soon and says in a sentence what it met.</summary>
internal sealed class HostileServerTests
{
    private static readonly CheckUpOptions Hasty = new()
    {
        RequestTimeout = TimeSpan.FromMilliseconds(500),
        SearchTimeout = TimeSpan.FromMilliseconds(500),
    };

    private ReplayServer _server = null!;

    [SetUp]
    public async Task Start() => _server = await ReplayServer.StartAsync();

    [TearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public async Task A_server_that_hangs_is_given_up()
    {
        _server.On("/*", new Reply("") { Stalls = true });

        await ExpectAsync(Hasty, Verdict.NotYet, "no-answer");
        Assert.That(_server.Requests, Has.Count.EqualTo(1), "what hangs is not asked again");
    }

    [Test]
    public async Task A_server_that_hangs_at_every_address_but_the_first_is_not_waited_for_at_each()
    {
        _server.On("/oai?verb=Identify", Reply.Fail(404)).On("/*", new Reply("") { Stalls = true });

        await ExpectAsync(Hasty, Verdict.NotYet, "no-page");
        Assert.That(_server.Requests, Has.Count.LessThan(8));
    }

    [Test]
    public async Task A_page_without_end_is_not_read_to_its_end()
    {
        _server.On("/*", new Reply(new string('x', 100_000)));

        await ExpectAsync(new() { MaxPageBytes = 10_000 }, Verdict.NotYet, "not-oai");
    }

    [Test]
    public async Task A_list_without_end_is_not_read_to_its_end()
    {
        _server.On("verb=Identify", Pages.Identify()).On("verb=ListMetadataFormats", Pages.Formats("oai_dc"))
            .On("verb=ListRecords*", Pages.List(Enumerable.Range(1, 1000)));

        await ExpectAsync(new() { MaxPageBytes = 10_000 }, Verdict.NotYet, "list-fails");
    }

    [Test]
    public async Task Redirects_in_a_circle_are_left()
    {
        _server.On("/*", Reply.Fail(302, ("Location", "/oai?verb=Identify")));

        await ExpectAsync(new() { MostRequests = 100 }, Verdict.NotYet, "redirect-loop");
    }

    [Test]
    public async Task A_redirect_that_arrives_is_followed_and_its_end_goes_into_the_file()
    {
        _server.On("/oai?verb=Identify", Reply.Fail(301, ("Location", "/baru/oai?verb=Identify")))
            .On("/baru/oai?verb=Identify", Pages.Identify())
            .On("/baru/oai?verb=ListMetadataFormats", Pages.Formats("oai_dc"))
            .On("/baru/oai?verb=ListRecords*", Pages.List([1, 2]));

        var result = await ExpectAsync(new(), Verdict.ReadyWithCare, "redirected");

        Assert.That(result.Configuration!.Text, Does.Contain($"\"baseUrl\": \"{new Uri(_server.Address, "/baru/oai")}\""));
    }

    [Test]
    public async Task A_machine_without_a_web_server_is_said_to_be_out_of_reach()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        var result = await ExamineAsync(new($"http://127.0.0.1:{port}/"), new());

        Assert.That(result.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { "unreachable" }));
    }

    [Test]
    public async Task Where_https_fails_the_address_is_tried_without_it()
    {
        _server.On("verb=Identify", Pages.Identify()).On("verb=ListMetadataFormats", Pages.Formats("oai_dc")).On("verb=ListRecords*", Pages.List([1, 2]));

        var result = await ExamineAsync(Secure, new());

        Assert.That((result.Verdict, result.Address), Is.EqualTo((Verdict.ReadyWithCare, _server.Address)));
        Assert.That(result.Findings.Select(finding => finding.Code), Does.Contain("certificate"));
    }

    [Test]
    public async Task Where_https_fails_and_there_is_no_OAI_PMH_either_both_are_told()
    {
        var result = await ExamineAsync(Secure, new());

        Assert.That(result.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { "no-page", "certificate", "addresses-tried" }));
    }

    [Test]
    public async Task A_port_that_is_no_web_server_is_told_in_one_sentence()
    {
        using var rude = new TcpListener(IPAddress.Loopback, 0);
        rude.Start();
        using var stop = new CancellationTokenSource();
        var hangingUp = HangUpAsync(rude, stop.Token);

        var result = await ExamineAsync(new($"https://127.0.0.1:{((IPEndPoint)rude.LocalEndpoint).Port}/"), new());

        await stop.CancelAsync();
        await hangingUp;
        Assert.That(result.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { "certificate-only" }));
    }

    private static async Task HangUpAsync(TcpListener listener, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                (await listener.AcceptTcpClientAsync(stop)).Dispose();
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [Test]
    public async Task The_time_limit_ends_a_check_up_before_the_first_record()
    {
        _server.On("verb=Identify", Pages.Identify()).On("/*", new Reply("") { Stalls = true });

        await ExpectAsync(new() { TimeLimit = TimeSpan.FromSeconds(1) }, Verdict.NotYet, "unfinished-early");
    }

    [Test]
    public async Task What_was_seen_before_the_last_request_counts()
    {
        _server.On("verb=Identify", Pages.Identify()).On("verb=ListMetadataFormats", Pages.Formats("oai_dc")).On("verb=ListRecords*", Pages.List([1, 2]));

        var result = await ExpectAsync(new() { MostRequests = 3 }, Verdict.ReadyWithCare, "unfinished");

        Assert.That((result.Requests, _server.Requests.Count, result.RecordCount), Is.EqualTo((3, 3, 2)));
    }

    [Test]
    public async Task One_request_is_answered_before_the_next_is_sent()
    {
        var (open, most) = (0, 0);
        _server.Arrived = _ => most = Math.Max(most, Interlocked.Increment(ref open));
        _server.Answered = () => Interlocked.Decrement(ref open);
        _server.On("verb=Identify", Pages.Identify()).On("verb=ListMetadataFormats", Pages.Formats("oai_dc")).On("verb=ListRecords*", Pages.List([1, 2], "t2"));

        await ExamineAsync(_server.Address, new());

        Assert.That((most, _server.Requests.Count > 5), Is.EqualTo((1, true)));
    }

    [Test]
    public void A_check_up_that_is_cancelled_stops() =>
        Assert.That(
            () => new Examiner(new(), TimeProvider.System).ExamineAsync(_server.Address, null, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public void A_slow_server_is_allowed_more_time()
    {
        var chart = new Chart(DateTimeOffset.UnixEpoch) { Address = new("http://perpus.sma1.sch.id/oai"), Prefix = "oai_dc" };
        var reply = new OaiReply { Token = new("2", 100_000) };
        reply.Records.AddRange(Enumerable.Range(0, 100).Select(number => new OaiRecord($"{number}", null, false, null)));
        chart.Add(new(reply, new(chart.Address, 200, "text/xml", "", ReadOnlyMemory<byte>.Empty, TimeSpan.FromSeconds(30))));
        IdentityTrial.Run(chart);

        var speed = SpeedTrial.Run(chart);
        var proposal = new Proposal(chart, null);
        proposal.ChooseSource(chart, speed);

        Assert.That(speed.Whole, Is.EqualTo(TimeSpan.FromSeconds(30_000)));
        Assert.That(chart.Findings.Select(finding => finding.Code), Does.Contain("slow").And.Contain("no-https"));
        Assert.That(proposal.Write(null).Text, Does.Contain("\"requestTimeoutSeconds\": 180").And.Contain("\"harvestTimeoutMinutes\": 1000"));
    }

    [TestCaseSource(nameof(Seeds))]
    public async Task Whatever_bytes_come_there_is_a_verdict_and_what_is_written_can_be_used(int seed)
    {
        var random = new Random(seed);
        var school = new CheckUpCase(seed % 2 == 0 ? "to-the-standard" : "broken-characters");
        school.Play(_server, reply => random.Next(3) == 0 ? reply with { Body = Mutate(reply.Body, random) } : reply);

        var result = await ExamineAsync(new(_server.Address, school.Given), Hasty);

        Assert.That(Letter.Write(result), Does.Contain("Kepada ").And.Contain("To the librarian"));
        Assert.That(result.Findings.SelectMany(finding => CheckUpTexts.All.Select(texts => texts.Explain(finding).Seen)), Is.All.Not.Empty);
        if (result.Configuration is { } configuration)
        {
            using var folder = new TempFolder();
            await File.WriteAllTextAsync(folder.File($"{configuration.Id}.json"), configuration.Text);
            Assert.That(ConfigurationFolder.Load(folder.Path).Errors, Is.Empty);
        }
    }

    private static IEnumerable<int> Seeds => Enumerable.Range(1, 60);

    /// <summary>A page with some of its bytes changed, left out, or said again.</summary>
    private static byte[] Mutate(byte[] page, Random random)
    {
        var bytes = page.ToList();
        for (var changes = random.Next(1, 8); changes > 0 && bytes.Count > 1; changes--)
        {
            var (at, length) = (random.Next(bytes.Count), random.Next(1, 200));
            length = Math.Min(length, bytes.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private Uri Secure => new UriBuilder(_server.Address) { Scheme = Uri.UriSchemeHttps }.Uri;

    private async Task<CheckUpResult> ExpectAsync(CheckUpOptions options, Verdict verdict, string code)
    {
        var result = await ExamineAsync(_server.Address, options);
        Assert.That(result.Findings.Select(finding => finding.Code), Does.Contain(code));
        Assert.That(result.Verdict, Is.EqualTo(verdict));
        return result;
    }

    private static Task<CheckUpResult> ExamineAsync(Uri address, CheckUpOptions options) =>
        new Examiner(options, TimeProvider.System).ExamineAsync(address, null, CancellationToken.None);
}
