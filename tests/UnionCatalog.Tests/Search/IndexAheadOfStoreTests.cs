using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.FullText;
using UnionCatalog.Matching;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Tests.Search;

/// <summary>A backup put back is an older store beside a newer index: the index must not answer from what is gone.</summary>
public sealed class IndexAheadOfStoreTests
{
    private static readonly SourceId Library = new("library");

    [Test]
    public async Task An_index_that_is_ahead_of_its_store_is_built_again()
    {
        using var folder = new TempFolder();
        using var index = CatalogIndex.Open(folder.File("index"), out _);
        await FillAsync(folder.File("newer.db"), index, "Bumi Manusia", "Anak Semua Bangsa", "Jejak Langkah");

        await FillAsync(folder.File("older.db"), index, "Bumi Manusia");

        var titles = new CatalogSearch(index, new MemberDirectory([])).Search(new SearchRequest()).Entries
            .Select(entry => entry.Description.Title.Proper);
        Assert.That(titles, Is.EqualTo(new[] { "Bumi Manusia" }));
    }

    private static async Task FillAsync(string file, SearchIndex index, params string[] titles)
    {
        await using var store = await SqliteStore.OpenAsync(file, TimeProvider.System, default);
        var run = await store.Harvests.BeginRunAsync(Library, HarvestScope.Full, "oai_dc", "", null, DateTimeOffset.UnixEpoch, default);
        await store.Harvests.AppendPageAsync(
            new HarvestPage { RunId = run.Id, Records = [.. titles.Select(Record)], Next = new ListPosition(1, null) }, default);
        var members = new MemberDirectory([]);
        await new ClusterBuilder(store.Clusters, members, NullLogger<ClusterBuilder>.Instance).CatchUpAsync(null, default);
        await new Indexer(store.Clusters, members, index, NullLogger<Indexer>.Instance).CatchUpAsync(null, default);
    }

    private static HarvestedRecord Record(string title) => new HarvestedRecord.Live(
        new RecordKey(Library, title),
        null,
        MetadataFormat.OaiDc,
        Encoding.UTF8.GetBytes($"<dc xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>{title}</dc:title></dc>"));
}
