using System.Security.Cryptography;
using System.Text.Json;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Server;
using UnionCatalog.Store;
using UnionCatalog.Tests.FullText;

namespace UnionCatalog.Tests.Road;

/// <summary>
/// Everything that a data folder holds of the demo, as lines that compare. Clusters are told by their records: their names
/// come from the record that arrived first, and which library is faster differs from run to run.
/// </summary>
internal sealed record CatalogueState(
    IReadOnlyList<string> Records, IReadOnlyList<string> Clusters, IReadOnlyList<string> Entries, IReadOnlyList<HarvestRun> LastRuns)
{
    /// <summary>Reads a folder that no process uses.</summary>
    public static async Task<CatalogueState> ReadAsync(string folder)
    {
        await using var data = await DataFolder.OpenAsync(folder, TimeProvider.System, default);
        Assert.That(data.DiscardedIndex, Is.Null, "the index must never be damaged");
        var clusters = new Dictionary<string, string>();
        await foreach (var (cluster, records) in data.Store.Clusters.ListAsync(default))
        {
            clusters[cluster.Value] = Join(records.Select(record => record.ToString()));
        }

        var entries = ReadEntries(data);
        Assert.That(entries.Keys, Is.EquivalentTo(clusters.Keys), "the index has an entry a cluster, under its name");
        await AssertNothingIsLeftToPullAsync(data);
        return new(
            await ReadRecordsAsync(data.Store.Harvests),
            [.. clusters.Values.Order(StringComparer.Ordinal)],
            [.. entries.Values.Order(StringComparer.Ordinal)],
            await data.Store.Harvests.ListLatestRunsAsync(default));
    }

    private static async Task<IReadOnlyList<string>> ReadRecordsAsync(IHarvestStore harvests)
    {
        var lines = new List<string>();
        foreach (var expected in Demo.DemoNetwork.Records)
        {
            var key = new RecordKey(new SourceId(expected.Library), expected.Identifier);
            lines.Add(await harvests.FindRecordAsync(key, default) switch
            {
                HarvestedRecord.Live live => $"{key} {live.Datestamp:O} {live.Format} {Convert.ToHexString(SHA256.HashData(live.Metadata.Span))}",
                HarvestedRecord.Deleted deleted => $"{key} {deleted.Datestamp:O} deleted",
                _ => $"{key} missing",
            });
        }

        lines.AddRange((await harvests.CountLiveAsync(default)).Select(count => $"{count.Key} has {count.Value}"));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> ReadEntries(DataFolder data)
    {
        var search = new CatalogSearch(data.Index, new MemberDirectory([]));
        return Enumerable.Range(1, 100)
            .Select(page => search.Search(new SearchRequest { Page = page, Size = 100 }).Entries)
            .TakeWhile(entries => entries.Count > 0)
            .SelectMany(entries => entries)
            .ToDictionary(entry => entry.Id, entry => Join(entry.Libraries.Select(held => JsonSerializer.Serialize(held))));
    }

    /// <summary>Every record's and every cluster's last change was taken in: the cursors stand at the ends of the logs.</summary>
    private static async Task AssertNothingIsLeftToPullAsync(DataFolder data)
    {
        await using var work = await data.Store.Clusters.BeginAsync(default);
        Assert.That(await work.ReadChangesAsync(1), Is.Empty, "changes of records that no cluster knows of");
        Assert.That(await data.Store.Clusters.ReadChangesAsync(data.Index.ReadCursor(), 1, default), Is.Empty, "changes of clusters that the index does not know of");
    }

    private static string Join(IEnumerable<string> parts) => string.Join(" + ", parts.Order(StringComparer.Ordinal));
}
