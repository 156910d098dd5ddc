using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UnionCatalog.FullText.Columns;

/// <summary>Small numbers of one width, as they lie in the file.</summary>
/// <param name="width">Bytes a number: 1, 2, 4, or 0 when all are zero and none is there; of number columns also 8, which has no indexer.</param>
/// <param name="bytes">The numbers.</param>
internal readonly ref struct Codes(int width, ReadOnlySpan<byte> bytes)
{
    public int Width { get; } = width;

    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public uint this[int at]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Width switch
        {
            1 => Bytes[at],
            2 => MemoryMarshal.Cast<byte, ushort>(Bytes)[at],
            4 => MemoryMarshal.Cast<byte, uint>(Bytes)[at],
            _ => 0,
        };
    }
}
