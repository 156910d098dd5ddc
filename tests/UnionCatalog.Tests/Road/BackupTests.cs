using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Server;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Road;

/// <summary>A backup put back is an older store beside a newer index, and an engine may change: the index must not answer from what is gone.</summary>
public sealed class BackupTests
{
    private static readonly SourceId Library = new("library");
    private static readonly MemberDirectory Members = new([]);

    [Test]
    public async Task An_index_that_is_ahead_of_the_store_put_back_is_built_again()
    {
        using var folder = new TempFolder();
        await using (var before = await OpenAsync(folder))
        {
            await HarvestAsync(before, "Bumi Manusia", "Anak Semua Bangsa", "Jejak Langkah");
            Assert.That(Titles(before), Has.Length.EqualTo(3));
        }

        foreach (var file in Directory.EnumerateFiles(folder.Path, "catalog.db*"))
        {
            File.Delete(file);
        }

        await using var after = await OpenAsync(folder);
        Assert.That(after.DiscardedIndex, Is.Not.Null);
        await HarvestAsync(after, "Bumi Manusia", "Rumah Kaca", "Arok Dedes", "Arus Balik");
        Assert.That(Titles(after), Is.EquivalentTo(new[] { "Bumi Manusia", "Rumah Kaca", "Arok Dedes", "Arus Balik" }));
    }

    [Test]
    public async Task When_another_engine_is_to_keep_the_index_it_is_built_again_from_the_store()
    {
        using var folder = new TempFolder();
        await using (var before = await OpenAsync(folder))
        {
            await HarvestAsync(before, "Bumi Manusia", "Rumah Kaca");
        }

        await using (var changed = await OpenAsync(folder, IndexEngine.Lucene ?? IndexEngine.FullText with { Name = "lucene", Folder = "index-lucene" }))
        {
            Assert.That(changed.DiscardedIndex, Does.Contain("fullText"));
            Assert.That(Titles(changed), Is.Empty);
            await IndexAsync(changed);
            Assert.That(Titles(changed), Is.EquivalentTo(new[] { "Bumi Manusia", "Rumah Kaca" }));
        }

        Assert.That(Directory.EnumerateDirectories(folder.Path, "index*").Select(Path.GetFileName), Is.EqualTo(new[] { "index-lucene" }));
        await using var back = await OpenAsync(folder);
        Assert.That(back.DiscardedIndex, Does.Contain("lucene"));
        await IndexAsync(back);
        Assert.That(Titles(back), Has.Length.EqualTo(2));
    }

    private static Task<DataFolder> OpenAsync(TempFolder folder, IndexEngine? engine = null) => DataFolder.OpenAsync(folder.Path, TimeProvider.System, default, engine);

    private static async Task IndexAsync(DataFolder data) =>
        await new Indexer(data.Store.Clusters, Members, data.Index, NullLogger<Indexer>.Instance).CatchUpAsync(null, default);

    private static string[] Titles(DataFolder data) =>
        [.. new CatalogSearch(data.Index, Members).Search(new SearchRequest()).Entries.Select(entry => entry.Description.Title.Proper)];

    private static async Task HarvestAsync(DataFolder data, params string[] titles)
    {
        var run = await data.Store.Harvests.BeginRunAsync(Library, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UnixEpoch }, default);
        await data.Store.Harvests.AppendPageAsync(
            new HarvestPage { RunId = run.Id, Records = [.. titles.Select(Record)], Next = new ListPosition(1, null) }, default);
        await new ClusterBuilder(data.Store.Clusters, Members, NullLogger<ClusterBuilder>.Instance).CatchUpAsync(null, default);
        await IndexAsync(data);
    }

    private static HarvestedRecord Record(string title) => new HarvestedRecord.Live(
        new RecordKey(Library, title),
        null,
        MetadataFormat.OaiDc,
        Encoding.UTF8.GetBytes($"<dc xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>{title}</dc:title></dc>"));
}
