using UnionCatalog.Matching.Candidates;

namespace UnionCatalog.Matching.Clusters;

/// <summary>The blocks that a crowded block is split into. What cannot be split further is a block of its own, the rest.</summary>
/// <remarks>
/// In a rest that is crowded itself each profile is compared with its neighbours in the order of hashes only.
/// Each finer block is reached from one block only, so that splitting makes a tree.
/// </remarks>
internal static class FinerBlocks
{
    private const byte Rest = byte.MaxValue;

    /// <summary>Whether a block is a rest.</summary>
    public static bool IsRest(BlockKey block) => block.Split == Rest;

    /// <summary>Those of one profile within a crowded block; none within the rest, which stays crowded.</summary>
    public static IReadOnlyList<BlockKey> Of(BlockKey crowded, MatchFeatures features)
    {
        var (hash, family, used) = crowded;
        if (used == Rest)
        {
            return [];
        }

        return BlockingKeys.Split(crowded, features) is { Count: > 0 } finer ? finer : [new(RestOf(hash), family, Rest)];
    }

    // One to one, so that no two rests are one.
    private static long RestOf(long hash) => unchecked((hash * (long)0x9E3779B97F4A7C15) + 0x1D8E4E27C47D124F);
}
