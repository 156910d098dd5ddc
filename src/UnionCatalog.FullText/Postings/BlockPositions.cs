using System.Numerics;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

/// <summary>
/// Where a term is in the documents of one block. In the fields of a catalogue nearly all positions are one byte, and then each
/// document's are found by adding up frequencies; else they are passed over one by one.
/// </summary>
internal sealed class BlockPositions
{
    private readonly int[] _starts = new int[BlockCodec.Size + 1];
    private Section _section = null!;
    private uint[] _frequencies = [];
    private byte[] _bytes = new byte[BlockCodec.Size];
    private int[] _positions = new int[16];
    private int _count;
    private bool _areBytes;
    private long _start;
    private long _end;

    /// <summary>The document up to which positions have been passed over, and where its own start.</summary>
    private int _next;
    private long _nextStart;

    /// <summary>What <see cref="Read"/> gave last.</summary>
    public ReadOnlySpan<int> Last => _positions.AsSpan(0, _count);

    /// <summary>Goes to a block.</summary>
    /// <param name="section">Has the positions.</param>
    /// <param name="start">Where those of the block start.</param>
    /// <param name="end">Where those of the term end.</param>
    /// <param name="frequencies">How often the term is in each of the block's documents.</param>
    /// <param name="areBytes">Whether the block is whole, and each of its positions is one byte.</param>
    public void Begin(Section section, long start, long end, uint[] frequencies, bool areBytes)
    {
        (_section, _frequencies, _areBytes, _end) = (section, frequencies, areBytes, end);
        (_next, _nextStart, _start) = (0, start, start);
        if (areBytes)
        {
            CopyBytes(start);
        }
    }

    /// <summary>The one position in a document of a block of bytes.</summary>
    /// <returns>False: there are several.</returns>
    public bool TryReadOnly(int at, out int position)
    {
        position = _bytes[_starts[at]];
        return _starts[at + 1] - _starts[at] == 1;
    }

    /// <summary>All positions in a document, ascending; valid until asked again. Quickest when documents are asked for in ascending order.</summary>
    public ReadOnlySpan<int> Read(int at)
    {
        _count = (int)_frequencies[at];
        if (_positions.Length < _count)
        {
            _positions = new int[BitOperations.RoundUpToPowerOf2((uint)_count)];
        }

        if (_areBytes)
        {
            var (start, position) = (_starts[at], 0);
            for (var i = 0; i < _count; i++)
            {
                _positions[i] = position += _bytes[start + i];
            }
        }
        else
        {
            Unpack(SkipTo(at));
        }

        return Last;
    }

    private void CopyBytes(long start)
    {
        var length = 0;
        for (var at = 0; at < BlockCodec.Size; at++)
        {
            _starts[at] = length;
            length += (int)_frequencies[at];
        }

        _starts[BlockCodec.Size] = length;
        if (_bytes.Length < length)
        {
            _bytes = new byte[BitOperations.RoundUpToPowerOf2((uint)length)];
        }

        _section.Bytes(start, length).CopyTo(_bytes);
    }

    private void Unpack(long start)
    {
        var bytes = _section.Bytes(start, (int)Math.Min((long)_count * Varint.MaximumBytes, _end - start));
        var (at, position) = (0, 0u);
        for (var i = 0; i < _count; i++)
        {
            position += Varint.Read(bytes, ref at);
            _positions[i] = (int)position;
        }
    }

    /// <summary>Passes over the positions of the documents before one.</summary>
    /// <returns>Where its own start.</returns>
    private long SkipTo(int at)
    {
        if (at < _next)
        {
            (_next, _nextStart) = (0, _start);
        }

        var skipped = 0L;
        for (; _next < at; _next++)
        {
            skipped += _frequencies[_next];
        }

        while (skipped > 0 && _nextStart < _end)
        {
            var bytes = _section.Bytes(_nextStart, (int)Math.Min(4_096, _end - _nextStart));
            var passed = 0;
            for (; passed < bytes.Length && skipped > 0; passed++)
            {
                skipped -= bytes[passed] < 0x80 ? 1 : 0;
            }

            _nextStart += passed;
        }

        return _nextStart;
    }
}
