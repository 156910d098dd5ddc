using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Matching;

/// <summary>Pulls the change log of records into clusters of the same edition.</summary>
public sealed class ClusterBuilder
{
    /// <summary>Draws from and into this store; where each source keeps its items comes from the directory.</summary>
    public ClusterBuilder(IClusterStore store, MemberDirectory members) => throw new NotImplementedException();

    /// <summary>Pulls everything that is new, in transactions of bounded size. Idempotent.</summary>
    /// <returns>How many records were placed or removed.</returns>
    public Task<long> CatchUpAsync(IProgress<long>? progress, CancellationToken cancellation) => throw new NotImplementedException();
}
