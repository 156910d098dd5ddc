namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Rows of a block and a profile, sorted in place.</summary>
/// <remarks>
/// They are gathered in pieces, because an array that grows is there twice while it does, and half of it stays empty.
/// </remarks>
internal sealed class BlockRows
{
    private const int PieceSize = 1 << 16;

    private readonly List<(long[] Blocks, int[] Profiles)> _pieces = [];
    private int _filled = PieceSize;
    private long[] _blocks = [];
    private int[] _profiles = [];

    /// <summary>How many there are.</summary>
    public int Count => _profiles.Length + (_pieces.Count == 0 ? 0 : ((_pieces.Count - 1) * PieceSize) + _filled);

    /// <summary>The profile of each, once they are sorted.</summary>
    public ReadOnlySpan<int> Profiles => _profiles;

    /// <summary>All rows, in their order.</summary>
    public IEnumerable<(long Block, int Profile)> All => Enumerable.Range(0, _profiles.Length).Select(row => (_blocks[row], _profiles[row]));

    /// <summary>Adds one.</summary>
    public void Add(long block, int profile)
    {
        if (_filled == PieceSize)
        {
            _pieces.Add((new long[PieceSize], new int[PieceSize]));
            _filled = 0;
        }

        var (blocks, profiles) = _pieces[^1];
        (blocks[_filled], profiles[_filled]) = (block, profile);
        _filled++;
    }

    /// <summary>Adds those of another, which is sorted.</summary>
    public void AddAll(BlockRows other)
    {
        for (var row = 0; row < other._profiles.Length; row++)
        {
            Add(other._blocks[row], other._profiles[row]);
        }
    }

    /// <summary>Sorts by block and profile.</summary>
    public void Sort()
    {
        if (_pieces.Count == 0)
        {
            return;
        }

        Join();
        Array.Sort(_blocks, _profiles);
        foreach (var (start, length) in Runs())
        {
            if (length > 1)
            {
                Array.Sort(_profiles, start, length);
            }
        }
    }

    /// <summary>The block of a row.</summary>
    public long BlockAt(int row) => _blocks[row];

    /// <summary>The first row of a block.</summary>
    public int IndexOf(long block)
    {
        var row = Array.BinarySearch(_blocks, block);
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
        while (end < _blocks.Length && _blocks[end] == _blocks[start])
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The blocks, each by its first row and its number of rows.</summary>
    public IEnumerable<(int Start, int Length)> Runs()
    {
        for (var start = 0; start < _blocks.Length;)
        {
            var length = LengthFrom(start);
            yield return (start, length);
            start += length;
        }
    }

    private void Join()
    {
        var (blocks, profiles) = (new long[Count], new int[Count]);
        _blocks.CopyTo(blocks, 0);
        _profiles.CopyTo(profiles, 0);
        for (var (piece, start) = (0, _profiles.Length); piece < _pieces.Count; piece++)
        {
            var length = piece == _pieces.Count - 1 ? _filled : PieceSize;
            Array.Copy(_pieces[piece].Blocks, 0, blocks, start, length);
            Array.Copy(_pieces[piece].Profiles, 0, profiles, start, length);
            start += length;
        }

        (_blocks, _profiles, _filled) = (blocks, profiles, PieceSize);
        _pieces.Clear();
    }
}
