using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>What a page that is stored and the next one, which is asked for meanwhile, have to do with each other.</summary>
public sealed partial class HarvesterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task The_next_page_is_asked_for_while_this_one_is_stored_and_its_requests_are_counted_with_it()
    {
        Server.On(First, Pages.List([1, 2], "p2"));
        Server.On("verb=ListRecords&resumptionToken=p2", Pages.List([3]));
        using var asked = new ManualResetEventSlim();
        Server.Arrived = request => SetAt("p2", request, asked);
        var (isAsked, told) = (false, new List<HarvestRun>());

        var run = await _bench.Harvester.HarvestAsync(
            _bench.Member(),
            HarvestScope.Full,
            new Direct(stage =>
            {
                isAsked = asked.Wait(Patience);
                told.Add(stage);
            }),
            CancellationToken.None);

        Assert.That(isAsked, Is.True, "before the first page was done with");
        Assert.That(told.Select(stage => stage.Counts), Is.EqualTo([new RunCounts { New = 2, Requests = 2 }, new RunCounts { New = 3, Requests = 3 }]));
        Assert.That(run!.Counts, Is.EqualTo(new RunCounts { New = 3, Requests = 3 }));
    }

    [Test]
    public async Task A_page_that_was_told_before_a_fault_is_stored_before_the_run_fails()
    {
        Server.On(First, Pages.List([1, 2], "p2"));
        Server.On("verb=ListRecords&resumptionToken=p2", new Reply("<html>Out of order</html>"));
        using var asked = new ManualResetEventSlim();
        Server.Arrived = request => SetAt("p2", request, asked);

        var run = await _bench.Harvester.HarvestAsync(
            _bench.Member(), HarvestScope.Full, new Direct(_ => asked.Wait(Patience)), CancellationToken.None);

        Assert.That((run!.Status, run.Position, run.Counts.New, run.Counts.Requests), Is.EqualTo((RunStatus.Failed, new ListPosition(0, "p2"), 2, 4)), "the token was tried in its two forms");
        Assert.That(await _bench.LatestRunAsync(), Is.EqualTo(run));
    }

    [Test]
    public async Task After_a_page_that_could_not_be_stored_none_is()
    {
        Server.On(First, Pages.List([1, 2], "p2"));
        Server.On("verb=ListRecords&resumptionToken=p2", Pages.List([3], "p3"));
        Server.On("verb=ListRecords&resumptionToken=p3", Pages.List([4]));
        using var asked = new ManualResetEventSlim();
        Server.Arrived = request => SetAt("p2", request, asked);

        Assert.That(
            () => _bench.Harvester.HarvestAsync(
                _bench.Member(), HarvestScope.Full, new Direct(_ => throw new IOException($"full: {asked.Wait(Patience)}")), CancellationToken.None),
            Throws.InstanceOf<IOException>().With.Message.EqualTo("full: True"));

        Assert.That((await _bench.FindRunningAsync())?.Position, Is.EqualTo(new ListPosition(0, "p2")));
        Assert.That(await _bench.CountLiveAsync(), Is.EqualTo(2), "of the first page, which was stored before it was told of");
    }

    private static void SetAt(string token, string request, ManualResetEventSlim asked)
    {
        if (request.EndsWith(token, StringComparison.Ordinal))
        {
            asked.Set();
        }
    }
}
