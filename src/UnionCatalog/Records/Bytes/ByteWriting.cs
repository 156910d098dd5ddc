using System.Text;

namespace UnionCatalog.Records.Bytes;

/// <summary>Writes what <see cref="ByteReading"/> reads: short, and read quickly. Nothing tells one value from another but their order.</summary>
internal static class ByteWriting
{
    /// <summary>The bytes of what is written.</summary>
    public static byte[] Write(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        write(writer);
        return bytes.ToArray();
    }

    /// <summary>Writes a number of 0 or more, or none.</summary>
    public static void WriteOptional(this BinaryWriter writer, int? number) => writer.Write7BitEncodedInt(number is { } some ? checked(some + 1) : 0);

    /// <summary>Writes a text or none.</summary>
    public static void WriteOptional(this BinaryWriter writer, string? text)
    {
        writer.Write7BitEncodedInt(text is null ? 0 : Encoding.UTF8.GetByteCount(text) + 1);
        if (text is not null)
        {
            writer.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    public static void WriteList(this BinaryWriter writer, IEnumerable<string> texts) => writer.WriteList(texts, static (writer, text) => writer.Write(text));

    public static void WriteList<T>(this BinaryWriter writer, IEnumerable<T> values, Action<BinaryWriter, T> write)
    {
        var list = values as IReadOnlyCollection<T> ?? [.. values];
        writer.Write7BitEncodedInt(list.Count);
        foreach (var value in list)
        {
            write(writer, value);
        }
    }
}
