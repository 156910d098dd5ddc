using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>When all is drawn anew, and when a change at a time.</summary>
internal sealed class ClusterBuilderPathTests
{
    private Catalogue _catalogue = null!;

    [SetUp]
    public async Task Open() => _catalogue = await Catalogue.OpenAsync();

    [TearDown]
    public async Task Close() => await _catalogue.DisposeAsync();

    [Test]
    public async Task Other_rules_than_the_clusters_were_drawn_by_draw_them_anew()
    {
        await _catalogue.StoreAsync([Book("1"), Book("2")]);
        await _catalogue.CatchUpAsync(new() { BlockLimit = 7 });
        Assert.That((await _catalogue.Clusters.GetStateAsync(default)).Rules, Does.EndWith("/7/10/10"));
        Assert.That(await _catalogue.CatchUpAsync(new() { BlockLimit = 7 }), Is.Zero);

        Assert.That(await _catalogue.CatchUpAsync(new() { BlockLimit = 8 }), Is.EqualTo(2));
        Assert.That((await _catalogue.Clusters.GetStateAsync(default)).Rules, Does.EndWith("/8/10/10"));
    }

    [Test]
    public async Task An_empty_store_is_left_as_it_is()
    {
        Assert.That(await _catalogue.CatchUpAsync(), Is.Zero);
        Assert.That(await _catalogue.Clusters.GetStateAsync(default), Is.EqualTo(new ClusteringState(null, 0, 0)));
    }

    [TestCase(2, 0.0, true)]
    [TestCase(3, 0.0, false)]
    [TestCase(1, 0.5, true)]
    [TestCase(1, 0.6, false)]
    public async Task A_backlog_is_drawn_as_a_whole_when_it_is_large_and_a_large_part(int least, double share, bool isWhole)
    {
        await _catalogue.StoreAsync([Book("1"), Book("2")]);
        await _catalogue.CatchUpAsync();
        await _catalogue.StoreAsync([Book("3"), Book("4")]);
        var told = new Steps();
        await _catalogue.CatchUpAsync(new() { LeastBulk = least, BulkShare = share, BatchSize = 1 }, told);

        Assert.That(told.Told, Is.EqualTo(isWhole ? new[] { 4L } : [1L, 2L]), "all records at once, or one after the other");
    }

    [Test]
    public async Task Giving_up_leaves_what_was_taken_and_the_rest_is_taken_later()
    {
        await _catalogue.StoreAsync([Book("1")]);
        await _catalogue.CatchUpAsync();
        await _catalogue.StoreAsync([Book("2"), Book("3"), Book("4")]);
        using var stop = new CancellationTokenSource();
        var builder = new ClusterBuilder(_catalogue.Clusters, new([]), NullLogger<ClusterBuilder>.Instance, new() { BatchSize = 1 });

        Assert.That(() => builder.CatchUpAsync(new Steps(stop.Cancel), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await _catalogue.Clusters.GetStateAsync(default)).Backlog, Is.EqualTo(2));
        Assert.That(await _catalogue.CatchUpAsync(), Is.EqualTo(2));
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "sma/1 + sma/2 + sma/3 + sma/4" }));
    }

    private static HarvestedRecord Book(string identifier) => Catalogue.Record(
        "sma", identifier, ("title", "Laskar pelangi"), ("creator", "Andrea Hirata"), ("publisher", "Bentang"), ("identifier", "979-3062-79-7"));

    private sealed class Steps(Action? happens = null) : IProgress<long>
    {
        public List<long> Told { get; } = [];

        public void Report(long value)
        {
            Told.Add(value);
            happens?.Invoke();
        }
    }
}
