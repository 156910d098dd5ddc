using System.Runtime.InteropServices;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// A Bloom filter of about ten bits a key, in blocks of 64 bytes so that a question reads memory in one place: about one
/// key in a hundred that is not there gets past it.
/// </summary>
internal static class KeyFilter
{
    /// <summary>Bytes a block.</summary>
    public const int BlockSize = 64;

    private const int BitsPerKey = 10;
    private const int Probes = 6;

    public static long BlocksFor(int keys) => keys == 0 ? 0 : (((long)keys * BitsPerKey) + (BlockSize * 8) - 1) / (BlockSize * 8);

    public static long BlockOf(ulong hash, long blocks) => (long)Math.BigMul(hash, (ulong)blocks, out _);

    public static void Add(Span<byte> block, ulong hash)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(block);
        var bits = Spread(hash);
        for (var probe = 0; probe < Probes; probe++, bits >>= 9)
        {
            words[(int)(bits >> 6) & 7] |= 1UL << ((int)bits & 63);
        }
    }

    public static bool MayHave(ReadOnlySpan<byte> block, ulong hash)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(block);
        var bits = Spread(hash);
        for (var probe = 0; probe < Probes; probe++, bits >>= 9)
        {
            if ((words[(int)(bits >> 6) & 7] >> ((int)bits & 63) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Nine bits a probe that do not depend on the upper bits, by which the block is chosen.</summary>
    private static ulong Spread(ulong hash) => (hash * 0x9E37_79B9_7F4A_7C15) ^ (hash >> 29);
}
