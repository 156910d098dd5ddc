using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>A record as a library sends it, and what it truly is of.</summary>
/// <param name="Key">The record.</param>
/// <param name="Format">The format of <paramref name="Metadata"/>.</param>
/// <param name="Metadata">Its bytes.</param>
/// <param name="Edition">The edition that it describes: records of one edition belong in one cluster, others do not.</param>
/// <param name="Holdings">How its library's records are read.</param>
internal sealed record GeneratedRecord(RecordKey Key, MetadataFormat Format, ReadOnlyMemory<byte> Metadata, int Edition, HoldingsMapping Holdings)
{
    /// <summary>The record read.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read, which is a fault of the generator.</exception>
    public BibRecord Read() => RecordReader.Read(Format, Metadata, Holdings) is RecordReading.Readable readable
        ? readable.Record
        : throw new InvalidOperationException($"{Key} cannot be read.");
}
