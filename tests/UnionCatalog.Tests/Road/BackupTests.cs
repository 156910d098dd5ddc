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

/// <summary>A backup put back is an older store beside a newer index: the index must not answer from what is gone.</summary>
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

    private static Task<DataFolder> OpenAsync(TempFolder folder) => DataFolder.OpenAsync(folder.Path, TimeProvider.System, default);

    private static string[] Titles(DataFolder data) =>
        [.. new CatalogSearch(data.Index, Members).Search(new SearchRequest()).Entries.Select(entry => entry.Description.Title.Proper)];

    private static async Task HarvestAsync(DataFolder data, params string[] titles)
    {
        var run = await data.Store.Harvests.BeginRunAsync(Library, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UnixEpoch }, default);
        await data.Store.Harvests.AppendPageAsync(
            new HarvestPage { RunId = run.Id, Records = [.. titles.Select(Record)], Next = new ListPosition(1, null) }, default);
        await new ClusterBuilder(data.Store.Clusters, Members, NullLogger<ClusterBuilder>.Instance).CatchUpAsync(null, default);
        await new Indexer(data.Store.Clusters, Members, data.Index, NullLogger<Indexer>.Instance).CatchUpAsync(null, default);
    }

    private static HarvestedRecord Record(string title) => new HarvestedRecord.Live(
        new RecordKey(Library, title),
        null,
        MetadataFormat.OaiDc,
        Encoding.UTF8.GetBytes($"<dc xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>{title}</dc:title></dc>"));
}
