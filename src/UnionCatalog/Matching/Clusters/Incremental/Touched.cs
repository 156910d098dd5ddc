namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>What a batch of changes touches.</summary>
internal sealed class Touched
{
    /// <summary>The records that changed and are there, whether or not they are compared by something else now.</summary>
    public HashSet<long> Contents { get; } = [];

    /// <summary>The records that are compared by something else than before, or are no more, or that a person decided about.</summary>
    public HashSet<long> Moved { get; } = [];

    /// <summary>The clusters that these were in.</summary>
    public HashSet<long> Clusters { get; } = [];

    /// <summary>Those of them that were shaped by what persons decided: what was together there proves nothing.</summary>
    public HashSet<long> Decided { get; } = [];

    /// <summary>The profiles that are new.</summary>
    public HashSet<long> NewProfiles { get; } = [];
}
