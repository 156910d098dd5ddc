using System.Globalization;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>A book that so many libraries describe each in its own way that all its blocks are crowded, and nothing splits them.</summary>
internal sealed class CrowdedBookTests
{
    private const int Descriptions = 230;

    [Test]
    public async Task A_book_in_more_descriptions_than_a_block_may_hold_stays_one_edition()
    {
        await using var catalogue = await Catalogue.OpenAsync();
        await catalogue.StoreAsync(Enumerable.Range(0, Descriptions).Select(Describe));
        await catalogue.CatchUpAsync(new ClusterOptions { LeastBulk = int.MaxValue });
        Assert.That(await catalogue.Clusters.CountAsync(default), Is.EqualTo(1), "a change at a time");
        Assert.That((await catalogue.Reviews.ListCrowdsAsync(10, default)).Select(crowd => crowd.Records), Has.Some.EqualTo(Descriptions), "and it is reported");

        await catalogue.RebuildAsync();
        Assert.That(await catalogue.Clusters.CountAsync(default), Is.EqualTo(1), "drawn anew");
    }

    [Test]
    public async Task It_stays_one_as_descriptions_go_and_come()
    {
        var options = new ClusterOptions { BlockLimit = 8, RestReach = 2, LeastBulk = int.MaxValue };
        await using var catalogue = await Catalogue.OpenAsync();
        await catalogue.StoreAsync(Enumerable.Range(0, 20).Select(Describe));
        await catalogue.CatchUpAsync(options);
        for (var n = 0; n < 20; n += 2)
        {
            await catalogue.StoreAsync([new HarvestedRecord.Deleted(Describe(n).Key, null), Describe(100 + n)]);
            await catalogue.CatchUpAsync(options);
            Assert.That(await catalogue.PartitionAsync(), Has.Count.EqualTo(1), $"after {n}");
        }
    }

    // One printing of the book has the ISBN of the first and one of its own.
    private static HarvestedRecord Describe(int n) => Catalogue.Record(
        "sma", n.ToString(CultureInfo.InvariantCulture), ("title", "Laskar pelangi"), ("creator", "Andrea Hirata"), ("publisher", "Bentang"), ("date", "2005"),
        ("identifier", "979-3062-79-7"), ("identifier", BadInputTests.WithCheckDigit(978_602_100_000 + n)));
}
