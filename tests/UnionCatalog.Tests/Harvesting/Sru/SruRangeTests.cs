using System.Globalization;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting.Sru;

/// <summary>A server that caps its lists is harvested in parts, and wholly or not at all.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SruRangeTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Every_record_of_a_capped_server_is_harvested_by_the_ranges_of_an_index(bool isOutspoken)
    {
        var numbers = Enumerable.Range(1, 2345).Select(number => $"inlis{number:D6}").ToList();
        await using var bench = await HarvestBench.StartAsync();
        var server = Serve(bench, new([.. numbers.Select(number => (number, new[] { number }))], cap: 100) { IsOutspoken = isOutspoken });

        var run = await bench.FullAsync(Member(bench));

        Assert.That(run.Failure, Is.Null);
        Assert.That(run.ListSize, Is.EqualTo(2345));
        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(2345));
        Assert.That(run.Counts.SetAside, Is.Zero);
        Assert.That(server.Requests, Is.LessThan(700), "each part costs a request, and each page of it");
    }

    [Test]
    public async Task Years_do_as_well_where_no_year_has_too_many_and_what_has_no_year_is_not_forgotten()
    {
        var records = Enumerable.Range(1, 400).Select(number => (
            Number: number.ToString(CultureInfo.InvariantCulture),
            Words: number % 40 == 0 ? Array.Empty<string>() : [(1980 + (number % 37)).ToString(CultureInfo.InvariantCulture)])).ToList();
        await using var bench = await HarvestBench.StartAsync();
        Serve(bench, new(records, cap: 20));

        var run = await bench.FullAsync(Member(bench));

        Assert.That(run.Failure, Is.Null);
        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(400));
    }

    [Test]
    public async Task Where_one_year_has_too_many_the_run_says_so_and_nothing_is_taken_for_gone()
    {
        var records = Enumerable.Range(1, 30).Select(number => ($"{number}", new[] { number < 25 ? "2015" : "2016" })).ToList();
        await using var bench = await HarvestBench.StartAsync();
        Serve(bench, new(records, cap: 100));
        await bench.FullAsync(Member(bench));
        Serve(bench, new(records, cap: 10));

        var run = await bench.FullAsync(Member(bench));

        Assert.That(run.Status, Is.EqualTo(RunStatus.Failed));
        Assert.That(run.Failure, Does.StartWith("Of the records whose rec.id begins with \"2015\" the member's SRU server does not give all"));
        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(30));
    }

    [Test]
    public async Task A_server_that_does_not_understand_the_ranges_is_not_taken_for_harvested()
    {
        var page = Enumerable.Range(1, 10).ToList();
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Otherwise = arguments => Task.FromResult(
            arguments.Contains("startRecord=1&", StringComparison.Ordinal) ? SruPages.List(page, 1000) : SruPages.Diagnostic(61, 1000));

        var run = await bench.FullAsync(Member(bench));

        Assert.That(run.Status, Is.EqualTo(RunStatus.Failed));
        Assert.That(run.Failure, Does.Contain("cannot be told apart further"));
    }

    [Test]
    public async Task A_harvest_in_parts_that_was_cut_off_goes_on_where_it_was()
    {
        var numbers = Enumerable.Range(1, 300).Select(number => $"{number:D4}").ToList();
        await using var bench = await HarvestBench.StartAsync();
        using var stop = new CancellationTokenSource();
        var server = Serve(bench, new([.. numbers.Select(number => (number, new[] { number }))], cap: 40));
        bench.Server.Arrived = _ =>
        {
            if (server.Requests == 30)
            {
                stop.Cancel();
            }
        };

        Assert.That(async () => await bench.Harvester.HarvestAsync(Member(bench), HarvestScope.Full, null, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        var before = await bench.CountLiveAsync();
        bench.Server.Arrived = null;
        await bench.CloseAsync();
        await bench.OpenAsync();
        bench.Server.Requests.Clear();
        var run = await bench.FullAsync(Member(bench));

        Assert.That(run.Failure, Is.Null);
        Assert.That(before, Is.GreaterThan(40).And.LessThan(300));
        Assert.That(bench.Server.Requests.First(), Does.Contain(" and rec.id="), "it does not begin anew");
        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(300));
    }

    [Test]
    public async Task Whatever_the_index_holds_a_complete_run_has_every_record()
    {
        var complete = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var records = Enumerable.Range(1, random.Next(20, 120)).Select(number => ($"{number}", Words(random))).ToList();
            await using var bench = await HarvestBench.StartAsync();
            Serve(bench, new(records, cap: random.Next(3, 30)) { IsOutspoken = seed % 2 == 0 });

            var run = await bench.FullAsync(Member(bench, pageSize: random.Next(1, 12)));

            var live = await bench.CountLiveAsync();
            Assert.That(live, run.Status == RunStatus.Completed ? Is.EqualTo(records.Count) : Is.LessThanOrEqualTo(records.Count), $"seed {seed}: {run.Failure}");
            complete += run.Status == RunStatus.Completed ? 1 : 0;
        }

        Assert.That(complete, Is.InRange(10, 39), "both ends are seen");
    }

    private static string[] Words(Random random)
    {
        const string Letters = "0129abzAZ-._é ";
        var words = random.Next(12) == 0 ? 0 : random.Next(1, 3);
        return [.. Enumerable.Range(0, words).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Letters[random.Next(Letters.Length)])))];
    }

    private static CappedSru Serve(HarvestBench bench, CappedSru server)
    {
        bench.Server.Otherwise = server.AnswerAsync;
        return server;
    }

    private static Member Member(HarvestBench bench, int pageSize = 20) =>
        SruPages.Member(bench.Server.Address, source => source with { PageSize = pageSize, RangeIndex = "rec.id" });
}
