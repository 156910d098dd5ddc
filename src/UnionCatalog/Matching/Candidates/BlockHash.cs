using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace UnionCatalog.Matching.Candidates;

/// <summary>Hashes what a block is named by. Two blocks with one hash only cost comparisons: no pair is believed for sharing a block.</summary>
internal static class BlockHash
{
    public static long Of(BlockFamily family, ReadOnlySpan<char> text) =>
        (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text), (int)family + 1);

    public static long Within(long block, int attribute, ReadOnlySpan<char> text) =>
        (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text), block ^ attribute);
}
