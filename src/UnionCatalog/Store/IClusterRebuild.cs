using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>The live records as they were at one moment, and what else clusters are drawn from.</summary>
public interface IRecordSnapshot : IDisposable
{
    /// <summary>The last change of a record by then: where to go on from.</summary>
    long LastChange { get; }

    /// <summary>The last change that the present clusters know of; what came later is news to whoever reads those.</summary>
    long Known { get; }

    /// <summary>How many records there are, the deleted included.</summary>
    long Records { get; }

    /// <summary>The overrides.</summary>
    IReadOnlyList<StoredOverride> Overrides { get; }

    /// <summary>The next live records, the first stored first; none at the end.</summary>
    IReadOnlyList<PackedRecord> Read(int limit);
}

/// <summary>A live record, not yet decompressed, so that this can be done beside the reading.</summary>
/// <param name="Record">Its number.</param>
/// <param name="Change">The number of its last change.</param>
/// <param name="Key">Its key.</param>
/// <param name="Format">Its format.</param>
/// <param name="Unpack">Decompresses it. Safe with threads.</param>
public sealed record PackedRecord(long Record, long Change, RecordKey Key, MetadataFormat Format, Func<HarvestedRecord.Live> Unpack);

/// <summary>The transaction that puts all clusters in the place of those that are there.</summary>
/// <remarks>
/// Addresses stay. Each table is written at most once, its rows in the order of their keys; one that is not written is left
/// empty. Over after its commit.
/// </remarks>
public interface IClusterRebuild : IClusterAddresses, IAsyncDisposable
{
    /// <summary>Where the records are before the rebuild, the first stored first.</summary>
    IEnumerable<Placement> ListPlacements();

    /// <summary>Writes the profiles.</summary>
    void WriteProfiles(IEnumerable<StoredProfile> profiles);

    /// <summary>Writes the blocks, each row a block and a profile in it.</summary>
    void WriteBlocks(IEnumerable<(long Block, long Profile)> blocks);

    /// <summary>Writes the pairs, given both ways.</summary>
    void WritePairs(IEnumerable<StoredPair> pairs);

    /// <summary>Writes where the records are now.</summary>
    void WritePlacements(IEnumerable<Placement> placements);

    /// <summary>Writes the reviews, in any order.</summary>
    void WriteReviews(IEnumerable<StoredReview> reviews);

    /// <summary>Writes the crowded blocks and the identifiers that are not believed; those that were known keep the time since when.</summary>
    void WriteReports(IReadOnlyCollection<(long Block, byte Family)> crowds, IReadOnlyCollection<StoredSuspicion> suspicions);

    /// <summary>Stores everything with the cursor and the rules that it was drawn by.</summary>
    void Commit(long cursor, string rules);
}
