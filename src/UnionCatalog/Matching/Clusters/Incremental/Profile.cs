using UnionCatalog.Matching.Candidates;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>A stored profile, its features read.</summary>
internal sealed class Profile(long number, UInt128 hash, long? owner, bool isPoor, MatchFeatures features)
{
    /// <summary>Its number.</summary>
    public long Number => number;

    /// <summary>What names it.</summary>
    public UInt128 Hash => hash;

    /// <summary>The only record that it is of; null when others may share it.</summary>
    public long? Owner => owner;

    /// <summary>Whether it says too little to be compared.</summary>
    public bool IsPoor { get; set; } = isPoor;

    /// <summary>Whether its records stay alone: it is poor, and no person can have put it to another.</summary>
    public bool IsAlone => IsPoor && owner is null;

    /// <summary>What it says.</summary>
    public MatchFeatures Features => features;

    /// <summary>The blocks that it is in, unsplit.</summary>
    public IReadOnlyList<BlockKey> Roots => field ??= BlockingKeys.Of(features);
}
