using System.Runtime.CompilerServices;

namespace UnionCatalog.FullText.Segments;

/// <summary>Numbers in seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
internal static class Varint
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int MaximumBytes = 5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ReadOnlySpan<byte> from, ref int at)
    {
        uint part = from[at++];
        return part < 0x80 ? part : ReadLong(from, ref at, part & 0x7F);
    }

    /// <returns>How many bytes it took.</returns>
    public static int Write(Span<byte> to, uint number)
    {
        var at = 0;
        for (; number >= 0x80; number >>= 7)
        {
            to[at++] = (byte)(number | 0x80);
        }

        to[at++] = (byte)number;
        return at;
    }

    private static uint ReadLong(ReadOnlySpan<byte> from, ref int at, uint number)
    {
        for (var shift = 7; shift < 35; shift += 7)
        {
            uint part = from[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                break;
            }
        }

        return number;
    }
}
