using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>One transaction of clustering: read changes, compare, place, and commit with the cursor.</summary>
/// <remarks>
/// Over after its commit. What is compared is a profile: what a record says, shared by all that say the same. Records,
/// profiles, blocks and clusters go by numbers.
/// </remarks>
public interface IClusteringWork : IClusterAddresses, IProfileBlocks, IAsyncDisposable
{
    /// <summary>Changes of records after the cursor, oldest first, each record at most once a call, with its present state. The next call goes on.</summary>
    Task<IReadOnlyList<RecordChange>> ReadChangesAsync(int limit);

    /// <summary>Where a record is; null when it is nowhere.</summary>
    Task<Placement?> FindPlacementAsync(long record);

    /// <summary>The records of a profile, the first stored first.</summary>
    Task<IReadOnlyList<Placement>> ListOfProfileAsync(long profile, int limit = int.MaxValue);

    /// <summary>The records of a cluster, the first stored first.</summary>
    Task<IReadOnlyList<Placement>> ListOfClusterAsync(long cluster);

    /// <summary>How many holdings the records of a cluster tell of.</summary>
    Task<long> CountHoldingsAsync(long cluster);

    /// <summary>Puts a record where it is now. Appends nothing to the log.</summary>
    Task PlaceAsync(Placement placement);

    /// <summary>Takes a record out. Appends nothing to the log.</summary>
    Task RemoveAsync(long record);

    /// <summary>The overrides that name a record.</summary>
    Task<IReadOnlyList<StoredOverride>> FindOverridesAsync(long record);

    /// <summary>Puts these in the place of all reviews that a cluster is in.</summary>
    Task ReplaceReviewsAsync(long cluster, IReadOnlyCollection<StoredReview> reviews);

    /// <summary>Stores everything together with the cursor after the changes read.</summary>
    Task CommitAsync();
}

/// <summary>The profiles within a transaction, the blocks that they are in and the pairs that they make.</summary>
public interface IProfileBlocks
{
    /// <summary>The number of the profile with this hash; null when there is none.</summary>
    Task<long?> FindProfileAsync(UInt128 hash);

    /// <summary>A profile; null when there is none.</summary>
    Task<StoredProfile?> GetProfileAsync(long profile);

    /// <summary>Adds a profile, whose number is not looked at.</summary>
    /// <returns>Its number.</returns>
    Task<long> AddProfileAsync(StoredProfile profile);

    /// <summary>Removes a profile.</summary>
    Task RemoveProfileAsync(long profile);

    /// <summary>Notes whether a profile is too poor to be compared.</summary>
    Task SetPoorAsync(long profile, bool isPoor);

    /// <summary>The first profiles of a block, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<long>> ListBlockAsync(long block, int limit);

    /// <summary>All profiles of a block in the order of their hashes.</summary>
    Task<IReadOnlyList<(UInt128 Hash, long Profile)>> ListByHashAsync(long block);

    /// <summary>How many different titles the profiles of a block have, counted to <paramref name="limit"/>.</summary>
    Task<int> CountTitlesAsync(long block, int limit);

    /// <summary>Puts a profile into a block.</summary>
    Task EnterBlockAsync(long block, long profile);

    /// <summary>Takes a profile out of a block.</summary>
    Task LeaveBlockAsync(long block, long profile);

    /// <summary>Takes all profiles out of a block.</summary>
    Task ClearBlockAsync(long block);

    /// <summary>Reports a block as too crowded to be compared; null for the family takes the report back.</summary>
    Task ReportCrowdAsync(long block, byte? family);

    /// <summary>The identifiers that are not believed.</summary>
    Task<IReadOnlyList<StoredSuspicion>> ListSuspicionsAsync();

    /// <summary>Notes that an identifier is not believed.</summary>
    Task AddSuspicionAsync(StoredSuspicion suspicion);

    /// <summary>Notes that the identifier of a block is believed again.</summary>
    Task RemoveSuspicionAsync(long block);

    /// <summary>The pairs of a profile, each with it as the first.</summary>
    Task<IReadOnlyList<StoredPair>> ListPairsAsync(long profile);

    /// <summary>Stores a pair, both ways, in the place of what was stored of the two.</summary>
    Task SetPairAsync(StoredPair pair);

    /// <summary>Removes a pair, both ways.</summary>
    Task RemovePairAsync(long profile, long partner);
}
