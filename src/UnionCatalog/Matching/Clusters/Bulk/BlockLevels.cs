namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>The sorted rows of each level of splitting, numbered through; a block is of one level only.</summary>
internal sealed class BlockLevels
{
    // Those of the first part of every level, then those of the second, and so on.
    private readonly BlockRows[] _rows;
    private readonly int[] _offsets;
    private readonly int _levels;

    /// <summary>Those of these levels.</summary>
    public BlockLevels(List<BlockLevel> levels)
    {
        _levels = levels.Count;
        _rows = [.. Enumerable.Range(0, BlockLevel.Parts).SelectMany(part => levels.Select(level => level[part]))];
        _offsets = new int[_rows.Length];
        for (var i = 1; i < _rows.Length; i++)
        {
            _offsets[i] = _offsets[i - 1] + _rows[i - 1].Count;
        }
    }

    /// <summary>All rows, by block and profile.</summary>
    public IEnumerable<(long Block, int Profile)> All => Enumerable.Range(0, BlockLevel.Parts).SelectMany(part => Merge(OfPart(part).ToArray()));

    /// <summary>The first rows of the blocks that have from so many to so many.</summary>
    public int[] ListStarts(int least, int most)
    {
        var starts = new List<int>();
        for (var i = 0; i < _rows.Length; i++)
        {
            var offset = _offsets[i];
            starts.AddRange(_rows[i].Runs().Where(run => run.Length >= least && run.Length <= most).Select(run => offset + run.Start));
        }

        return [.. starts];
    }

    /// <summary>The profiles of the block that begins at a row.</summary>
    public ReadOnlySpan<int> ProfilesFrom(int row)
    {
        // Empty ones begin where the next does; the last that begins there has the row.
        var after = _offsets.AsSpan().BinarySearch(new FirstAfter(row));
        var i = ~after - 1;
        return ProfilesFrom(_rows[i], row - _offsets[i]);
    }

    /// <summary>The profiles of a block.</summary>
    public ReadOnlySpan<int> ProfilesOf(long block)
    {
        foreach (var rows in OfPart(BlockLevel.PartOf(block)))
        {
            if (rows.IndexOf(block) is var start and >= 0)
            {
                return ProfilesFrom(rows, start);
            }
        }

        return [];
    }

    private ReadOnlySpan<BlockRows> OfPart(int part) => _rows.AsSpan(part * _levels, _levels);

    private static ReadOnlySpan<int> ProfilesFrom(BlockRows rows, int start) => rows.Profiles.Slice(start, rows.LengthFrom(start));

    private static IEnumerable<(long Block, int Profile)> Merge(BlockRows[] levels)
    {
        var next = new int[levels.Length];
        while (FindLowest(levels, next) is var level and >= 0)
        {
            var block = levels[level].BlockAt(next[level]);
            for (var end = next[level] + levels[level].LengthFrom(next[level]); next[level] < end; next[level]++)
            {
                yield return (block, levels[level].Profiles[next[level]]);
            }
        }
    }

    // The level whose next block comes first; -1 at the end.
    private static int FindLowest(BlockRows[] levels, int[] next)
    {
        var lowest = -1;
        for (var level = 0; level < levels.Length; level++)
        {
            if (next[level] < levels[level].Count && (lowest < 0 || levels[level].BlockAt(next[level]) < levels[lowest].BlockAt(next[lowest])))
            {
                lowest = level;
            }
        }

        return lowest;
    }

    // Never equal, so that the search ends between what is not beyond the row and what is.
    private readonly record struct FirstAfter(int Row) : IComparable<int>
    {
        public int CompareTo(int other) => other <= Row ? 1 : -1;
    }
}
