using System.Runtime.InteropServices;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>The pairs of neighbours within what is crowded and cannot be split.</summary>
internal static class RestPairs
{
    /// <summary>Lists them, each once, the lower number in the upper half.</summary>
    /// <param name="profiles">The profiles.</param>
    /// <param name="blocks">Their blocks, built.</param>
    /// <param name="reach">How far apart neighbours may stand in the order of hashes.</param>
    public static long[] List(ProfileTable profiles, BlockTable blocks, int reach)
    {
        var pairs = new List<long>();
        foreach (var (block, _) in blocks.Crowds)
        {
            var members = blocks.ProfilesOfBlock(block).ToArray();
            Array.Sort(Array.ConvertAll(members, profiles.HashOf), members);
            for (var i = 0; i < members.Length; i++)
            {
                for (var j = i + 1; j < members.Length && j <= i + reach; j++)
                {
                    pairs.Add(((long)Math.Min(members[i], members[j]) << 32) | (uint)Math.Max(members[i], members[j]));
                }
            }
        }

        pairs.Sort();
        return Once(CollectionsMarshal.AsSpan(pairs));
    }

    // In place: there are millions, and a set of them would take five times as much memory, when there is most of everything else.
    private static long[] Once(Span<long> sorted)
    {
        var count = 0;
        foreach (var pair in sorted)
        {
            if (count == 0 || sorted[count - 1] != pair)
            {
                sorted[count++] = pair;
            }
        }

        return sorted[..count].ToArray();
    }
}
