using System.Runtime.InteropServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

/// <summary>Writes one field of a segment: term by term in order, and each term's documents in order.</summary>
internal sealed class FieldWriter
{
    private readonly byte[] _lengths;
    private readonly TermDictionaryWriter _dictionary;
    private readonly SectionWriter _postings;
    private readonly SectionWriter _positions;
    private readonly SectionWriter _dense;
    private readonly SectionWriter _lengthCodes;
    private readonly SectionWriter _totals;

    private readonly List<uint> _documents = [];
    private readonly List<uint> _frequencies = [];
    private readonly List<uint> _lastDocuments = [];
    private readonly List<uint> _impacts = [];
    private readonly List<uint> _blockStarts = [];
    private readonly List<uint> _positionStarts = [];
    private readonly List<byte> _blocks = [];
    private readonly byte[] _packed = new byte[BlockCodec.BytesOf(32)];
    private long _postingsAt;
    private long _termPositions;
    private bool _areBytes;
    private uint _greatest;
    private uint _denseCount;

    /// <param name="writer">The segment.</param>
    /// <param name="at">The field's place in the schema.</param>
    /// <param name="lengths">Each document's length code; 0: it has not the field.</param>
    public FieldWriter(SegmentWriter writer, int at, byte[] lengths)
    {
        _lengths = lengths;
        _dictionary = new(writer.Open(SectionKind.Terms, at), writer.Open(SectionKind.TermIndex, at));
        _postings = writer.Open(SectionKind.Postings, at);
        _positions = writer.Open(SectionKind.Positions, at);
        _dense = writer.Open(SectionKind.DenseTerms, at);
        _lengthCodes = writer.Open(SectionKind.Lengths, at);
        _totals = writer.Open(SectionKind.FieldTotals, at);
    }

    /// <summary>Adds a document to the term that is being written.</summary>
    /// <param name="document">Its number, greater than the last.</param>
    /// <param name="positions">Where the term is in it, ascending.</param>
    public void Add(int document, ReadOnlySpan<uint> positions)
    {
        if (_documents.Count % BlockCodec.Size == 0)
        {
            EndBlock();
            _positionStarts.Add(checked((uint)(_positions.Position - _termPositions)));
            _areBytes = true;
        }

        _documents.Add((uint)document);
        _frequencies.Add((uint)positions.Length);
        _greatest = Math.Max(_greatest, (uint)positions.Length);
        WritePositions(positions);
    }

    /// <summary>Ends a term. One without documents is left out.</summary>
    public void EndTerm(ReadOnlySpan<byte> term)
    {
        if (_documents.Count == 0)
        {
            return;
        }

        if (_documents.Count % BlockCodec.Size == 0)
        {
            EndBlock();
            _positionStarts.Add(checked((uint)(_positions.Position - _termPositions)));
        }

        if (_lastDocuments.Count > 0)
        {
            WriteArrays();
        }

        WriteTail();
        _dictionary.Add(
            term, _documents.Count, _postingsAt, checked((int)(_postings.Position - _postingsAt)), checked((int)(_positions.Position - _termPositions)));
        Clear();
    }

    /// <summary>Ends the field.</summary>
    public void Finish()
    {
        _dictionary.Finish();
        _lengthCodes.Write(_lengths);
        var (documents, terms) = (0L, 0L);
        foreach (var code in _lengths)
        {
            documents += code > 0 ? 1 : 0;
            terms += FieldLengths.Of[code];
        }

        _totals.Write<long>([documents, terms]);
    }

    private void WritePositions(ReadOnlySpan<uint> positions)
    {
        var to = _positions.GetSpan(Math.Min(positions.Length, 4_096) * Varint.MaximumBytes);
        var (written, before) = (0, 0u);
        foreach (var position in positions)
        {
            if (written > to.Length - Varint.MaximumBytes)
            {
                _positions.Advance(written);
                to = _positions.GetSpan(4_096 * Varint.MaximumBytes);
                written = 0;
            }

            _areBytes &= position - before < 0x80;
            written += Varint.Write(to[written..], position - before);
            before = position;
        }

        _positions.Advance(written);
    }

    /// <summary>Packs the last 128 documents, if there are so many.</summary>
    private void EndBlock()
    {
        var count = _documents.Count;
        if (count == 0 || count / BlockCodec.Size == _lastDocuments.Count)
        {
            return;
        }

        var documents = CollectionsMarshal.AsSpan(_documents)[^BlockCodec.Size..];
        var frequencies = CollectionsMarshal.AsSpan(_frequencies)[^BlockCodec.Size..];
        _impacts.Add(Impacts.Of(documents, frequencies, _lengths));
        _blockStarts.Add(checked((uint)_blocks.Count));
        var header = _blocks.Count;
        _blocks.AddRange([0, 0, _areBytes ? (byte)1 : (byte)0]);
        var bits = BlockCodec.PackAscending(documents, _lastDocuments.Count == 0 ? 0 : _lastDocuments[^1], _packed);
        _blocks.AddRange(_packed.AsSpan(0, BlockCodec.BytesOf(bits)));
        _blocks[header] = (byte)bits;
        Span<uint> others = stackalloc uint[BlockCodec.Size];
        for (var i = 0; i < others.Length; i++)
        {
            others[i] = frequencies[i] - 1;
        }

        bits = BlockCodec.Pack(others, _packed);
        _blocks.AddRange(_packed.AsSpan(0, BlockCodec.BytesOf(bits)));
        _blocks[header + 1] = (byte)bits;
        _lastDocuments.Add(documents[^1]);
    }

    private void WriteArrays()
    {
        _postings.Align(sizeof(uint));
        _postingsAt = _postings.Position;
        _postings.Write<uint>([_greatest, WriteBitmap()]);
        _postings.Write<uint>(CollectionsMarshal.AsSpan(_lastDocuments));
        _postings.Write<uint>(CollectionsMarshal.AsSpan(_impacts));
        _postings.Write<uint>(CollectionsMarshal.AsSpan(_blockStarts));
        _postings.Write<uint>(CollectionsMarshal.AsSpan(_positionStarts));
        _postings.Write(CollectionsMarshal.AsSpan(_blocks));
    }

    /// <returns>The bitmap's place among the bitmaps and one more; 0 where the term needs none.</returns>
    private uint WriteBitmap()
    {
        if (_lengths.Length < TermHeader.DenseMinimum || _documents.Count < _lengths.Length / TermHeader.DenseShare)
        {
            return 0;
        }

        var bitmap = new BitSet(_lengths.Length);
        foreach (var document in _documents)
        {
            bitmap.Add((int)document);
        }

        _dense.Write(bitmap.Words);
        return ++_denseCount;
    }

    /// <summary>Documents as differences, with a bit that says that the term is there once, or else how often.</summary>
    private void WriteTail()
    {
        var before = _lastDocuments.Count == 0 ? 0 : _lastDocuments[^1];
        var to = _postings.GetSpan(BlockCodec.Size * 2 * Varint.MaximumBytes);
        var written = 0;
        for (var i = _lastDocuments.Count * BlockCodec.Size; i < _documents.Count; i++)
        {
            var difference = (_documents[i] - before) << 1;
            before = _documents[i];
            if (_frequencies[i] == 1)
            {
                written += Varint.Write(to[written..], difference | 1);
                continue;
            }

            written += Varint.Write(to[written..], difference);
            written += Varint.Write(to[written..], _frequencies[i]);
        }

        _postings.Advance(written);
    }

    private void Clear()
    {
        _documents.Clear();
        _frequencies.Clear();
        _lastDocuments.Clear();
        _impacts.Clear();
        _blockStarts.Clear();
        _positionStarts.Clear();
        _blocks.Clear();
        _greatest = 0;
        (_postingsAt, _termPositions) = (_postings.Position, _positions.Position);
    }
}
