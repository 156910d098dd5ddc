using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching;

internal sealed class ClusterBuilderTests
{
    private static readonly HarvestedRecord Bumi1 = Book("perpusda", "1", "Bumi manusia", "Pramoedya Ananta Toer", "Hasta Mitra", "1980");
    private static readonly HarvestedRecord Bumi2 = Book("sma", "7", "Bumi Manusia : sebuah roman", "Toer, P. A.", "Hasta Mitra", "1980");
    private static readonly HarvestedRecord Laskar = Book("sma", "8", "Laskar pelangi", "Andrea Hirata", "Bentang", "2005");

    private Catalogue _catalogue = null!;

    [SetUp]
    public async Task Open() => _catalogue = await Catalogue.OpenAsync();

    [TearDown]
    public async Task Close() => await _catalogue.DisposeAsync();

    [Test]
    public async Task Records_of_one_edition_come_into_one_cluster_and_others_stay_alone()
    {
        await _catalogue.StoreAsync([Bumi1, Bumi2, Laskar]);

        Assert.That(await _catalogue.CatchUpAsync(), Is.EqualTo(3));
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "perpusda/1 + sma/7", "sma/8" }));
        Assert.That(await _catalogue.CatchUpAsync(), Is.Zero, "nothing is new the second time");
    }

    [Test]
    public async Task A_cluster_is_named_after_its_eldest_record_and_keeps_its_name_as_it_grows_and_in_a_rebuild()
    {
        await _catalogue.StoreAsync([Bumi1]);
        await _catalogue.CatchUpAsync();
        var before = (await _catalogue.ListAsync()).Single().Key;
        await _catalogue.StoreAsync([Bumi2]);
        await _catalogue.CatchUpAsync();
        var grown = (await _catalogue.ListAsync()).Single().Key;
        await _catalogue.RebuildAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(before, Does.Match("^[a-z2-7]{12}$"));
            Assert.That(grown, Is.EqualTo(before));
            Assert.That((await _catalogue.ListAsync()).Single().Key, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task A_cluster_splits_when_a_record_is_corrected()
    {
        await _catalogue.StoreAsync([Bumi1, Bumi2]);
        await _catalogue.CatchUpAsync();
        await _catalogue.StoreAsync([Book("sma", "7", "Anak semua bangsa", "Toer, P. A.", "Hasta Mitra", "1980")]);
        await _catalogue.CatchUpAsync();

        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "perpusda/1", "sma/7" }));
    }

    [Test]
    public async Task A_cluster_falls_apart_when_the_record_that_held_it_together_is_deleted()
    {
        var first = Catalogue.Record("a", "1", ("title", "Laskar pelangi"), ("identifier", "979-3062-79-7"));
        var bridge = Catalogue.Record("b", "1", ("title", "Laskar pelangi"), ("creator", "Andrea Hirata"), ("identifier", "979-3062-79-7"), ("identifier", "979-97312-3-2"));
        var last = Catalogue.Record("c", "1", ("title", "Laskar pelangi"), ("identifier", "979-97312-3-2"));
        await _catalogue.StoreAsync([first, bridge, last]);
        await _catalogue.CatchUpAsync();
        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "a/1 + b/1 + c/1" }));

        await _catalogue.StoreAsync([new HarvestedRecord.Deleted(bridge.Key, null)]);
        await _catalogue.CatchUpAsync();

        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "a/1", "c/1" }));
    }

    [Test]
    public async Task A_cluster_is_told_in_the_log_when_the_content_of_a_record_changes()
    {
        await _catalogue.StoreAsync([Bumi1, Laskar]);
        await _catalogue.CatchUpAsync();
        var last = (await _catalogue.Clusters.ReadChangesAsync(0, 100, CancellationToken.None))[^1].Number;
        await _catalogue.StoreAsync([Book("perpusda", "1", "Bumi manusia", "Pramoedya Ananta Toer", "Lentera Dipantara", "2005")]);
        await _catalogue.CatchUpAsync();

        var changed = await _catalogue.Clusters.ReadChangesAsync(last, 100, CancellationToken.None);
        Assert.That(changed.Select(change => change.Subject.Value), Is.EqualTo(
            (await _catalogue.ListAsync()).Where(cluster => cluster.Value == "perpusda/1").Select(cluster => cluster.Key)));
    }

    [Test]
    public async Task A_record_that_cannot_be_read_is_left_out()
    {
        var broken = new HarvestedRecord.Live(new RecordKey(new SourceId("sma"), "9"), null, MetadataFormat.Iso2709, "not MARC"u8.ToArray());
        await _catalogue.StoreAsync([Bumi1, broken]);
        await _catalogue.CatchUpAsync();

        Assert.That(await _catalogue.PartitionAsync(), Is.EqualTo(new[] { "perpusda/1" }));
    }

    private static HarvestedRecord Book(string source, string identifier, string title, string author, string publisher, string year, string isbn = "") =>
        Catalogue.Record(source, identifier, ("title", title), ("creator", author), ("publisher", publisher), ("date", year), ("identifier", isbn));
}
