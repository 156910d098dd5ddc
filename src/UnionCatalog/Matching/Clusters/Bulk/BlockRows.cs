namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Rows of a block and a profile, first gathered and then sorted.</summary>
/// <remarks>
/// They are gathered in pieces, because an array that grows is there twice while it does, and half of it stays empty.
/// </remarks>
internal sealed class BlockRows
{
    private const int PieceSize = 1 << 12;

    private readonly List<(long[] Blocks, int[] Profiles)> _pieces = [];
    private int _filled = PieceSize;
    private long[] _blocks = [];
    private int[] _profiles = [];

    /// <summary>How many there are.</summary>
    public int Count => _pieces.Count == 0 ? _profiles.Length : ((_pieces.Count - 1) * PieceSize) + _filled;

    /// <summary>The profile of each, once they are sorted.</summary>
    public ReadOnlySpan<int> Profiles => _profiles;

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

    /// <summary>Sorts by block and profile.</summary>
    public void Sort()
    {
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

    /// <summary>The first row of a block; negative when it has none.</summary>
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
        (_blocks, _profiles) = (new long[Count], new int[Count]);
        for (var piece = 0; piece < _pieces.Count; piece++)
        {
            var length = piece == _pieces.Count - 1 ? _filled : PieceSize;
            Array.Copy(_pieces[piece].Blocks, 0, _blocks, piece * PieceSize, length);
            Array.Copy(_pieces[piece].Profiles, 0, _profiles, piece * PieceSize, length);
        }

        _pieces.Clear();
        _filled = PieceSize;
    }
}
