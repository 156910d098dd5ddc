using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>The bytes stored with the documents of a draft, in pieces that are never moved.</summary>
internal sealed class StoredDraft
{
    private const int LargestPiece = 1 << 20;

    private readonly List<byte[]> _pieces = [];
    private readonly List<(int Piece, int Start, int Length)> _places = [];
    private int _end;

    /// <summary>Bytes in use.</summary>
    public long Memory { get; private set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_pieces.Count == 0 || _pieces[^1].Length - _end < bytes.Length)
        {
            var size = _pieces.Count == 0 ? 1 << 12 : Math.Min(_pieces[^1].Length * 4, LargestPiece);
            _pieces.Add(new byte[Math.Max(size, bytes.Length)]);
            Memory += _pieces[^1].Length;
            _end = 0;
        }

        bytes.CopyTo(_pieces[^1].AsSpan(_end));
        _places.Add((_pieces.Count - 1, _end, bytes.Length));
        _end += bytes.Length;
        Memory += 12;
    }

    public void Write(ReadOnlySpan<int> order, SegmentWriter writer)
    {
        var total = 0L;
        foreach (var arrival in order)
        {
            total += _places[arrival].Length;
        }

        var stored = new StoredWriter(writer, total);
        foreach (var arrival in total > 0 ? order : [])
        {
            var (piece, start, length) = _places[arrival];
            stored.Add(_pieces[piece].AsSpan(start, length));
        }

        stored.End();
    }

    public void Clear()
    {
        _pieces.Clear();
        _places.Clear();
        (_end, Memory) = (0, 0);
    }
}
