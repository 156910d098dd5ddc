namespace UnionCatalog.FullText.Columns;

/// <summary>Whole numbers of seven bits a byte, least first.</summary>
internal static class Varint
{
    /// <summary>The most bytes one takes.</summary>
    public const int MaxSize = 5;

    /// <returns>How many bytes were written.</returns>
    public static int Write(Span<byte> to, uint value)
    {
        var at = 0;
        for (; value >= 0x80; value >>= 7)
        {
            to[at++] = (byte)(value | 0x80);
        }

        to[at] = (byte)value;
        return at + 1;
    }

    public static int Read(ReadOnlySpan<byte> from, ref int at)
    {
        int value = from[at++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; shift < 35; shift += 7)
        {
            var next = from[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                break;
            }
        }

        return value;
    }
}
