using UnionCatalog.Records;

namespace UnionCatalog.Matching.Evaluation.OtherRules;

/// <summary>
/// RecordManager's rules, by which Finna finds duplicates: candidates by keys, a shared identifier accepts at once, any
/// difference rejects; a cluster has one record of each source at most.
/// </summary>
internal sealed class RecordManagerRule : IMatchRule
{
    private const int MostCandidates = 101;

    /// <inheritdoc/>
    public string Name => "recordmanager";

    /// <inheritdoc/>
    public int[] Partition(IReadOnlyList<MeasuredRecord> records)
    {
        var features = records.Select(record => RecordManagerFeatures.Read(record.Record)).ToList();
        var blocks = Group(features);
        var clusters = new List<int>?[records.Count];
        for (var i = 0; i < records.Count; i++)
        {
            if (clusters[i] is null && FindPartner(i, records, features, blocks, clusters) is { } partner)
            {
                var cluster = clusters[i] = clusters[partner] ??= [partner];
                cluster.Add(i);
            }
        }

        return [.. clusters.Select((cluster, i) => cluster?[0] ?? i)];
    }

    private static int? FindPartner(
        int record, IReadOnlyList<MeasuredRecord> records, List<RecordManagerFeatures> features, Dictionary<string, List<int>> blocks, List<int>?[] clusters)
    {
        var seen = new HashSet<int> { record };
        var source = records[record].Source;
        foreach (var candidate in features[record].Keys.SelectMany(key => blocks[key]).Where(other => records[other].Source != source))
        {
            if (seen.Count > MostCandidates)
            {
                return null;
            }

            var isFull = clusters[candidate]?.Exists(member => records[member].Source == source) == true;
            if (seen.Add(candidate) && !isFull && features[record].Accepts(features[candidate]))
            {
                return candidate;
            }
        }

        return null;
    }

    private static Dictionary<string, List<int>> Group(List<RecordManagerFeatures> features)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < features.Count; i++)
        {
            foreach (var key in features[i].Keys)
            {
                if (!blocks.TryGetValue(key, out var block))
                {
                    blocks[key] = block = [];
                }

                block.Add(i);
            }
        }

        return blocks;
    }
}
