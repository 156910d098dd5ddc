using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>A record as a member last told it: live, or deleted.</summary>
/// <param name="Key">The record.</param>
/// <param name="Datestamp">The member's own date of the last change; null when it gave none that could be read.</param>
public abstract record HarvestedRecord(RecordKey Key, DateTimeOffset? Datestamp)
{
    /// <summary>A record that the member has.</summary>
    /// <param name="Key">The record.</param>
    /// <param name="Datestamp">The member's date of the last change.</param>
    /// <param name="Format">The format of <paramref name="Metadata"/>.</param>
    /// <param name="Metadata">The record's bytes, uncompressed.</param>
    public sealed record Live(RecordKey Key, DateTimeOffset? Datestamp, MetadataFormat Format, ReadOnlyMemory<byte> Metadata)
        : HarvestedRecord(Key, Datestamp);

    /// <summary>A record that the member says it has no more.</summary>
    /// <param name="Key">The record.</param>
    /// <param name="Datestamp">The member's date of the deletion.</param>
    public sealed record Deleted(RecordKey Key, DateTimeOffset? Datestamp) : HarvestedRecord(Key, Datestamp);
}

/// <summary>A record that could not be read. Kept with its bytes, so that nothing harvested is lost.</summary>
/// <param name="Source">The member.</param>
/// <param name="Identifier">The record's identifier; null when it could not be read.</param>
/// <param name="Reason">What is wrong, in words a librarian understands.</param>
/// <param name="Bytes">The record as it came.</param>
public sealed record SetAsideRecord(SourceId Source, string? Identifier, string Reason, ReadOnlyMemory<byte> Bytes);

/// <summary>How a record stands.</summary>
/// <param name="IsLive">Whether the member has it.</param>
/// <param name="Datestamp">The member's own date of the last change; null when it gave none that could be read.</param>
/// <param name="Changed">When it was last changed or deleted here, by this machine's clock; null when it never was there.</param>
public sealed record RecordStanding(bool IsLive, DateTimeOffset? Datestamp, DateTimeOffset? Changed);
