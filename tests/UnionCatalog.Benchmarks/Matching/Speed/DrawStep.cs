using System.Diagnostics;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Matching.Clusters;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>Draws all clusters of a store from nothing, as the service does after a change of its rules.</summary>
internal static class DrawStep
{
    public static async Task RunAsync(string folder, string name)
    {
        var (members, _) = StoredNetwork.ReadMembers(folder);
        await using var store = await StoredNetwork.OpenAsync(folder);
        await store.Clusters.ResetAsync(default);
        var log = new WarningCounter<ClusterBuilder>();
        var builder = new ClusterBuilder(store.Clusters, members, log);
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var placed = await builder.CatchUpAsync(null, default);
        var seconds = watch.Elapsed.TotalSeconds;
        processor = Environment.CpuUsage.TotalTime - processor;
        Console.WriteLine(FormattableString.Invariant(
            $"draw set={name} seconds={seconds:0.0} cpu_seconds={processor.TotalSeconds:0.0} records={placed} records_per_s={placed / seconds:0} rss_mb={ProcessMemory.Peak:0} clusters={await store.Clusters.CountAsync(default)} warnings={log.Count}"));
        foreach (var line in log.First)
        {
            await Console.Error.WriteLineAsync(line);
        }
    }
}
