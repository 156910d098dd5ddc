using UnionCatalog.Records;
using UnionCatalog.Server;
using UnionCatalog.Store;
using UnionCatalog.Tests.Commands;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>The disk is full, at every stage of the road: nothing is lost, and the next harvest goes on.</summary>
internal sealed class DiskFaultTests
{
    private const int Megabytes = 12;

    [TestCase(1, TestName = "A_disk_that_is_full_in_the_middle_of_a_harvest")]
    [TestCase(2, TestName = "A_disk_that_is_full_at_the_end_of_a_harvest")]
    public async Task Harvest(int pages)
    {
        using var disk = new SmallDisk(Megabytes);
        await using var road = await FaultRoad.StartAsync(data: disk.File("data"));
        var before = await road.HarvestGoodDataAsync();
        road.Progress = new AfterPage(pages, disk.Fill);

        await AssertToldOfAsync(() => road.HarvestAsync(road.Member));

        Assert.That(await road.Data.Store.Harvests.FindRunningAsync(road.Member.Id, default), Is.Not.Null, "to be gone on with");
        Assert.That((await RoadState.ReadAsync(road.Data)).Records, Is.EqualTo(before.Records));
        disk.MakeRoom();
        road.Progress = null;
        var run = await road.HarvestAsync(road.Member);
        Assert.That((run.Failure, run.Counts.New, run.Counts.Unchanged), Is.EqualTo((default(string), 2, 6)));
        await road.AssertAsUndisturbedAsync();
    }

    [Test]
    public async Task A_disk_that_is_full_when_the_clusters_and_the_index_are_brought_up_to_date()
    {
        using var disk = new SmallDisk(Megabytes);
        await using var road = await FaultRoad.StartAsync(data: disk.File("data"));
        await road.HarvestGoodDataAsync();
        await road.HarvestAsync(road.Member);
        disk.Fill();

        await AssertToldOfAsync(road.ReadAsync);

        disk.MakeRoom();
        await road.AssertAsUndisturbedAsync();
    }

    [Test]
    public async Task A_disk_that_is_full_when_the_index_is_written()
    {
        using var disk = new SmallDisk(Megabytes);
        await using var road = await FaultRoad.StartAsync(data: disk.File("data"));
        await road.HarvestGoodDataAsync();
        await road.HarvestAsync(road.Member);
        await road.DrawClustersAsync();
        disk.Fill();

        await AssertToldOfAsync(road.ReadAsync);

        disk.MakeRoom();
        await road.AssertAsUndisturbedAsync();
    }

    [Test]
    public async Task A_process_whose_files_may_not_grow_ends_with_one_line_and_the_next_one_goes_on()
    {
        using var folder = new ConfigFolder();
        await using var server = new FaultServer { SecondPage = Books.SecondPageOfOld };
        folder.Member("sma-1", server.Address);
        Assert.That((await ServerProcess.RunAsync(folder.Arguments("harvest"))).Code, Is.Zero);
        server.SecondPage = Answers.Page(Books.List(Books.Records(5, 4) + Large(200), ""));

        var full = await ServerProcess.RunWithFilesUpToAsync(kilobytes: 300, folder.Arguments("harvest"));

        Assert.That(full.Code, Is.EqualTo(3), full.Everything);
        OneLine.AssertReadable(full.Errors.Trim());
        Assert.That(full.Errors, Does.Contain("The disk that holds the catalogue"));
        Assert.That(await CountAsync(folder), Is.EqualTo(6), "as before");
        var next = await ServerProcess.RunAsync(folder.Arguments("harvest"));
        Assert.That(next.Code, Is.Zero, next.Everything);
        Assert.That(await CountAsync(folder), Is.EqualTo(208));
    }

    private static async Task AssertToldOfAsync(Func<Task> work)
    {
        var fault = await Assert.CatchAsync(() => work());
        var line = DataFolder.Explain(fault!);
        Assert.That(line, Does.Contain("is full").Or.Contain("could not be read or written"), fault!.ToString());
        OneLine.AssertReadable(line!);
    }

    /// <summary>Records that cannot be compressed.</summary>
    private static string Large(int count)
    {
        var random = new Random(1);
        return string.Concat(Enumerable.Range(0, count).Select(number =>
        {
            var bytes = new byte[3_000];
            random.NextBytes(bytes);
            return OaiPages.Record($"oai:large:{number}", OaiPages.Dublin.Replace("Laskar Pelangi", $"{number} {Convert.ToBase64String(bytes)}", StringComparison.Ordinal));
        }));
    }

    private static async Task<long> CountAsync(ConfigFolder folder)
    {
        await using var store = await DataFolder.OpenStoreAsync(folder.Data, TimeProvider.System, default);
        return (await store.Harvests.CountLiveAsync(default))[new SourceId("sma-1")];
    }

    /// <summary>Does something once, when so many pages are stored.</summary>
    private sealed class AfterPage(int pages, Action act) : IProgress<HarvestRun>
    {
        private int _pages;

        public void Report(HarvestRun value)
        {
            if (++_pages == pages)
            {
                act();
            }
        }
    }
}
