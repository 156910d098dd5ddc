namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>The pairs of neighbours within what is crowded and cannot be split.</summary>
/// <remarks>There are many millions, when there is most of everything else; so they are listed part by part.</remarks>
internal sealed class RestPairs
{
    private const int Parts = 8;

    private readonly int _profiles;
    private readonly int _reach;
    private readonly List<int[]> _rests = [];
    private long[] _pairs = new long[1 << 12];
    private int _count;

    /// <param name="profiles">The profiles.</param>
    /// <param name="blocks">Their blocks, built.</param>
    /// <param name="reach">How far apart neighbours may stand in the order of hashes.</param>
    public RestPairs(ProfileTable profiles, BlockTable blocks, int reach)
    {
        (_profiles, _reach) = (profiles.Count, reach);
        foreach (var (block, _) in blocks.Crowds)
        {
            var members = blocks.ProfilesOfBlock(block).ToArray();
            Array.Sort(Array.ConvertAll(members, profiles.HashOf), members);
            _rests.Add(members);
        }
    }

    /// <summary>
    /// Lists them in parts, each pair once in all of them, the lower number in the upper half. A part is there until the next is asked
    /// for: all are listed in one room, because what large arrays leave behind stays long.
    /// </summary>
    public IEnumerable<ReadOnlyMemory<long>> List()
    {
        var size = (_profiles / Parts) + 1;
        return Enumerable.Range(0, Parts).Select(part => List(part * size, (part + 1) * size));
    }

    // Those whose lower number is in a range.
    private ReadOnlyMemory<long> List(int first, int end)
    {
        _count = 0;
        foreach (var members in _rests)
        {
            for (var i = 0; i < members.Length; i++)
            {
                for (var j = i + 1; j < members.Length && j <= i + _reach; j++)
                {
                    var (lower, upper) = (Math.Min(members[i], members[j]), Math.Max(members[i], members[j]));
                    if (lower >= first && lower < end)
                    {
                        Add(((long)lower << 32) | (uint)upper);
                    }
                }
            }
        }

        _pairs.AsSpan(0, _count).Sort();
        return _pairs.AsMemory(0, Once());
    }

    private void Add(long pair)
    {
        if (_count == _pairs.Length)
        {
            Array.Resize(ref _pairs, _count * 2);
        }

        _pairs[_count++] = pair;
    }

    // Leaves out what is there twice.
    private int Once()
    {
        var once = 0;
        foreach (var pair in _pairs.AsSpan(0, _count))
        {
            if (once == 0 || _pairs[once - 1] != pair)
            {
                _pairs[once++] = pair;
            }
        }

        return once;
    }
}
