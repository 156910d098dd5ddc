using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>A cluster that was drawn anew.</summary>
internal sealed class DrawnGroup(IReadOnlyList<Neighbour> profiles, List<Placement> records)
{
    /// <summary>What is compared of it; none for a record that says too little.</summary>
    public IReadOnlyList<Neighbour> Profiles => profiles;

    /// <summary>Its records, the first stored first, each with the cluster that it was in.</summary>
    public List<Placement> Records => records;

    /// <summary>The number of its address.</summary>
    public long Cluster { get; set; }
}
