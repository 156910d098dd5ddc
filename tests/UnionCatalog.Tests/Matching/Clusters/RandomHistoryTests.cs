using UnionCatalog.Matching.Clusters;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>
/// Whatever the history, the clusters depend on the records that are there and on what persons decided: taken a change at a
/// time they are those of a rebuild, of another order, and of a drawing by the words of the rules. Limits are so low that
/// blocks become crowded, and identifiers suspicious, with a handful of records.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RandomHistoryTests
{
    // Twelve lots have every set of limits once.
    [Test]
    public Task Any_of_three_hundred_histories_gives_the_same_clusters([Range(1, 12)] int lot) => RunAsync(lot, 25);

    [Test]
    [Category("Long")]
    public Task Any_of_two_thousand_histories_gives_the_same_clusters([Range(1, 40)] int lot) => RunAsync(lot, 50);

    [Test]
    [Explicit]
    [Category("Night")]
    public Task Any_of_many_more_histories_gives_the_same_clusters([Range(101, 120)] int lot) => RunAsync(lot, 2_000);

    private static async Task RunAsync(int lot, int histories)
    {
        var random = new Random(lot);
        await using var catalogue = await Catalogue.OpenAsync();
        await using var other = await Catalogue.OpenAsync();
        var options = new ClusterOptions { BlockLimit = 2 + (lot % 4), MostTitles = 1 + (lot % 3), RestReach = 1 + (lot % 2) };
        var (crowded, refused, suspicious, unsure) = (0, 0, 0, 0);
        for (var history = 0; history < histories; history++)
        {
            var story = $"lot {lot}, history {history}, {options.Rules}";
            var told = new RandomCatalogue(catalogue, random);
            await LiveAsync(told, options, random);

            var drawn = new PlainDrawing(told.Present.Values, told.Overrides, options);
            var byChanges = await catalogue.ShowAsync();
            Assert.That(await catalogue.PartitionAsync(), Is.EqualTo(drawn.Partition), $"drawn by the words of the rules: {story}");
            Assert.That((await catalogue.Reviews.ListCrowdsAsync(10_000, default)).Count, Is.EqualTo(drawn.Crowds), story);
            Assert.That(await catalogue.Reviews.ListDisbelievedAsync(default), Is.EquivalentTo(drawn.Suspicious), story);

            crowded += drawn.CrowdedRoots;
            refused += drawn.Refused;
            suspicious += drawn.Suspicious.Count;
            unsure += (int)await catalogue.Reviews.CountTasksAsync(default);
            await catalogue.RebuildAsync(options);
            Assert.That(await catalogue.ShowAsync(), Is.EqualTo(byChanges), $"the rebuild, addresses and reviews included: {story}");

            await CompareOtherOrderAsync(other, told, options, random, drawn.Partition, story);
            await told.EmptyAsync();
            await catalogue.CatchUpAsync(options with { LeastBulk = int.MaxValue });
            Assert.That(await catalogue.CountRowsAsync(), Is.Zero, $"all is gone with the records: {story}");
        }

        TestContext.Out.WriteLine($"{crowded} crowded blocks, {refused} unions refused, {suspicious} suspicious identifiers, {unsure} reviews");
        Assert.That(new[] { crowded, refused, suspicious, unsure }, Has.All.GreaterThan(0), "the histories have in them what they are for");
    }

    private static async Task LiveAsync(RandomCatalogue told, ClusterOptions options, Random random)
    {
        for (var steps = random.Next(1, 4); steps > 0; steps--)
        {
            await told.ChangeAsync();
            if (random.Next(3) > 0)
            {
                await told.PullAsync(options);
            }
        }

        await told.Catalogue.CatchUpAsync(options with { BatchSize = random.Next(1, 9), LeastBulk = int.MaxValue });
    }

    private static async Task CompareOtherOrderAsync(
        Catalogue other, RandomCatalogue told, ClusterOptions options, Random random, IReadOnlyList<string> expected, string story)
    {
        await other.StoreAsync([.. told.Present.Values.OrderBy(_ => random.Next())]);
        var same = new RandomCatalogue(other, random);
        foreach (var decision in told.Overrides)
        {
            await same.DecideAsync(decision);
        }

        same.Present.EnsureCapacity(told.Present.Count);
        foreach (var (key, record) in told.Present)
        {
            same.Present.Add(key, record);
        }

        await other.CatchUpAsync(options with { BatchSize = random.Next(1, 9), LeastBulk = int.MaxValue });
        Assert.That(await other.PartitionAsync(), Is.EqualTo(expected), $"another order: {story}");
        await same.EmptyAsync();
        await other.CatchUpAsync(options with { LeastBulk = int.MaxValue });
    }
}
