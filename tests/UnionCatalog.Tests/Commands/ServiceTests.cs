using System.Net;
using UnionCatalog.Records;
using UnionCatalog.Server;
using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.Commands;

/// <summary>The service itself, as a process: without a verb.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class ServiceTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";
    private ConfigFolder _folder = null!;
    private ReplayServer _library = null!;

    [SetUp]
    public async Task MakeAsync()
    {
        _folder = new();
        _library = (await ReplayServer.StartAsync()).On("verb=Identify", OaiPages.Identify()).On(First, OaiPages.List([1]));
    }

    [TearDown]
    public async Task ClearAsync()
    {
        await _library.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_new_file_is_harvested_without_a_restart_and_a_wrong_one_changes_nothing()
    {
        await using var service = Start(out var http);
        using var client = http;
        await service.LineAsync("No member library yet.");
        Assert.That(await http.GetStringAsync("/api/libraries"), Does.Not.Contain("sma-1"));

        _folder.Member("sma-1", _library.Address);

        await service.LineAsync("sma-1 is harvested now, and again at ");
        await FoundAsync(http, "laskar");

        _folder.File("sma-1", """{ "name": "SMA" }""");
        await service.LineAsync("The last good configuration, of 1 members, stays in force");
        await service.LineAsync("sma-1.json, line 1, $.kind");
        Assert.That(await http.GetStringAsync("/api/libraries"), Does.Contain("sma-1"));

        var end = await service.SignalAsync("TERM");
        Assert.That(end.Code, Is.Zero, end.Everything);
        CommandLineTests.AssertIsPlain(end);
    }

    [Test]
    public async Task A_second_process_on_the_data_folder_is_refused_and_the_report_is_not()
    {
        _folder.Member("sma-1", _library.Address);
        await using var service = Start(out var http);
        using var client = http;
        await FoundAsync(http, "laskar");

        foreach (var verb in new[] { "harvest", "rebuild-index" })
        {
            var second = await ServerProcess.RunAsync(_folder.Arguments(verb));
            Assert.That(second.Code, Is.EqualTo(3), second.Everything);
            Assert.That(second.Errors.Trim(), Is.EqualTo($"Another UnionCatalog is using the data folder '{_folder.Data}'. Stop that one first, or choose another folder with --data."));
        }

        var report = await ServerProcess.RunAsync(_folder.Arguments("report"));
        Assert.That(report.Code, Is.Zero, report.Everything);
        Assert.That(report.Output, Does.Match(@"\| SMA Contoh +\| everything +\| +1 \|"));
    }

    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task A_stop_in_mid_harvest_ends_well_and_the_next_start_goes_on(string signal)
    {
        var stalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _library.Arrived = request =>
        {
            if (request.Contains("resumptionToken", StringComparison.Ordinal))
            {
                stalled.TrySetResult();
            }
        };
        _library.On(First, OaiPages.List([1, 2], "next")).On("verb=ListRecords&resumptionToken=next", OaiPages.List([3]) with { Stalls = true });
        _folder.Member("sma-1", _library.Address);
        await using (var service = Start(out var http))
        {
            await stalled.Task.WaitAsync(TimeSpan.FromSeconds(60));
            http.Dispose();
            var end = await service.SignalAsync(signal);
            Assert.That(end.Code, Is.Zero, end.Everything);
            CommandLineTests.AssertIsPlain(end);
        }

        await using (var store = await DataFolder.OpenStoreAsync(_folder.Data, TimeProvider.System, default))
        {
            Assert.That((await store.Harvests.FindRunningAsync(new SourceId("sma-1"), default))?.Counts.New, Is.EqualTo(2));
        }

        _library.On("verb=ListRecords&resumptionToken=next", OaiPages.List([3]));
        await using var again = Start(out var found);
        using var client = found;
        await again.LineAsync("goes on where it was cut off");
        await again.LineAsync("is complete");
        Assert.That(_library.Requests.Count(request => request == First), Is.EqualTo(1));
    }

    [Test]
    public async Task A_member_that_is_down_is_told_in_one_line_and_the_service_goes_on()
    {
        _folder.Member("sma-1", new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}/oai"));
        await using var service = Start(out var http);
        using var client = http;

        await service.LineAsync("refused the connection: the machine is there, but no web server answers on it.");

        Assert.That((await http.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        CommandLineTests.AssertIsPlain(await service.SignalAsync("TERM"));
    }

    private ServerProcess Start(out HttpClient http)
    {
        var port = ServerProcess.FreePort();
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        return ServerProcess.Start(_folder.ArgumentsAt(port));
    }

    /// <summary>Asks until a search finds something: a harvest is indexed a moment after it is stored.</summary>
    private static async Task FoundAsync(HttpClient http, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await FindsAsync(http, words, patience.Token))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task<bool> FindsAsync(HttpClient http, string words, CancellationToken cancellation)
    {
        try
        {
            return (await http.GetStringAsync($"/api/search?q={words}", cancellation)).Contains("\"total\":1", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
