namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>Where a profile meets others.</summary>
/// <param name="Active">The active blocks that it is in.</param>
/// <param name="Neighbours">The profiles near to it in crowded rests.</param>
internal sealed record Meetings(HashSet<long> Active, HashSet<long> Neighbours);
