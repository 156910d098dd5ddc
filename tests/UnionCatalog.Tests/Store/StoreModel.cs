using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>What a store must hold, in dictionaries and lists: slow, plain and easy to believe.</summary>
internal sealed class StoreModel
{
    /// <summary>The content of each record that was ever told; null when it is deleted.</summary>
    public Dictionary<RecordKey, string?> Records { get; } = [];

    /// <summary>Changes of records not yet pulled, oldest first.</summary>
    public List<RecordKey> RecordLog { get; } = [];

    public Dictionary<RecordKey, ClusterId> Clusters { get; } = [];

    /// <summary>Clusters touched since the last look, oldest first.</summary>
    public List<ClusterId> ClusterLog { get; } = [];

    public RunCounts Append(IEnumerable<(RecordKey Key, string? Content)> page)
    {
        var counts = new RunCounts();
        foreach (var (key, content) in page.Reverse().DistinctBy(told => told.Key).Reverse())
        {
            var old = Records.GetValueOrDefault(key);
            counts += (old, content) switch
            {
                (null, null) => new RunCounts { Unchanged = Records.ContainsKey(key) ? 1 : 0 },
                (null, _) => new RunCounts { New = 1 },
                (_, null) => new RunCounts { Deleted = 1 },
                _ => old == content ? new RunCounts { Unchanged = 1 } : new RunCounts { Changed = 1 },
            };
            Records[key] = content;
            if (old != content)
            {
                Log(RecordLog, key);
            }
        }

        return counts;
    }

    public void Assign(ClusterId cluster, RecordKey key)
    {
        Remove(key);
        Clusters[key] = cluster;
        Log(ClusterLog, cluster);
    }

    public void Remove(RecordKey key)
    {
        if (Clusters.Remove(key, out var cluster))
        {
            Log(ClusterLog, cluster);
        }
    }

    private static void Log<T>(List<T> log, T subject)
    {
        log.Remove(subject);
        log.Add(subject);
    }
}
