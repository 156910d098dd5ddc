using System.Globalization;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>The catalogue's own rule, as a rebuild applies it.</summary>
internal sealed class UnionRule : IMatchRule
{
    private static readonly SourceId Anyone = new("measured");

    /// <inheritdoc/>
    public string Name => "union";

    /// <inheritdoc/>
    public int[] Partition(IReadOnlyList<MeasuredRecord> records)
    {
        var run = new ClusterRun();
        for (var i = 0; i < records.Count; i++)
        {
            run.Add(new RecordKey(Anyone, i.ToString(CultureInfo.InvariantCulture)), MatchFeatures.From(records[i].Record));
        }

        var found = new int[records.Count];
        var clusters = run.Draw().Clusters;
        for (var cluster = 0; cluster < clusters.Count; cluster++)
        {
            foreach (var key in clusters[cluster])
            {
                found[int.Parse(key.Identifier, CultureInfo.InvariantCulture)] = cluster;
            }
        }

        return found;
    }
}
