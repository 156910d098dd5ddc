using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>Why the records of a cluster are together.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Total">How many records it has.</param>
/// <param name="Members">The first of them, as they were stored.</param>
/// <param name="Missing">Those among these that cannot be read.</param>
/// <param name="Near">Its records beside those of other clusters that were nearly put with them; the own record is on the left.</param>
internal sealed record ClusterExplanation(
    ClusterId Cluster, int Total, IReadOnlyList<ExplainedMember> Members, IReadOnlyList<MissingRecord> Missing, IReadOnlyList<PairExplanation> Near);

/// <summary>A record of a cluster.</summary>
/// <param name="Record">The record.</param>
/// <param name="Strongest">It, on the left, beside the one of the cluster that it fits best; null when there is no other.</param>
/// <param name="Decisions">What people decided of it, the newest first.</param>
internal sealed record ExplainedMember(ExplainedRecord Record, PairExplanation? Strongest, IReadOnlyList<MatchOverride> Decisions);
