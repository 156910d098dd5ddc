using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>Reads a table of strings from the first to the last.</summary>
internal sealed class StringCursor(StringTable table)
{
    private byte[] _current = new byte[64];
    private int _length;
    private int _from;

    /// <summary>The place of the present string; -1 before the first.</summary>
    public int At { get; private set; } = -1;

    public ReadOnlySpan<byte> Current => _current.AsSpan(0, _length);

    public bool Next()
    {
        if (At + 1 >= table.Count)
        {
            return false;
        }

        At++;
        _from = At % StringTable.BlockSize == 0 ? 0 : _from;
        var block = table.Block(At / StringTable.BlockSize);
        var shared = _from == 0 ? 0 : (int)Varint.Read(block, ref _from);
        var rest = (int)Varint.Read(block, ref _from);
        _length = shared + rest;
        if (_length > _current.Length)
        {
            Array.Resize(ref _current, Math.Max(_length, _current.Length * 2));
        }

        block.Slice(_from, rest).CopyTo(_current.AsSpan(shared));
        _from += rest;
        return true;
    }
}
