using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>The addresses of clusters within a transaction: each is given once and for good.</summary>
public interface IClusterAddresses
{
    /// <summary>An address; null when it was never given.</summary>
    Task<ClusterAddress?> FindAddressAsync(ClusterId id);

    /// <summary>The addresses that redirect to a cluster, the oldest first.</summary>
    Task<IReadOnlyList<ClusterAddress>> ListRedirectsAsync(long cluster);

    /// <summary>Whether a cluster has no record.</summary>
    Task<bool> IsEmptyAsync(long cluster);

    /// <summary>Gives a new address.</summary>
    /// <param name="id">The address.</param>
    /// <param name="record">The record that it is named after.</param>
    /// <returns>Its number: the order in which they were given.</returns>
    Task<long> AddAddressAsync(ClusterId id, long record);

    /// <summary>Redirects an address, and all that redirected to it; or revives it.</summary>
    /// <param name="cluster">The address.</param>
    /// <param name="target">One that does not redirect; null to have it stand for itself again.</param>
    Task RedirectAsync(long cluster, long? target);

    /// <summary>Appends a cluster to the change log of the clusters.</summary>
    Task TouchAsync(long cluster);

    /// <summary>The key of a record.</summary>
    Task<RecordKey> GetKeyAsync(long record);
}

/// <summary>An address that was given.</summary>
/// <param name="Number">The order in which they were given.</param>
/// <param name="Id">The address.</param>
/// <param name="Record">The record that it was named after.</param>
/// <param name="Target">Where it redirects to; null when it stands for itself.</param>
public sealed record ClusterAddress(long Number, ClusterId Id, long Record, long? Target);
