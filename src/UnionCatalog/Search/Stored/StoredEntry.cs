using System.Buffers.Binary;
using UnionCatalog.Records;
using UnionCatalog.Records.Bytes;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Search.Stored;

/// <summary>
/// What the index keeps of an edition: the work that it is of, then its entry, and last where each part of it came from. Whoever only
/// compares works reads the first, and whoever lists editions all but the last, which is as long as the rest.
/// </summary>
/// <remarks>
/// An entry is read some twenty times for every page of results, so it is kept in bytes that are quickly read. They do not tell what they
/// are: where what is written changes, <see cref="Version"/> must, so that an index of before is built again.
/// </remarks>
internal static class StoredEntry
{
    /// <summary>Names what is written. It is part of the index's schema.</summary>
    public const string Version = "edition 1";

    /// <summary>Before the work stands how long it is.</summary>
    private const int LengthSize = sizeof(int);

    /// <summary>The bytes that are kept.</summary>
    public static byte[] Write(CatalogEntry entry, Work work)
    {
        var first = ByteWriting.Write(writer => StoredWork.Write(writer, work));
        return ByteWriting.Write(writer =>
        {
            writer.Write(first.Length);
            writer.Write(first);
            writer.Write(entry.Id);
            StoredDescription.Write(writer, entry.Description);
            writer.WriteOptional(entry.Added?.DayNumber);
            writer.WriteList(entry.Libraries, StoredHoldings.Write);
            StoredSources.Write(writer, entry.Sources);
        });
    }

    /// <summary>The entry.</summary>
    /// <param name="stored">The bytes that are kept.</param>
    /// <param name="template">A library's template for the addresses of its records; null: it has none.</param>
    public static CatalogEntry Read(ReadOnlySpan<byte> stored, Func<SourceId, string?> template) => Read(stored, template, withSources: true);

    /// <summary>The entry without <see cref="CatalogEntry.Sources"/>: what lists of editions show.</summary>
    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, Func{SourceId, string?})"/>
    public static CatalogEntry ReadListed(ReadOnlySpan<byte> stored, Func<SourceId, string?> template) => Read(stored, template, withSources: false);

    /// <summary>The edition's public name and its title.</summary>
    public static (string Id, Title Title) ReadTitle(ReadOnlySpan<byte> stored)
    {
        var reading = EntryOf(stored);
        return (reading.Text(), StoredDescription.ReadTitle(ref reading));
    }

    /// <summary>The work.</summary>
    public static Work ReadWork(ReadOnlySpan<byte> stored)
    {
        var reading = new ByteReading(stored[LengthSize..]);
        return StoredWork.Read(ref reading);
    }

    private static CatalogEntry Read(ReadOnlySpan<byte> stored, Func<SourceId, string?> template, bool withSources)
    {
        var reading = EntryOf(stored);
        return new CatalogEntry
        {
            Id = reading.Text(),
            Description = StoredDescription.Read(ref reading),
            Added = reading.OptionalNumber() is { } day ? DateOnly.FromDayNumber(day) : null,
            Libraries = StoredHoldings.ReadAll(ref reading, template),
            Sources = withSources ? StoredSources.Read(ref reading) : null,
        };
    }

    private static ByteReading EntryOf(ReadOnlySpan<byte> stored) => new(stored[(LengthSize + BinaryPrimitives.ReadInt32LittleEndian(stored))..]);
}
