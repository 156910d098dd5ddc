using System.Globalization;
using UnionCatalog.Records;
using UnionCatalog.Server;
using UnionCatalog.Store;
using UnionCatalog.Tests.Commands;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>The process is killed while it writes, and two processes want one data folder.</summary>
[NonParallelizable]
internal sealed class ProcessFaultTests
{
    private const int Pages = 8;
    private const int OnPage = 150;
    private const int Gone = 10;
    private static readonly SourceId Library = new("sma-1");
    private ConfigFolder _folder = null!;
    private FaultServer _server = null!;

    [SetUp]
    public void Start()
    {
        _folder = new();
        _server = new();
        _folder.Member(Library.Value, _server.Address);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A whole list that lacks some records takes them for gone only when it was seen to its end.</summary>
    [Test]
    public async Task Kill_9_while_a_sweep_is_written_loses_and_doubles_nothing_and_removes_nothing()
    {
        Serve(gone: 0);
        Assert.That((await ServerProcess.RunAsync(_folder.Arguments("harvest"))).Code, Is.Zero);
        Serve(gone: Gone);
        for (var kill = 1; kill < Pages; kill += 2)
        {
            await KillAtAsync(kill);
            var (live, run) = await LookAsync();
            Assert.That(live, Is.EqualTo(Pages * OnPage), $"after the kill on page {kill}");
            Assert.That(run.Counts.New + run.Counts.Changed + run.Counts.Deleted, Is.Zero, $"after the kill on page {kill}");
        }

        Serve(gone: Gone);
        var last = await ServerProcess.RunAsync(_folder.Arguments("harvest", "--full"));

        Assert.That(last.Code, Is.Zero, last.Everything);
        var (left, sweep) = await LookAsync();
        Assert.That((left, sweep.Counts.Deleted, sweep.IsSweep), Is.EqualTo(((Pages * OnPage) - Gone, Gone, true)));
        Assert.That(sweep.Counts.Unchanged, Is.EqualTo((Pages * OnPage) - Gone), "each record was told once, over all processes");
        await AssertOneEditionEachAsync(left);
    }

    [Test]
    public async Task The_second_process_on_a_data_folder_refuses_with_a_clear_line_and_the_first_goes_on()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.SecondPage = async conversation =>
        {
            asked.TrySetResult();
            await goOn.Task;
            await Books.SecondPage(conversation);
        };
        await using var first = ServerProcess.Start(_folder.Arguments("harvest"));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60));

        foreach (var verb in new[] { "harvest", "rebuild-index" })
        {
            var second = await ServerProcess.RunAsync(_folder.Arguments(verb));
            Assert.That(second.Code, Is.EqualTo(3), second.Everything);
            Assert.That(second.Errors.Trim(), Does.StartWith("Another UnionCatalog is using the data folder").And.Not.Contain("\n"));
            OneLine.AssertReadable(second.Errors.Trim());
        }

        goOn.SetResult();
        var end = await first.EndAsync();
        Assert.That(end.Code, Is.Zero, end.Everything);
        Assert.That((await LookAsync()).Live, Is.EqualTo(8));
        Assert.That(_server.Requests.Count(request => request.Contains("Identify", StringComparison.Ordinal)), Is.EqualTo(1), "the second asked nobody anything");
    }

    /// <summary>Serves numbered records, a page a token, and lets go of some at the end.</summary>
    private void Serve(int gone, Action<int>? told = null)
    {
        var records = (Pages * OnPage) - gone;
        _server.Identify = Answers.Page(new(System.Text.Encoding.UTF8.GetString(OaiPages.Identify().Body).Replace("persistent", "no", StringComparison.Ordinal)));
        _server.FirstPage = _server.SecondPage = async conversation =>
        {
            var page = conversation.Request.Split("resumptionToken=") is [_, var token] ? int.Parse(token, CultureInfo.InvariantCulture) : 1;
            var numbers = Enumerable.Range((page - 1) * OnPage, Math.Min(OnPage, records - ((page - 1) * OnPage)));
            var body = string.Concat(numbers.Select(number => OaiPages.Record($"oai:x:{number}", OaiPages.Dublin.Replace("Laskar Pelangi", Title(number), StringComparison.Ordinal))));
            await Answers.Page(Books.List(body, page < Pages ? (page + 1).ToString(CultureInfo.InvariantCulture) : ""))(conversation);
            told?.Invoke(page);
        };
    }

    /// <summary>Titles that no rule takes for one another.</summary>
    private static string Title(int number) => string.Join(' ', number.ToString("D4", CultureInfo.InvariantCulture).Select(digit => new string((char)('a' + digit - '0'), 6)));

    /// <summary>Kills a harvest a moment after a page went out, while it is being stored.</summary>
    private async Task KillAtAsync(int page)
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Serve(Gone, told =>
        {
            if (told == page)
            {
                sent.TrySetResult();
            }
        });
        await using var process = ServerProcess.Start(_folder.Arguments("harvest", "--full"));
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Task.Delay(new Random(page).Next(15));
        await process.KillAsync();
    }

    private async Task<(long Live, HarvestRun Run)> LookAsync()
    {
        await using var store = await DataFolder.OpenStoreAsync(_folder.Data, TimeProvider.System, default);
        return ((await store.Harvests.CountLiveAsync(default))[Library], (await store.Harvests.ListLatestRunsAsync(default)).Single());
    }

    private async Task AssertOneEditionEachAsync(long records)
    {
        await using var data = await DataFolder.OpenAsync(_folder.Data, TimeProvider.System, default);
        var state = await RoadState.ReadAsync(data);
        Assert.That((state.Records.Count, state.Clusters.Count, state.Editions), Is.EqualTo((records, records, records)));
    }
}
