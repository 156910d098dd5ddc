using System.Globalization;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Explaining;

/// <summary>Why many records are together is told of the first of them, without reading the rest.</summary>
internal sealed class ClusterExplainerTests
{
    private const int Records = ClusterExplainer.MostMembers + 3;

    [Test]
    public async Task Of_a_large_cluster_the_first_records_are_read_and_all_are_counted()
    {
        await using var catalogue = await Catalogue.OpenAsync();
        await catalogue.StoreAsync(Enumerable.Range(0, Records).Select(Book));
        await catalogue.CatchUpAsync(new ClusterOptions());
        var cluster = await catalogue.Clusters.FindClusterAsync(Book(0).Key, default);
        catalogue.Damage(Book(Records - 1).Key);

        Assert.That(() => catalogue.Clusters.ListRecordsAsync(cluster!.Value, default), Throws.Exception, "whoever reads all of them fails");
        var explained = await catalogue.ExplainAsync(cluster!.Value);
        Assert.That((explained!.Total, explained.Members.Count, explained.Missing.Count), Is.EqualTo((Records, ClusterExplainer.MostMembers, 0)));
        Assert.That(explained.Members[0].Record.Key, Is.EqualTo(Book(0).Key));
    }

    private static HarvestedRecord Book(int n) => Catalogue.Record(
        "sma", n.ToString(CultureInfo.InvariantCulture), ("title", "Laskar pelangi"), ("creator", "Andrea Hirata"), ("date", "2005"), ("identifier", "979-3062-79-7"));
}
