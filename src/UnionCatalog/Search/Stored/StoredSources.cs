using UnionCatalog.Records.Bytes;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Search.Stored;

/// <summary>Where each part of a description came from, in bytes; of one record only there is nothing to tell.</summary>
internal static class StoredSources
{
    public static void Write(BinaryWriter writer, IReadOnlyDictionary<CardField, IReadOnlyList<IReadOnlyList<int>>>? sources)
    {
        writer.WriteOptional(sources?.Count);
        foreach (var (field, values) in sources ?? new Dictionary<CardField, IReadOnlyList<IReadOnlyList<int>>>())
        {
            writer.Write((byte)field);
            writer.WriteList(values, static (writer, places) => writer.WriteList(places, static (writer, place) => writer.Write7BitEncodedInt(place)));
        }
    }

    public static Dictionary<CardField, IReadOnlyList<IReadOnlyList<int>>>? Read(ref ByteReading reading)
    {
        if (reading.OptionalNumber() is not { } count)
        {
            return null;
        }

        var sources = new Dictionary<CardField, IReadOnlyList<IReadOnlyList<int>>>(count);
        for (; count > 0; count--)
        {
            sources.Add((CardField)reading.Byte(), reading.List(static (ref values) => (IReadOnlyList<int>)values.Numbers()));
        }

        return sources;
    }
}
