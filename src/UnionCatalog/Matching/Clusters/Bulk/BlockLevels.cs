namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>The sorted rows of each level of splitting, numbered through; a block is of one level only.</summary>
internal sealed class BlockLevels
{
    private readonly List<BlockRows> _levels;
    private readonly int[] _offsets;

    /// <summary>Those of these levels.</summary>
    public BlockLevels(List<BlockRows> levels)
    {
        _levels = levels;
        _offsets = new int[levels.Count];
        for (var level = 1; level < levels.Count; level++)
        {
            _offsets[level] = _offsets[level - 1] + levels[level - 1].Count;
        }
    }

    /// <summary>All rows, by block and profile.</summary>
    public IEnumerable<(long Block, int Profile)> All
    {
        get
        {
            var next = new int[_levels.Count];
            while (FindLowest(next) is var level and >= 0)
            {
                var block = _levels[level].BlockAt(next[level]);
                for (var end = next[level] + _levels[level].LengthFrom(next[level]); next[level] < end; next[level]++)
                {
                    yield return (block, _levels[level].Profiles[next[level]]);
                }
            }
        }
    }

    /// <summary>The first rows of the blocks that have from so many to so many.</summary>
    public int[] ListStarts(int least, int most)
    {
        var starts = new List<int>();
        for (var level = 0; level < _levels.Count; level++)
        {
            var offset = _offsets[level];
            starts.AddRange(_levels[level].Runs().Where(run => run.Length >= least && run.Length <= most).Select(run => offset + run.Start));
        }

        return [.. starts];
    }

    /// <summary>The profiles of the block that begins at a row.</summary>
    public ReadOnlySpan<int> ProfilesFrom(int row)
    {
        var level = _levels.Count - 1;
        while (_offsets[level] > row)
        {
            level--;
        }

        return ProfilesFrom(_levels[level], row - _offsets[level]);
    }

    /// <summary>The profiles of a block.</summary>
    public ReadOnlySpan<int> ProfilesOf(long block)
    {
        foreach (var level in _levels)
        {
            if (level.IndexOf(block) is var start and >= 0)
            {
                return ProfilesFrom(level, start);
            }
        }

        return [];
    }

    private static ReadOnlySpan<int> ProfilesFrom(BlockRows level, int start) => level.Profiles.Slice(start, level.LengthFrom(start));

    // The level whose next block comes first; -1 at the end.
    private int FindLowest(int[] next)
    {
        var lowest = -1;
        for (var level = 0; level < _levels.Count; level++)
        {
            if (next[level] < _levels[level].Count && (lowest < 0 || _levels[level].BlockAt(next[level]) < _levels[lowest].BlockAt(next[lowest])))
            {
                lowest = level;
            }
        }

        return lowest;
    }
}
