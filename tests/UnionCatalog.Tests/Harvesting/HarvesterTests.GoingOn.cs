using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>What becomes of a harvest that was cut off.</summary>
public sealed partial class HarvesterTests
{
    [Test]
    public async Task A_harvest_that_was_cancelled_goes_on_from_its_token_and_loses_and_doubles_nothing()
    {
        Server.On(First, Pages.List([1, 2], "p2", 6));
        Server.On("verb=ListRecords&resumptionToken=p2", Pages.List([3, 4], "p3", 6));
        Server.On("verb=ListRecords&resumptionToken=p3", new Reply("") { Stalls = true }, Pages.List([5, 6], "", 6));
        using var stop = new CancellationTokenSource();
        Server.Arrived = request =>
        {
            if (request.EndsWith("p3", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        };

        Assert.That(
            () => _bench.Harvester.HarvestAsync(_bench.Member(), HarvestScope.Full, null, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await _bench.FindRunningAsync())?.Position, Is.EqualTo(new ListPosition(0, "p3")));

        await _bench.CloseAsync();
        await _bench.OpenAsync();
        Server.Requests.Clear();
        var run = await _bench.IncrementalAsync();

        Assert.That(Server.Requests, Is.EqualTo(["verb=Identify", "verb=ListRecords&resumptionToken=p3"]));
        Assert.That(run.Status, Is.EqualTo(RunStatus.Completed), run.Failure);
        Assert.That((run.Scope, run.Counts.New, run.Counts.Unchanged), Is.EqualTo((HarvestScope.Full, 6, 0)));
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(6));
    }

    [Test]
    public async Task A_harvest_cut_off_in_its_second_set_goes_on_there_and_anew_where_the_sets_were_changed()
    {
        Server.On($"{First}&set=a", Pages.List([1]));
        Server.On($"{First}&set=b", Pages.List([2], "b2"));
        Server.On("verb=ListRecords&resumptionToken=b2", new Reply("") { Stalls = true }, new Reply("") { Stalls = true }, Pages.List([3]));
        Server.On($"{First}&set=c", Pages.List([4]));

        CutOff("b2", _bench.Member("a", "b", "c"));
        Assert.That((await _bench.FindRunningAsync())?.Position, Is.EqualTo(new ListPosition(1, "b2")));
        Server.Requests.Clear();
        CutOff("b2", _bench.Member("a", "b", "c"));
        Assert.That(Server.Requests, Is.EqualTo(["verb=Identify", "verb=ListRecords&resumptionToken=b2"]));

        Server.Requests.Clear();
        var run = await _bench.IncrementalAsync(_bench.Member("b", "c"));

        Assert.That((run.Failure, run.Counts.New, run.Counts.Unchanged), Is.EqualTo((default(string), 2, 1)));
        Assert.That(Server.Requests, Is.EqualTo(
            ["verb=Identify", $"{First}&set=b", "verb=ListRecords&resumptionToken=b2", $"{First}&set=c"]));
    }

    [Test]
    public async Task A_harvest_cut_off_between_two_sets_does_not_expect_of_the_second_what_the_first_promised()
    {
        Server.On($"{First}&set=a", Pages.List([1, 2], "a2", 5));
        Server.On("verb=ListRecords&resumptionToken=a2", Pages.List([3, 4, 5], "", 5));
        Server.On($"{First}&set=b", new Reply("") { Stalls = true }, Pages.List([6]));
        CutOff("set=b", _bench.Member("a", "b"));

        var run = await _bench.IncrementalAsync(_bench.Member("a", "b"));

        Assert.That((run.Failure, run.Counts.New), Is.EqualTo((default(string), 6)));
    }

    [Test]
    public async Task A_harvest_that_goes_on_does_not_take_a_refused_token_for_the_lists_end()
    {
        Server.On(First, Pages.List([1], "p2"));
        Server.On("verb=ListRecords&resumptionToken=p2", new Reply("") { Stalls = true }, Pages.Error("noRecordsMatch"));
        CutOff("p2", _bench.Member());

        Assert.That((await _bench.IncrementalAsync()).Failure, Does.StartWith("In the middle of the list"));
    }

    [Test]
    public async Task A_full_harvest_does_not_content_itself_with_going_on_with_an_incremental_one()
    {
        Server.On(First, Pages.List([1]), Pages.List([1, 2]));
        Server.On($"{First}&from=2026-11-20T16:00:00Z", Pages.List([1], "p2"));
        Server.On("verb=ListRecords&resumptionToken=p2", new Reply("") { Stalls = true });
        await _bench.FullAsync();
        CutOff("p2", _bench.Member());

        var run = await _bench.FullAsync();

        Assert.That((run.Failure, run.Scope, run.From, run.Counts.New), Is.EqualTo((default(string), HarvestScope.Full, default(DateTimeOffset?), 1)));
    }

    [Test]
    public async Task A_store_that_fails_is_not_the_members_fault_and_the_run_goes_on_later()
    {
        Server.On(First, Pages.List([1, 2], "p2"));
        Server.On("verb=ListRecords&resumptionToken=p2", Pages.List([3]));
        var breakStore = new Direct(_ => _bench.Store.DisposeAsync().AsTask().Wait());

        Assert.That(
            () => _bench.Harvester.HarvestAsync(_bench.Member(), HarvestScope.Full, breakStore, CancellationToken.None),
            Throws.InstanceOf<ObjectDisposedException>());

        await _bench.OpenAsync();
        var run = await _bench.FullAsync();
        Assert.That((run.Status, run.Counts.New), Is.EqualTo((RunStatus.Completed, 3)));
    }
}
