using UnionCatalog.Server;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Road;

/// <summary>
/// kill -9 at any moment of the demo, again and again over one data folder: in the end nothing is lost, nothing is there
/// twice, and all is as if nobody had disturbed it.
/// </summary>
[NonParallelizable]
internal sealed class KillTests
{
    [Test]
    public Task Six_kills_leave_the_catalogue_that_an_undisturbed_run_leaves() => KillAndCompareAsync(folders: 1, kills: 6);

    [Test]
    [Explicit("60 processes, some minutes")]
    [Category("Night")]
    public Task Sixty_kills_leave_the_catalogue_that_an_undisturbed_run_leaves() => KillAndCompareAsync(folders: 12, kills: 5);

    private static async Task KillAndCompareAsync(int folders, int kills)
    {
        using var undisturbedFolder = new TempFolder();
        var (_, took) = await DemoRun.CompleteAsync(undisturbedFolder);
        var undisturbed = await CatalogueState.ReadAsync(DemoRun.DataOf(undisturbedFolder));
        var interrupted = 0;
        for (var seed = 1; seed <= folders; seed++)
        {
            using var folder = new TempFolder();
            var random = new Random(seed);
            for (var kill = 0; kill < kills; kill++)
            {
                // The first kill falls into a harvest for certain, the others where chance has them.
                await KillAsync(folder, kill == 0 ? null : took * (0.05 + (0.5 * random.NextDouble())));
                interrupted += await CountInterruptedAsync(folder);
            }

            await DemoRun.CompleteAsync(folder);
            await AssertSameAsync(folder, undisturbed, $"seed {seed}");
        }

        Assert.That(interrupted, Is.Positive, "no kill fell into a harvest: they come too late or too early");
    }

    /// <summary>Kills a run some time after it began to harvest, as far as it has come by then; null: as soon as a page is stored.</summary>
    private static async Task KillAsync(TempFolder folder, TimeSpan? after)
    {
        await using var demo = DemoRun.Start(folder, out _);
        await demo.LineAsync("");
        if (after is { } time)
        {
            await Task.Delay(time);
        }
        else
        {
            while (await CountInterruptedAsync(folder) == 0 && await CountCompletedAsync(folder) == 0)
            {
                await Task.Delay(1);
            }
        }

        await demo.KillAsync();
    }

    /// <summary>How many members' harvests were cut off after a page at least.</summary>
    private static Task<int> CountInterruptedAsync(TempFolder folder) => CountAsync(folder, run => run is { Status: RunStatus.Running, Counts.New: > 0 });

    private static Task<int> CountCompletedAsync(TempFolder folder) => CountAsync(folder, run => run.Status == RunStatus.Completed);

    private static async Task<int> CountAsync(TempFolder folder, Func<HarvestRun, bool> isCounted)
    {
        await using var store = await DataFolder.OpenStoreAsync(DemoRun.DataOf(folder), TimeProvider.System, default);
        return (await store.Harvests.ListLatestRunsAsync(default)).Count(isCounted);
    }

    private static async Task AssertSameAsync(TempFolder folder, CatalogueState undisturbed, string name)
    {
        var disturbed = await CatalogueState.ReadAsync(DemoRun.DataOf(folder));
        var (next, _) = await DemoRun.CompleteAsync(folder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(disturbed.Records, Is.EqualTo(undisturbed.Records), name);
            Assert.That(disturbed.Clusters, Is.EqualTo(undisturbed.Clusters), name);
            Assert.That(disturbed.Entries, Is.EqualTo(undisturbed.Entries), name);
            Assert.That(disturbed.LastRuns.Select(ToldTwice), Has.All.Empty, name);
            Assert.That(next.Output, Does.Contain("this run is incremental"), name);
            Assert.That(next.Output.Split('\n').Count(line => line.Contains("| nothing new", StringComparison.Ordinal)), Is.EqualTo(6), next.Output);
        }
    }

    /// <summary>A run that was gone on with has counted each record once; one after it found nothing to count.</summary>
    private static string ToldTwice(HarvestRun run)
    {
        var live = Demo.DemoNetwork.Live.Count(record => record.Library == run.Source.Value);
        var expected = new RunCounts { New = run.From is null ? live : 0, Requests = run.Counts.Requests, Retries = run.Counts.Retries };
        return run.Status == RunStatus.Completed && run.Counts == expected ? "" : $"{run.Source}: {run.Status}, {run.Counts}";
    }
}
