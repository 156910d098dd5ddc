using System.Text;

namespace UnionCatalog.Matching;

/// <summary>Reads what a <see cref="BinaryWriter"/> wrote from where it is, with nothing made but the values: it is done some ten times for every record.</summary>
/// <param name="bytes">The bytes.</param>
internal ref struct ByteReading(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

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

    public string Text()
    {
        var length = Number();
        var text = Encoding.UTF8.GetString(_left[..length]);
        _left = _left[length..];
        return text;
    }

    public string[] Texts()
    {
        var count = Number();
        var texts = count == 0 ? [] : new string[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    public int[] Numbers()
    {
        var count = Number();
        var numbers = count == 0 ? [] : new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = Number();
        }

        return numbers;
    }
}
