using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching;

/// <summary>The clusters must depend on the records that are there, and not on the way they came.</summary>
internal sealed class ClusterHistoryTests
{
    private static readonly string[] Titles = ["Bumi manusia", "Bumi Manusia : sebuah roman", "BUMI MANUSIA 2", "Tjerita dari Blora", "Cerita dari Blora", ""];
    private static readonly string[] Authors = ["Pramoedya Ananta Toer", "Toer, P. A.", "Toer, Pramoedya Ananta", "Hamka", ""];
    private static readonly string[] Publishers = ["Hasta Mitra", "PT Hasta Mitra", "Balai Pustaka", ""];
    private static readonly string[] Years = ["1980", "1980", "1981", ""];
    private static readonly string[] Isbns = ["979-97312-3-2", "979-3062-79-7", "", ""];

    [Test]
    public async Task Any_history_gives_the_same_clusters_as_a_rebuild_another_order_and_a_comparison_of_all_with_all(
        [Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        await using var catalogue = await Catalogue.OpenAsync();
        var present = new Dictionary<RecordKey, HarvestedRecord>();
        for (var step = 0; step < 12; step++)
        {
            var changes = Enumerable.Range(0, random.Next(1, 8)).Select(_ => RandomChange(random)).DistinctBy(change => change.Key).ToList();
            changes.ForEach(change => present[change.Key] = change);
            await catalogue.StoreAsync(changes);
            if (random.Next(3) > 0)
            {
                await catalogue.CatchUpAsync(new() { BatchSize = random.Next(1, 9) });
            }
        }

        await catalogue.CatchUpAsync(new() { BatchSize = random.Next(1, 9) });
        var incremental = await catalogue.ListAsync();
        await catalogue.RebuildAsync();
        await using var other = await Catalogue.OpenAsync();
        await other.StoreAsync([.. present.Values.OrderBy(_ => random.Next())]);
        await other.CatchUpAsync(new() { BatchSize = random.Next(1, 9) });

        Assert.That(incremental.Values.Order(StringComparer.Ordinal), Is.EqualTo(AllWithAll(present.Values)), "a comparison of all with all");
        Assert.That(await catalogue.ListAsync(), Is.EqualTo(incremental), "the rebuild, names included");
        Assert.That(await other.PartitionAsync(), Is.EqualTo(await catalogue.PartitionAsync()), "another order");
    }

    private static HarvestedRecord RandomChange(Random random)
    {
        string Pick(string[] values) => values[random.Next(values.Length)];
        var (source, identifier) = (Pick(["sd", "smp", "sma"]), Pick(["1", "2", "3", "4", "5", "6"]));
        return random.Next(5) == 0
            ? new HarvestedRecord.Deleted(new RecordKey(new SourceId(source), identifier), null)
            : Catalogue.Record(source, identifier, ("title", Pick(Titles)), ("creator", Pick(Authors)), ("publisher", Pick(Publishers)),
                ("date", Pick(Years)), ("identifier", Pick(Isbns)));
    }

    /// <summary>Connected components by brute force, with neither blocking keys nor store.</summary>
    private static List<string> AllWithAll(IEnumerable<HarvestedRecord> records)
    {
        var groups = new List<List<(RecordKey Key, MatchFeatures Features)>>();
        foreach (var record in records.OfType<HarvestedRecord.Live>())
        {
            if (RecordReader.Read(record.Format, record.Metadata, new HoldingsMapping()) is not RecordReading.Readable readable)
            {
                continue;
            }

            var features = MatchFeatures.From(readable.Record);
            var touching = groups.FindAll(group => group.Exists(other => PairComparer.Judge(features, other.Features).Outcome == Outcome.Same));
            groups.RemoveAll(touching.Contains);
            groups.Add([.. touching.SelectMany(group => group), (record.Key, features)]);
        }

        return [.. groups
            .Select(group => string.Join(" + ", group.Select(record => record.Key.ToString()).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal)];
    }
}
