using System.Diagnostics;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Store;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>
/// One record after the other is changed in the store; then the time is taken until the clusters have followed and the record's
/// cluster has been read. Every second change is to another edition, so that the record leaves its cluster.
/// </summary>
internal static class ChangeStep
{
    private const int WarmUp = 20;

    public static async Task RunAsync(string folder, int records, int changes)
    {
        var network = new GeneratedRecords(StoredNetwork.Seed, records);
        var truth = StoredNetwork.ReadTruth(folder);
        var (members, _) = StoredNetwork.ReadMembers(folder);
        await using var store = await StoredNetwork.OpenAsync(folder);
        var builder = new ClusterBuilder(store.Clusters, members, new WarningCounter<ClusterBuilder>());
        await builder.CatchUpAsync(null, default);
        var dice = new Dice(StoredNetwork.Seed);
        var (took, largest) = (new List<double>(), 0);
        for (var change = 0; change < WarmUp + changes; change++)
        {
            var (milliseconds, size) = await ChangeAsync(store, builder, Draw(network, truth, change, ref dice));
            if (change >= WarmUp)
            {
                took.Add(milliseconds);
                largest = Math.Max(largest, size);
            }
        }

        took.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"change set={records} changes={took.Count} median_ms={took[took.Count / 2]:0.00} p95_ms={took[(int)(took.Count * 0.95)]:0.00} worst_ms={took[^1]:0.00} largest_cluster={largest}"));
    }

    private static GeneratedRecord Draw(GeneratedRecords network, int[] truth, int turn, ref Dice dice)
    {
        var library = dice.Next(network.Libraries);
        var at = dice.Next(network.Before(library + 1) - network.Before(library));
        var edition = turn % 2 == 0 ? truth[network.Before(library) + at] : truth[dice.Next(truth.Length)];
        return network.Again(library, at, edition, turn);
    }

    private static async Task<(double Milliseconds, int Size)> ChangeAsync(OpenStore store, ClusterBuilder builder, GeneratedRecord record)
    {
        await StoredNetwork.StoreAsync(store.Harvests, [record]);
        var start = Stopwatch.GetTimestamp();
        await builder.CatchUpAsync(null, default);
        var cluster = await store.Clusters.FindClusterAsync(record.Key, default) ?? throw new InvalidOperationException($"{record.Key} is in no cluster.");
        var members = await store.Clusters.ListRecordsAsync(cluster, default);
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var now = members.Single(member => member.Key == record.Key);
        return now.Metadata.Span.SequenceEqual(record.Metadata.Span)
            ? (milliseconds, members.Count)
            : throw new InvalidOperationException($"{record.Key} is not there as it was changed.");
    }
}
