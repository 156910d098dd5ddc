using UnionCatalog.FullText;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Search;

/// <summary>Pulls the change log of clusters into the index.</summary>
public sealed class Indexer
{
    /// <summary>Draws from this store into this index; names, kinds and places of libraries come from the directory.</summary>
    public Indexer(IClusterStore clusters, MemberDirectory members, SearchIndex index) => throw new NotImplementedException();

    /// <summary>Pulls everything that is new, in commits of bounded size. Idempotent.</summary>
    /// <returns>How many clusters were put or deleted.</returns>
    public Task<long> CatchUpAsync(IProgress<long>? progress, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Empties the index and pulls everything again.</summary>
    public Task<long> RebuildAsync(IProgress<long>? progress, CancellationToken cancellation) => throw new NotImplementedException();
}
