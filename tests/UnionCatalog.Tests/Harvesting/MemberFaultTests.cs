using System.Text;
using UnionCatalog.Causes;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>What a member does wrong, and the run that comes of it: ended, in plain words, with what came kept.</summary>
public sealed class MemberFaultTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";
    private HarvestBench _bench = null!;

    private ReplayServer Server => _bench.Server;

    [SetUp]
    public async Task StartAsync() => _bench = await HarvestBench.StartAsync(new() { MaxPages = 200 });

    [TearDown]
    public async Task StopAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task A_member_that_is_down_has_a_failed_run_and_keeps_its_records()
    {
        Server.On(First, Pages.List([1, 2]));
        await _bench.FullAsync();
        Server.On("verb=Identify", Reply.Fail(503));

        var run = await _bench.IncrementalAsync();

        Assert.That(run.Status, Is.EqualTo(RunStatus.Failed));
        Assert.That(run.Failure, Does.Contain("not available just now (HTTP 503)"));
        Assert.That(Cause.Read(run.Cause)?.Code, Is.EqualTo("unavailable"), "told in any language later");
        Assert.That(run.Counts, Is.EqualTo(new RunCounts { Requests = 5, Retries = 4 }));
        Assert.That(await _bench.LatestRunAsync(), Is.EqualTo(run));
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(2));
        Assert.That(_bench.Log, Has.Some.StartsWith("sma-contoh: harvest 2 failed: 127.0.0.1").And.All.StartsWith("sma-contoh: "));
    }

    [Test]
    public async Task A_web_page_in_place_of_the_provider_is_told_as_one()
    {
        Server.On("verb=Identify", new Reply("<!DOCTYPE html><html lang=\"id\"><body>Perpustakaan") { ContentType = "text/html" });

        Assert.That((await _bench.FullAsync()).Failure, Does.StartWith("The address answered with a web page, not with OAI-PMH. Check"));
    }

    [TestCase("badVerb", "OAI-PMH is switched on")]
    [TestCase("badArgument", "does not accept the request")]
    [TestCase("cannotDisseminateFormat", "Check metadataPrefix")]
    [TestCase("noSetHierarchy", "has no sets")]
    [TestCase("idDoesNotExist", "answered with an error")]
    [TestCase("InternalException", "answered with an error")]
    public async Task Every_error_of_the_protocol_has_its_words(string code, string words)
    {
        Server.On(First, Pages.Error(code, "kesalahan"));

        Assert.That((await _bench.FullAsync()).Failure, Does.Contain(words).And.Contain($"{code}: kesalahan"));
    }

    [Test]
    public async Task No_records_in_the_middle_of_a_list_is_a_failure_that_keeps_what_came()
    {
        Server.On(First, Pages.List([1, 2], "p2", 4));
        Server.On("verb=ListRecords&resumptionToken=p2", Pages.Error("noRecordsMatch"));

        var run = await _bench.FullAsync();

        Assert.That(run.Failure, Does.StartWith("In the middle of the list"));
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(2));
        Server.On("verb=ListRecords&resumptionToken=p2", Pages.List([3, 4], "", 4));
        run = await _bench.IncrementalAsync();
        Assert.That((run.From, run.Counts.New, run.Counts.Unchanged), Is.EqualTo((default(DateTimeOffset?), 2, 2)), "a failed run is no ground to start from");
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task A_list_that_goes_round_in_a_circle_is_noticed(int length)
    {
        Server.On(First, Pages.List([0], "t0"));
        for (var page = 0; page < length; page++)
        {
            Server.On($"verb=ListRecords&resumptionToken=t{page}", Pages.List([page + 1], $"t{(page + 1) % length}"));
        }

        var run = await _bench.FullAsync();

        Assert.That(run.Failure, Does.Contain("goes round in a circle"));
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(length + 1));
        Assert.That(Server.Requests, Has.Count.LessThan(6 + (3 * length)));
    }

    [TestCase(null)]
    [TestCase("")]
    public async Task A_list_that_ends_well_short_of_its_size_is_a_failure(string? token)
    {
        Server.On(First, Pages.List(Enumerable.Range(0, 50), "p2", 100));
        Server.On("verb=ListRecords&resumptionToken=p2", Pages.List(Enumerable.Range(50, 10), token, 100));

        var run = await _bench.FullAsync();

        Assert.That(run.Failure, Does.Contain("should have 100 records but ended after 60"));
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(60));
    }

    [Test]
    public async Task A_size_that_is_a_little_off_is_an_estimate()
    {
        Server.On(First, Pages.List(Enumerable.Range(0, 50), "p2", 100));
        Server.On("verb=ListRecords&resumptionToken=p2", Pages.List(Enumerable.Range(50, 45), "", 100));

        Assert.That((await _bench.FullAsync()).Failure, Is.Null);
    }

    [Test]
    public async Task Empty_pages_without_end_are_given_up()
    {
        Server.On(First, Pages.List([1], "t0"));
        for (var page = 0; page < 20; page++)
        {
            Server.On($"verb=ListRecords&resumptionToken=t{page}", Pages.List([], $"t{page + 1}"));
        }

        Assert.That((await _bench.FullAsync()).Failure, Does.Contain("10 empty pages in a row"));
    }

    [Test]
    public async Task Pages_without_end_are_given_up()
    {
        Server.On(First, Pages.List([0], "t0"));
        for (var page = 0; page < 200; page++)
        {
            Server.On($"verb=ListRecords&resumptionToken=t{page}", Pages.List([page], $"t{page + 1}"));
        }

        Assert.That((await _bench.FullAsync()).Failure, Does.Contain("more than 200 pages"));
    }

    [Test]
    public async Task A_token_that_is_not_taken_any_more_starts_the_list_again()
    {
        Server.On(First, Pages.List([1, 2], "old", 4), Pages.List([1, 2], "new", 4));
        Server.On("verb=ListRecords&resumptionToken=old", Pages.Error("badResumptionToken"));
        Server.On("verb=ListRecords&resumptionToken=new", Pages.List([3, 4], "", 4));

        var run = await _bench.FullAsync();

        Assert.That(run.Failure, Is.Null);
        Assert.That((run.Counts.New, run.Counts.Unchanged), Is.EqualTo((4, 2)));
    }

    [Test]
    public async Task A_list_is_started_again_only_so_often()
    {
        Server.On(First, Pages.List([1, 2], "p2"));
        Server.On("verb=ListRecords&resumptionToken=p2", Pages.Error("badResumptionToken"));

        Assert.That((await _bench.FullAsync()).Failure, Does.StartWith("The member forgot again and again"));
        Assert.That(Server.Requests.Count(request => request == First), Is.EqualTo(3));
    }

    [Test]
    public async Task A_harvest_that_takes_too_long_is_ended()
    {
        Server.On(First, new Reply("") { Stalls = true });
        var member = _bench.Member();
        member = member with { Source = member.Oai() with { HarvestTimeout = TimeSpan.FromMinutes(30) } };

        var run = await _bench.FullAsync(member);

        Assert.That(run.Failure, Does.Contain("not finished after 30 minutes"));
    }

    [Test]
    public async Task A_record_that_cannot_be_read_is_set_aside_with_its_bytes_and_the_others_are_stored()
    {
        const string Lom = "<lom xmlns=\"urn:lom\">x</lom>";
        const string Marc = "<leader xmlns=\"http://www.loc.gov/MARC21/slim\">x</leader>";
        Server.On(First, Pages.List(
            Pages.Record("oai:x:1") + Pages.Record("", Pages.Dublin) + Pages.Record("oai:x:2", "") + Pages.Record("oai:x:3", Lom)
            + Pages.Record("oai:x:4", $"<oai_dc:dc xmlns:oai_dc=\"urn:dc\">{new string('a', 5 << 20)}</oai_dc:dc>") + Pages.Record("oai:x:5") + Pages.Record("oai:x:6", Marc)));

        var run = await _bench.FullAsync();
        var setAside = await _bench.ListSetAsideAsync(run);

        Assert.That(run.Failure, Is.Null);
        Assert.That((run.Counts.New, run.Counts.SetAside), Is.EqualTo((2, 5)));
        Assert.That(setAside.Select(record => record.Identifier), Is.EqualTo(new[] { null, "oai:x:2", "oai:x:3", "oai:x:4", "oai:x:6" }));
        Assert.That(setAside.Select(record => record.Reason), Is.EqualTo(new[]
        {
            "no identifier", "without metadata", "format that is not read here (<urn:lom:lom>)", "larger than is stored here", "The record has no MARC fields",
        }).Using<string, string>((reason, words) => reason.Contains(words, StringComparison.Ordinal)));
        Assert.That(Encoding.UTF8.GetString(setAside[2].Bytes.Span), Is.EqualTo(Lom));
        Assert.That(Encoding.UTF8.GetString(setAside[4].Bytes.Span), Is.EqualTo(Marc));
        Assert.That(setAside[3].Bytes.Length, Is.EqualTo(4 << 20));
    }

    [Test]
    public async Task A_page_that_is_not_well_formed_ends_the_run_with_the_place()
    {
        Server.On(First, Pages.List([1], "p2"));
        Server.On("verb=ListRecords&resumptionToken=p2", new Reply(Pages.Wrap("\n<ListRecords>\u0002</ListRecords>")));

        var failure = (await _bench.FullAsync()).Failure;

        Assert.That(failure, Does.Contain("not well-formed XML (line 2, character 14: "));
        Assert.That(failure!.Any(char.IsControl), Is.False, "the words go to logs and pages");
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(1));
    }
}
