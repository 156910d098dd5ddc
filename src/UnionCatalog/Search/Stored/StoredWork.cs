using UnionCatalog.Matching.Features;
using UnionCatalog.Records.Bytes;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Search.Stored;

/// <summary>A work in bytes.</summary>
internal static class StoredWork
{
    public static void Write(BinaryWriter writer, Work work)
    {
        writer.WriteList(work.WithAuthor);
        writer.WriteList(work.Alone);
        writer.WriteList(work.Names, WriteName);
        writer.WriteList(work.Responsibility);
        writer.WriteOptional(work.Language);
        writer.WriteOptional(work.Year);
    }

    public static Work Read(ref ByteReading reading) => new()
    {
        WithAuthor = reading.Texts().ToHashSet(StringComparer.Ordinal),
        Alone = reading.Texts().ToHashSet(StringComparer.Ordinal),
        Names = reading.List(ReadName),
        Responsibility = reading.Texts().ToHashSet(StringComparer.Ordinal),
        Language = reading.OptionalText(),
        Year = reading.OptionalNumber(),
    };

    private static void WriteName(BinaryWriter writer, NameFeature name)
    {
        writer.WriteList(name.Words);
        writer.Write(name.IsPerson);
    }

    private static NameFeature ReadName(ref ByteReading reading) => new(reading.Texts(), reading.Flag());
}
