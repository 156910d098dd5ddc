using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Tests.Search;

/// <summary>A library that has described an edition more than once.</summary>
internal sealed class OwnDuplicatesTests
{
    private static readonly SourceId Sd = new("sd");

    [Test]
    public async Task The_store_lists_the_clusters_that_hold_two_records_of_a_source_and_only_those()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(
            Bumi("sd", "2"), Bumi("sd", "1"), Bumi("sma", "1"), SearchBench.Record("sd", "3", "title=Bulan", "creator=Tere Liye", "date=2015", "publisher=Gramedia"),
            SearchBench.Record("sma", "3", "title=Bulan", "creator=Tere Liye", "date=2015", "publisher=Gramedia"));

        var listed = await bench.Clusters.ListOwnDuplicatesAsync(Sd, 0, 10, default);

        Assert.That(listed.Total, Is.EqualTo(1));
        Assert.That(listed.Items.Single().Identifiers, Is.EqualTo(["1", "2"]));
        Assert.That(listed.Items.Single().Records, Is.EqualTo(2));
        Assert.That(bench.Search.Find(listed.Items.Single().Cluster)!.Description.Title.Proper, Is.EqualTo("Bumi"));
        Assert.That((await bench.Clusters.ListOwnDuplicatesAsync(new("sma"), 0, 10, default)).Items, Is.Empty);
        Assert.That((await bench.Clusters.ListOwnDuplicatesAsync(new("nowhere"), 0, 10, default)).Total, Is.Zero);
        Assert.That(bench.Search.CountOwnDuplicates(), Is.EqualTo(new Dictionary<SourceId, long> { [Sd] = 1 }));
    }

    [Test]
    public async Task A_record_that_is_deleted_is_no_duplicate_any_more()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(Bumi("sd", "1"), Bumi("sd", "2"));
        await bench.AddAsync(SearchBench.Deleted("sd", "2"));

        Assert.That((await bench.Clusters.ListOwnDuplicatesAsync(Sd, 0, 10, default)).Total, Is.Zero);
        Assert.That(bench.Search.CountOwnDuplicates(), Is.Empty);
    }

    [Test]
    public async Task They_are_listed_in_parts()
    {
        await using var bench = await SearchBench.OpenAsync();
        string[] titles = ["Bumi", "Bulan", "Matahari", "Bintang", "Komet"];
        await bench.AddAsync([.. titles.SelectMany(title => new[] { 1, 2 }.Select(copy =>
            SearchBench.Record("sd", $"{title}-{copy}", $"title={title}", "creator=Tere Liye", "date=2015", "publisher=Gramedia")))]);
        var all = (await bench.Clusters.ListOwnDuplicatesAsync(Sd, 0, 10, default)).Items.Select(item => item.Cluster).ToList();
        var parts = new List<UnionCatalog.Store.ClusterId>();
        for (var offset = 0; offset < 6; offset += 2)
        {
            var part = await bench.Clusters.ListOwnDuplicatesAsync(Sd, offset, 2, default);
            Assert.That(part.Total, Is.EqualTo(5));
            parts.AddRange(part.Items.Select(item => item.Cluster));
        }

        Assert.That(all, Has.Count.EqualTo(5).And.Unique);
        Assert.That(parts, Is.EqualTo(all));
    }

    [Test]
    public void A_library_stands_once_with_every_item_and_an_item_that_two_records_name_once()
    {
        LibraryHoldings Held(string library, string identifier, params string?[] barcodes) =>
            new(new SourceId(library), identifier, null, [.. barcodes.Select(barcode => new Holding { Barcode = barcode })]);
        var entry = new CatalogEntry
        {
            Id = "x", Description = new BibRecord(), Libraries = [Held("sd", "1", "100", "101"), Held("sd", "2", "101", "102", null, null), Held("sma", "1", "100")],
        };

        var libraries = HoldingLibrary.Of(entry);

        Assert.That(libraries.Select(library => library.Library.Value), Is.EqualTo(["sd", "sma"]));
        Assert.That(libraries[0].Holdings.Select(holding => holding.Barcode), Is.EqualTo(["100", "101", "102", null, null]));
        Assert.That(libraries[0].Records, Has.Count.EqualTo(2));
    }

    private static UnionCatalog.Store.HarvestedRecord Bumi(string library, string identifier) =>
        SearchBench.Record(library, identifier, "title=Bumi", "creator=Tere Liye", "date=2014", "publisher=Gramedia");
}
