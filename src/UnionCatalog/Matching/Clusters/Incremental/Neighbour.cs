using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>A profile that is drawn anew, with all that it is connected by.</summary>
internal sealed class Neighbour(Profile profile)
{
    /// <summary>The profile.</summary>
    public Profile Profile => profile;

    /// <summary>Its records, each with the cluster that it was in.</summary>
    public List<Placement> Records { get; } = [];

    /// <summary>Its pairs.</summary>
    public List<StoredPair> Pairs { get; } = [];

    /// <summary>What persons decided of it and others.</summary>
    public List<(long Profile, OverrideKind Kind)> Decisions { get; } = [];

    /// <summary>The cluster that it is known to have been in without being vetoed there; 0 for none.</summary>
    public long Known { get; set; }
}
