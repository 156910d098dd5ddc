using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

/// <summary>Walks the documents of one term of a segment. To be used again for other terms; not from several threads.</summary>
internal sealed class PostingsCursor
{
    /// <summary>The document behind the last.</summary>
    public const int End = int.MaxValue;

    private readonly uint[] _documents = new uint[BlockCodec.Size];
    private readonly uint[] _frequencies = new uint[BlockCodec.Size];
    private readonly BlockPositions _positions = new();
    private FieldReader _field = null!;
    private TermEntry _entry;
    private int _blocks;
    private int _block;
    private int _count;
    private int _at;
    private bool _hasFrequencies;
    private bool _areAllOnes;
    private bool _areBytes;
    private long _frequenciesAt;
    private int _frequencyBits;
    private int _positionBlock;

    /// <summary>Where it is: a document's number, -1 before the first, <see cref="End"/> behind the last.</summary>
    public int Document { get; private set; }

    /// <summary>Blocks there are, the tail included.</summary>
    public int BlockCount => _blocks + (_entry.Documents > _blocks * BlockCodec.Size ? 1 : 0);

    /// <summary>Goes before the first document of a term.</summary>
    public void Open(FieldReader field, in TermEntry entry)
    {
        (_field, _entry) = (field, entry);
        _blocks = entry.Documents / BlockCodec.Size;
        (_block, _count, _at, _positionBlock) = (-1, 0, 0, -1);
        Document = entry.Documents == 0 ? End : -1;
    }

    /// <summary>The documents of a block, and goes to its first. Ascending.</summary>
    public ReadOnlySpan<uint> Block(int block)
    {
        Enter(block);
        return _documents.AsSpan(0, _count);
    }

    /// <summary>Sets the bits of all documents, and goes before the first.</summary>
    public void AddTo(Span<ulong> bits)
    {
        for (var block = 0; block < _blocks; block++)
        {
            foreach (var document in Block(block))
            {
                bits[(int)(document >> 6)] |= 1UL << (int)(document & 63);
            }
        }

        // Most terms of a dictionary have a tail only: it is not unpacked for this.
        var bytes = Tail();
        var (at, last) = (0, _blocks == 0 ? 0 : BlockEnds()[^1]);
        for (var left = _entry.Documents - (_blocks * BlockCodec.Size); left > 0; left--)
        {
            var difference = Varint.Read(bytes, ref at);
            last += difference >> 1;
            bits[(int)(last >> 6)] |= 1UL << (int)(last & 63);
            if ((difference & 1) == 0)
            {
                Varint.Read(bytes, ref at);
            }
        }

        Open(_field, _entry);
    }

    /// <summary>How often the term is in each document of the block that was entered last.</summary>
    public ReadOnlySpan<uint> BlockFrequencies()
    {
        ReadFrequencies();
        return _frequencies.AsSpan(0, _count);
    }

    /// <summary>The documents from where it is to the end of the block, but none behind this one. Where it is must be a document, and not behind it.</summary>
    /// <param name="last">The document.</param>
    /// <param name="frequencies">How often the term is in each.</param>
    public ReadOnlySpan<uint> ReadTo(int last, out ReadOnlySpan<uint> frequencies)
    {
        ReadFrequencies();
        var documents = _documents.AsSpan(_at, _count - _at);
        if (documents[^1] > (uint)last)
        {
            var end = documents.BinarySearch((uint)last + 1);
            documents = documents[..(end < 0 ? ~end : end)];
        }

        frequencies = _frequencies.AsSpan(_at, documents.Length);
        return documents;
    }

    /// <summary>What the best documents of the blocks can count for, one a whole block; the tail has none.</summary>
    public ReadOnlySpan<uint> BlockImpacts() => Array(1);

    /// <summary>The last documents of the whole blocks.</summary>
    public ReadOnlySpan<uint> BlockEnds() => Array(0);

    /// <summary>The greatest frequency of a term that has blocks.</summary>
    public uint GreatestFrequency => MemoryMarshal.Cast<byte, uint>(_field.Postings.Bytes(_entry.Postings, TermHeader.Size))[0];

    /// <summary>Goes to the next document.</summary>
    /// <returns>It.</returns>
    public int Next()
    {
        if (++_at < _count)
        {
            return Document = (int)_documents[_at];
        }

        if (_block + 1 >= BlockCount)
        {
            _at = _count;
            return Document = End;
        }

        Enter(_block + 1);
        return Document;
    }

    /// <summary>Goes to the first document that is not before this one; stays where it is if it is there already.</summary>
    /// <returns>The document it is at.</returns>
    public int SeekTo(int document)
    {
        if (Document >= document)
        {
            return Document;
        }

        if (_count == 0 || _documents[_count - 1] < (uint)document)
        {
            var block = BlockFor(document);
            if (block == BlockCount)
            {
                (_block, _at) = (block, _count);
                return Document = End;
            }

            Enter(block);
            // Where the tail ends is only known when it has been read.
            if (_documents[_count - 1] < (uint)document)
            {
                _at = _count;
                return Document = End;
            }
        }

        SeekInBlock(document);
        return Document;
    }

    /// <summary>The first block, from the one it is in, that does not end before this document; the number of blocks when all do.</summary>
    private int BlockFor(int document)
    {
        var from = Math.Max(_block, 0);
        if (from >= _blocks)
        {
            return _block == _blocks && _documents[_count - 1] < (uint)document ? BlockCount : Math.Min(from, BlockCount);
        }

        var ends = BlockEnds();
        var step = 1;
        var low = from;
        while (low + step < ends.Length && ends[low + step] < (uint)document)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step, ends.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = ends[middle] < (uint)document ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>How often the term is in the document.</summary>
    public int Frequency
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (!_hasFrequencies)
            {
                ReadFrequencies();
            }

            return (int)_frequencies[_at];
        }
    }

    /// <summary>The one place where the term is in the document, if that is known at once.</summary>
    /// <param name="position">The place.</param>
    /// <returns>False: ask <see cref="ReadPositions"/>.</returns>
    public bool TryReadOnly(out int position)
    {
        position = 0;
        return _areBytes && Positions().TryReadOnly(_at, out position);
    }

    /// <summary>Where the term is in the document, ascending. Valid until the cursor is asked again.</summary>
    public ReadOnlySpan<int> ReadPositions() => Positions().Read(_at);

    /// <summary>What <see cref="ReadPositions"/> gave last.</summary>
    public ReadOnlySpan<int> LastPositions => _positions.Last;

    /// <summary>The positions of the block it is in.</summary>
    private BlockPositions Positions()
    {
        if (_positionBlock != _block)
        {
            ReadFrequencies();
            _positionBlock = _block;
            var start = _entry.Positions + (_blocks == 0 ? 0 : Array(3)[_block]);
            _positions.Begin(_field.Positions, start, _entry.Positions + _entry.PositionsLength, _frequencies, _areBytes);
        }

        return _positions;
    }

    /// <summary>Eight at a time from where it is: in a conjunction the lists go nearly in step, and a block is soon at its end.</summary>
    private void SeekInBlock(int document)
    {
        var at = Math.Max(_at, 0);
        ref var documents = ref MemoryMarshal.GetArrayDataReference(_documents);
        var before = Vector256.Create(document - 1);
        while (at + Vector256<int>.Count <= BlockCodec.Size)
        {
            var later = Vector256.GreaterThan(Vector256.LoadUnsafe(ref documents, (nuint)at).AsInt32(), before).ExtractMostSignificantBits();
            if (later != 0)
            {
                _at = at + BitOperations.TrailingZeroCount(later);
                Document = (int)_documents[_at];
                return;
            }

            at += Vector256<int>.Count;
        }

        while (_documents[at] < (uint)document)
        {
            at++;
        }

        _at = at;
        Document = (int)_documents[at];
    }

    private void Enter(int block)
    {
        if (block != _block)
        {
            _block = block;
            if (block < _blocks)
            {
                ReadBlock();
            }
            else
            {
                ReadTail();
            }
        }

        _at = 0;
        Document = (int)_documents[0];
    }

    private void ReadBlock()
    {
        var start = _entry.Postings + TermHeader.LengthAt(_blocks) + Array(2)[_block];
        var header = _field.Postings.Bytes(start, TermHeader.BlockHeader);
        start += TermHeader.BlockHeader;
        var length = BlockCodec.BytesOf(header[0]);
        BlockCodec.UnpackAscending(_field.Postings.Bytes(start, length), header[0], _block == 0 ? 0 : BlockEnds()[_block - 1], _documents);
        (_count, _hasFrequencies, _areAllOnes, _areBytes) = (BlockCodec.Size, false, header[1] == 0, header[2] != 0);
        (_frequenciesAt, _frequencyBits) = (start + length, header[1]);
    }

    private void ReadTail()
    {
        var bytes = Tail();
        var before = _blocks == 0 ? 0 : BlockEnds()[^1];
        var at = 0;
        _count = _entry.Documents - (_blocks * BlockCodec.Size);
        (_areAllOnes, _areBytes, _hasFrequencies) = (true, false, true);
        // What a longer block left there stands behind every document.
        _documents.AsSpan(_count).Fill(int.MaxValue);
        for (var i = 0; i < _count; i++)
        {
            var difference = Varint.Read(bytes, ref at);
            before += difference >> 1;
            _documents[i] = before;
            _frequencies[i] = 1;
            if ((difference & 1) == 0)
            {
                _frequencies[i] = Varint.Read(bytes, ref at);
                _areAllOnes = false;
            }
        }
    }

    private ReadOnlySpan<byte> Tail()
    {
        if (_blocks == 0)
        {
            return _field.Postings.Bytes(_entry.Postings, _entry.PostingsLength);
        }

        var blocks = TermHeader.LengthAt(_blocks);
        var last = blocks + (int)Array(2)[_blocks - 1];
        var header = _field.Postings.Bytes(_entry.Postings + last, TermHeader.BlockHeader);
        var start = last + TermHeader.BlockHeader + BlockCodec.BytesOf(header[0]) + BlockCodec.BytesOf(header[1]);
        return _field.Postings.Bytes(_entry.Postings + start, _entry.PostingsLength - start);
    }

    private void ReadFrequencies()
    {
        if (_hasFrequencies)
        {
            return;
        }

        _hasFrequencies = true;
        if (_areAllOnes)
        {
            _frequencies.AsSpan().Fill(1);
            return;
        }

        BlockCodec.Unpack(_field.Postings.Bytes(_frequenciesAt, BlockCodec.BytesOf(_frequencyBits)), _frequencyBits, _frequencies);
        foreach (ref var frequency in _frequencies.AsSpan())
        {
            frequency++;
        }
    }

    /// <summary>The arrays before the blocks: ends, impacts, starts, and starts of positions, which are one more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<uint> Array(int which) => MemoryMarshal.Cast<byte, uint>(_field.Postings.Bytes(
        _entry.Postings + TermHeader.Size + (which * _blocks * sizeof(uint)), (_blocks + (which == 3 ? 1 : 0)) * sizeof(uint)));
}
