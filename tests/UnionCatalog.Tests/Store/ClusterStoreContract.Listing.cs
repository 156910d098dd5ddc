using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

// The lists of clusters and of their records.
public abstract partial class ClusterStoreContract
{
    [Test]
    public async Task A_cluster_lists_its_live_records_the_first_stored_first()
    {
        await WorkAsync(work => AssignAsync(work, One, "cab"));
        await AppendAsync((await Harvests.FindRunningAsync(Koha, default))!, Deleted("b"), Live("a", "A"));

        Assert.That((await Clusters.ListRecordsAsync(One, default)).Select(Show), Is.EqualTo([Show(Live("a", "A")), Show(Live("c", "c"))]));
    }

    [Test]
    public async Task The_first_records_of_a_cluster_come_with_the_number_of_all_that_are_live()
    {
        await WorkAsync(work => AssignAsync(work, One, "fcabd"));
        await AppendAsync((await Harvests.FindRunningAsync(Koha, default))!, Deleted("b"));

        var first = await Clusters.ListFirstRecordsAsync(One, 2, default);
        Assert.That((first.Total, Letters(first.Records.Select(record => record.Key))), Is.EqualTo((4, "ac")));
        var all = await Clusters.ListFirstRecordsAsync(One, 4, default);
        Assert.That((all.Total, Letters(all.Records.Select(record => record.Key))), Is.EqualTo((4, "acdf")));
        var none = await Clusters.ListFirstRecordsAsync(Two, 2, default);
        Assert.That((none.Total, none.Records.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task All_clusters_can_be_listed_and_left_half_way()
    {
        await WorkAsync(work => AssignAsync(work, Two, "c"));
        await WorkAsync(work => AssignAsync(work, One, "da"));

        var all = new List<string>();
        await foreach (var (cluster, records) in Clusters.ListAsync(default))
        {
            all.Add($"{cluster} {Letters(records)}");
        }

        Assert.That(all, Is.EquivalentTo(["one000000000 ad", "two000000000 c"]));
        await foreach (var _ in Clusters.ListAsync(default))
        {
            break;
        }

        using var stopped = new CancellationTokenSource(0);
        await stopped.CancelAsync();
        Assert.That(async () => { await foreach (var _ in Clusters.ListAsync(stopped.Token)) { } }, Throws.InstanceOf<OperationCanceledException>());
    }
}
