using System.Text;

namespace UnionCatalog.Records.Bytes;

/// <summary>Reads what <see cref="ByteWriting"/> wrote from where it is, with nothing made but the values.</summary>
/// <param name="bytes">The bytes.</param>
internal ref struct ByteReading(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>Reads one value.</summary>
    public delegate T Of<out T>(ref ByteReading reading);

    public byte Byte()
    {
        var value = _left[0];
        _left = _left[1..];
        return value;
    }

    public bool Flag() => Byte() != 0;

    /// <summary>A number in groups of seven bits, the lowest first.</summary>
    public int Number()
    {
        var (value, shift) = (0, 0);
        while (true)
        {
            var next = Byte();
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }

    /// <summary>A number or none.</summary>
    public int? OptionalNumber() => Number() is var number && number == 0 ? null : number - 1;

    public string Text() => Text(Number());

    /// <summary>A text or none.</summary>
    public string? OptionalText() => Number() is var length && length == 0 ? null : Text(length - 1);

    public string[] Texts() => List(static (ref reading) => reading.Text());

    public int[] Numbers() => List(static (ref reading) => reading.Number());

    public T[] List<T>(Of<T> value)
    {
        var count = Number();
        var list = count == 0 ? [] : new T[count];
        for (var at = 0; at < count; at++)
        {
            list[at] = value(ref this);
        }

        return list;
    }

    private string Text(int length)
    {
        var text = Encoding.UTF8.GetString(_left[..length]);
        _left = _left[length..];
        return text;
    }
}
