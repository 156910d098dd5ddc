using UnionCatalog.Matching.Comparison;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>Explains why the records of a cluster are together, and which others nearly came to it.</summary>
internal sealed class ClusterExplainer(
    IClusterStore clusters, RecordFinder records, MatchExplainer pairs, IOverrideStore overrides, IReviewStore reviews)
{
    /// <summary>So many records of a cluster are explained, each beside those of them that it fits best.</summary>
    public const int MostMembers = 100;

    /// <summary>So many near misses are told.</summary>
    public const int MostNear = 10;

    /// <summary>Explains a cluster; null when there is none of this name.</summary>
    public async Task<ClusterExplanation?> ExplainAsync(ClusterId cluster, CancellationToken cancellation)
    {
        var stored = await clusters.ListFirstRecordsAsync(cluster, MostMembers, cancellation);
        if (stored.Total == 0)
        {
            return null;
        }

        var disbelieved = await reviews.ListDisbelievedAsync(cancellation);
        var read = new List<ExplainedRecord>(stored.Records.Count);
        var missing = new List<MissingRecord>();
        foreach (var live in stored.Records)
        {
            if (records.Read(live, cluster) is { } record)
            {
                read.Add(record);
            }
            else
            {
                missing.Add(new MissingRecord(live.Key, RecordAbsence.Unreadable));
            }
        }

        var members = new List<ExplainedMember>(read.Count);
        foreach (var record in read)
        {
            var decisions = await overrides.FindAsync(record.Key, cancellation);
            var strongest = FindStrongest(record, read, disbelieved) is { } other
                ? MatchExplainer.Compose(record, other, disbelieved, decisions, meeting: null) with { Decisions = [] }
                : null;
            members.Add(new ExplainedMember(record, strongest, decisions));
        }

        return new ClusterExplanation(cluster, stored.Total, members, missing, await ListNearAsync(cluster, cancellation));
    }

    private static ExplainedRecord? FindStrongest(ExplainedRecord record, List<ExplainedRecord> all, IReadOnlySet<string> disbelieved) => all
        .Where(other => other.Key != record.Key)
        .Select(other => (Other: other, Judgement: PairComparer.Judge(record.Features, other.Features, disbelieved)))
        .OrderBy(pair => pair.Judgement.Outcome)
        .ThenByDescending(pair => pair.Judgement.Weight)
        .Select(pair => pair.Other)
        .FirstOrDefault();

    private async Task<List<PairExplanation>> ListNearAsync(ClusterId cluster, CancellationToken cancellation)
    {
        var near = new List<PairExplanation>();
        foreach (var task in await reviews.FindTasksAsync(cluster, MostNear, cancellation))
        {
            var (own, other) = task.Left == cluster ? (task.LeftRecord, task.RightRecord) : (task.RightRecord, task.LeftRecord);
            if (await pairs.ExplainAsync(own, other, cancellation) is PairExplaining.Explained { Pair: var pair })
            {
                near.Add(pair);
            }
        }

        return near;
    }
}
