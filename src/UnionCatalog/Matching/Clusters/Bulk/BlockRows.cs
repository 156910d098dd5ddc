namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Rows of a block and a profile, sorted in place.</summary>
internal sealed class BlockRows
{
    private long[] _blocks = [];
    private int[] _profiles = [];
    private bool _isSorted = true;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The profile of each.</summary>
    public ReadOnlySpan<int> Profiles => _profiles.AsSpan(0, Count);

    /// <summary>All rows, in their order.</summary>
    public IEnumerable<(long Block, int Profile)> All => Enumerable.Range(0, Count).Select(row => (_blocks[row], _profiles[row]));

    /// <summary>Adds one.</summary>
    public void Add(long block, int profile)
    {
        if (Count == _blocks.Length)
        {
            var size = Math.Max(1_024, Count + (Count / 2));
            Array.Resize(ref _blocks, size);
            Array.Resize(ref _profiles, size);
        }

        (_blocks[Count], _profiles[Count]) = (block, profile);
        Count++;
        _isSorted = false;
    }

    /// <summary>Adds those of another.</summary>
    public void AddAll(BlockRows other)
    {
        for (var row = 0; row < other.Count; row++)
        {
            Add(other._blocks[row], other._profiles[row]);
        }
    }

    /// <summary>Sorts by block and profile.</summary>
    public void Sort()
    {
        if (_isSorted)
        {
            return;
        }

        Array.Sort(_blocks, _profiles, 0, Count);
        foreach (var (start, length) in Runs())
        {
            if (length > 1)
            {
                Array.Sort(_profiles, start, length);
            }
        }

        _isSorted = true;
    }

    /// <summary>The block of a row.</summary>
    public long BlockAt(int row) => _blocks[row];

    /// <summary>The first row of a block.</summary>
    public int IndexOf(long block)
    {
        var row = Array.BinarySearch(_blocks, 0, Count, block);
        while (row > 0 && _blocks[row - 1] == block)
        {
            row--;
        }

        return row;
    }

    /// <summary>How many rows there are of the block that begins at one.</summary>
    public int LengthFrom(int start)
    {
        var end = start + 1;
        while (end < Count && _blocks[end] == _blocks[start])
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The blocks, each by its first row and its number of rows.</summary>
    public IEnumerable<(int Start, int Length)> Runs()
    {
        for (var start = 0; start < Count;)
        {
            var length = LengthFrom(start);
            yield return (start, length);
            start += length;
        }
    }
}
