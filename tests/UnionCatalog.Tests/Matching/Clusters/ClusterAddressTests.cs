using UnionCatalog.Matching.Clusters;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>An address that was given once leads to the records it was given for, whatever becomes of them.</summary>
internal sealed class ClusterAddressTests
{
    private const string First = "979-3062-79-7";
    private const string Second = "979-97312-3-2";
    private const string Third = "978-602-03-2478-4";

    private Catalogue _catalogue = null!;

    [SetUp]
    public async Task Open() => _catalogue = await Catalogue.OpenAsync();

    [TearDown]
    public async Task Close() => await _catalogue.DisposeAsync();

    [Test]
    public async Task After_a_merge_the_older_address_lives_and_the_other_redirects_through_a_rebuild_too()
    {
        await TellAsync(Book("a", First));
        await TellAsync(Book("b", Second));
        var (older, younger) = (await FindAsync("a"), await FindAsync("b"));
        await TellAsync(Book("c", First, Second));

        await AssertThenAndAfterARebuildAsync(async () =>
        {
            Assert.That(await FindAsync("a"), Is.EqualTo(older));
            Assert.That(await FindAsync("b"), Is.EqualTo(older));
            Assert.That(await FindAsync("c"), Is.EqualTo(older));
            Assert.That(await RedirectAsync(younger), Is.EqualTo(older));
            Assert.That(await RedirectAsync(older), Is.Null);
            Assert.That(await _catalogue.Clusters.ListRecordsAsync(younger, default), Is.Empty);
        });
    }

    [Test]
    public async Task A_record_that_comes_back_into_another_cluster_brings_no_address_with_it()
    {
        // Age is the address's, not the record's.
        await TellAsync(Book("a", First));
        await TellAsync(Book("b", Second));
        var first = await FindAsync("a");
        await TellAsync(new HarvestedRecord.Deleted(Key("a"), null));
        await TellAsync(Book("c", Third));
        await TellAsync(Book("a", Third));

        Assert.That(await FindAsync("a"), Is.EqualTo(await FindAsync("c")).And.Not.EqualTo(first));
    }

    [Test]
    public async Task After_a_split_the_larger_half_keeps_the_address_and_the_smaller_gets_its_own_back()
    {
        await TellAsync(Book("a", First), Book("b", First));
        await TellAsync(Book("x", Second));
        var (large, small) = (await FindAsync("a"), await FindAsync("x"));
        await TellAsync(Book("bridge", First, Second));
        Assert.That(await RedirectAsync(small), Is.EqualTo(large));
        await TellAsync(new HarvestedRecord.Deleted(Key("bridge"), null));

        await AssertThenAndAfterARebuildAsync(async () =>
        {
            Assert.That(await FindAsync("a"), Is.EqualTo(large));
            Assert.That(await FindAsync("b"), Is.EqualTo(large));
            Assert.That(await FindAsync("x"), Is.EqualTo(small), "the address that redirected is revived for the record it was named after");
            Assert.That(await RedirectAsync(small), Is.Null);
        });
    }

    [Test]
    public async Task The_larger_half_keeps_the_address_though_the_cluster_was_named_after_a_record_of_the_smaller()
    {
        await TellAsync(Book("a", First));
        await TellAsync(Book("bridge", First, Second), Book("x", Second), Book("y", Second));
        var address = await FindAsync("a");
        Assert.That(await FindAsync("y"), Is.EqualTo(address));
        await TellAsync(new HarvestedRecord.Deleted(Key("bridge"), null));

        await AssertThenAndAfterARebuildAsync(async () =>
        {
            Assert.That(await FindAsync("x"), Is.EqualTo(address));
            Assert.That(await FindAsync("y"), Is.EqualTo(address));
            Assert.That(await FindAsync("a"), Is.Not.EqualTo(address), "the name after its record is taken, so the next one is given");
        });
    }

    [Test]
    public async Task Redirects_are_flat_when_clusters_unite_one_after_the_other()
    {
        await TellAsync(Book("a", First));
        await TellAsync(Book("b", Second));
        await TellAsync(Book("c", Third));
        var addresses = new[] { await FindAsync("a"), await FindAsync("b"), await FindAsync("c") };
        await TellAsync(Book("bc", Second, Third));
        Assert.That(await RedirectAsync(addresses[2]), Is.EqualTo(addresses[1]));
        await TellAsync(Book("ab", First, Second));

        await AssertThenAndAfterARebuildAsync(async () =>
        {
            Assert.That(await RedirectAsync(addresses[2]), Is.EqualTo(addresses[0]));
            Assert.That(await RedirectAsync(addresses[1]), Is.EqualTo(addresses[0]));
        });
    }

    [Test]
    public async Task A_record_that_was_deleted_and_comes_back_has_its_address_back()
    {
        await TellAsync(Book("a", First));
        var address = await FindAsync("a");
        await TellAsync(new HarvestedRecord.Deleted(Key("a"), null));
        Assert.That(await _catalogue.Clusters.FindClusterAsync(Key("a"), default), Is.Null);
        await TellAsync(Book("a", Second));

        Assert.That(await FindAsync("a"), Is.EqualTo(address));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_address_that_redirects_to_what_is_no_more_is_taken_back_by_its_returning_record(bool isDrawnAnew)
    {
        await TellAsync(Book("a", First));
        await TellAsync(Book("b", Second));
        var (older, younger) = (await FindAsync("a"), await FindAsync("b"));
        await TellAsync(Book("c", First, Second));
        await TellAsync([.. "abc".Select(letter => new HarvestedRecord.Deleted(Key($"{letter}"), null))]);
        Assert.That(await RedirectAsync(younger), Is.EqualTo(older));
        await _catalogue.StoreAsync([Book("b", Second)]);
        await _catalogue.CatchUpAsync(isDrawnAnew ? new ClusterOptions { LeastBulk = 1, BulkShare = 0 } : null);

        await AssertThenAndAfterARebuildAsync(async () =>
        {
            Assert.That(await FindAsync("b"), Is.EqualTo(younger));
            Assert.That(await RedirectAsync(younger), Is.Null);
        });
    }

    [Test]
    public async Task An_address_that_redirects_to_what_is_there_is_not_taken_back()
    {
        await TellAsync(Book("a", First));
        await TellAsync(Book("b", Second));
        var (older, younger) = (await FindAsync("a"), await FindAsync("b"));
        await TellAsync(Book("c", First, Second));
        await TellAsync(new HarvestedRecord.Deleted(Key("b"), null));
        await TellAsync(Book("b", Third));

        await AssertThenAndAfterARebuildAsync(async () =>
        {
            Assert.That(await RedirectAsync(younger), Is.EqualTo(older));
            Assert.That(await FindAsync("b"), Is.Not.EqualTo(younger).And.Not.EqualTo(older));
        });
    }

    [Test]
    public async Task The_log_tells_of_addresses_that_are_no_more()
    {
        await TellAsync(Book("a", First));
        await TellAsync(Book("b", Second));
        await TellAsync(Book("alone", Third));
        var (younger, alone) = (await FindAsync("b"), await FindAsync("alone"));
        var seen = await _catalogue.Clusters.GetLastChangeAsync(default);
        await TellAsync(Book("c", First, Second), new HarvestedRecord.Deleted(Key("alone"), null));

        var told = (await _catalogue.Clusters.ReadChangesAsync(seen, 100, default)).Select(change => change.Subject);
        Assert.That(told, Is.EquivalentTo(new[] { await FindAsync("a"), younger, alone }));
    }

    [Test]
    public async Task A_rebuild_tells_all_clusters_and_keeps_their_addresses()
    {
        await TellAsync(Book("a", First), Book("b", First), Book("c", Second));
        var before = await _catalogue.ListAsync();
        var seen = await _catalogue.Clusters.GetLastChangeAsync(default);
        await _catalogue.RebuildAsync();

        Assert.That(await _catalogue.ListAsync(), Is.EqualTo(before));
        Assert.That((await _catalogue.Clusters.ReadChangesAsync(seen, 100, default)).Select(change => change.Subject.Value), Is.EquivalentTo(before.Keys));
    }

    [Test]
    public async Task Drawing_anew_for_a_backlog_tells_only_the_clusters_that_changed()
    {
        await TellAsync(Book("a", First), Book("b", First), Book("c", Second));
        var seen = await _catalogue.Clusters.GetLastChangeAsync(default);
        await _catalogue.StoreAsync([Book("d", Second)]);
        await _catalogue.CatchUpAsync(new ClusterOptions { LeastBulk = 1, BulkShare = 0 });

        Assert.That((await _catalogue.Clusters.ReadChangesAsync(seen, 100, default)).Select(change => change.Subject), Is.EqualTo(new[] { await FindAsync("c") }));
    }

    private static HarvestedRecord Book(string identifier, params string[] isbns) =>
        Catalogue.Record("sma", identifier, [("title", "Laskar pelangi"), .. isbns.Select(isbn => ("identifier", isbn))]);

    private static RecordKey Key(string identifier) => new(new SourceId("sma"), identifier);

    private async Task TellAsync(params HarvestedRecord[] records)
    {
        await _catalogue.StoreAsync(records);
        await _catalogue.CatchUpAsync();
    }

    private async Task<ClusterId> FindAsync(string identifier) =>
        await _catalogue.Clusters.FindClusterAsync(Key(identifier), default) ?? throw new InvalidOperationException($"{identifier} is in no cluster.");

    private Task<ClusterId?> RedirectAsync(ClusterId cluster) => _catalogue.Clusters.FindRedirectAsync(cluster, default);

    private async Task AssertThenAndAfterARebuildAsync(Func<Task> assert)
    {
        await assert();
        await _catalogue.RebuildAsync();
        await assert();
    }
}
