using System.Runtime.InteropServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

/// <summary>One field of a segment: its terms, and where each of them is. Never changes.</summary>
internal sealed class FieldReader
{
    private readonly Section _termIndex;
    private readonly Section _dense;
    private readonly Section _lengths;
    private LetterMarks? _letters;

    public FieldReader(SegmentFile file, int at, int documentCount)
    {
        DocumentCount = documentCount;
        Terms = file.Section(SectionKind.Terms, at);
        _termIndex = file.Section(SectionKind.TermIndex, at);
        Postings = file.Section(SectionKind.Postings, at);
        Positions = file.Section(SectionKind.Positions, at);
        _dense = file.Section(SectionKind.DenseTerms, at);
        _lengths = file.Section(SectionKind.Lengths, at);
        var totals = file.Section(SectionKind.FieldTotals, at).All<long>();
        Totals = totals.Length == 2 ? new FieldTotals((int)totals[0], totals[1]) : default;
        BlockCount = (int)(_termIndex.Length / (sizeof(ulong) + sizeof(uint)));
        _termIndex.CheckIfSmall();
    }

    /// <summary>How many documents the segment has.</summary>
    public int DocumentCount { get; }

    /// <summary>Over the whole segment, deleted documents included.</summary>
    public FieldTotals Totals { get; }

    /// <summary>The length code of every document.</summary>
    public ReadOnlySpan<byte> Lengths => _lengths.All<byte>();

    /// <summary>What letters its terms have; made when they are first asked for, and kept.</summary>
    public LetterMarks Letters => _letters ??= new LetterMarks(this);

    /// <summary>Blocks of the dictionary.</summary>
    public int BlockCount { get; }

    internal Section Terms { get; }

    internal Section Postings { get; }

    internal Section Positions { get; }

    private ReadOnlySpan<ulong> Firsts => MemoryMarshal.Cast<byte, ulong>(_termIndex.All<byte>()[..(BlockCount * sizeof(ulong))]);

    private ReadOnlySpan<uint> Starts => MemoryMarshal.Cast<byte, uint>(_termIndex.All<byte>()[(BlockCount * sizeof(ulong))..]);

    /// <summary>The rounded length of a document's field; 0: it has not the field.</summary>
    public int LengthOf(int document) => FieldLengths.Of[Lengths[document]];

    /// <summary>What is known of a term; one without documents when it is not there.</summary>
    public TermEntry Find(ReadOnlySpan<byte> term)
    {
        var block = BlockOf(term);
        if (block < 0)
        {
            return default;
        }

        var bytes = Block(block);
        var entry = First(bytes);
        var (at, known) = (TermDictionaryWriter.BlockHeader, 0);
        for (var place = 0; at < bytes.Length && place < TermDictionaryWriter.BlockSize; place++)
        {
            var same = (int)Varint.Read(bytes, ref at);
            var rest = bytes.Slice(at + 1, bytes[at] < 0x80 ? bytes[at] : 0);
            if (bytes[at] >= 0x80)
            {
                var length = (int)Varint.Read(bytes, ref at);
                rest = bytes.Slice(at, length);
                at += length;
            }
            else
            {
                at += 1 + rest.Length;
            }

            var (documents, postings, positions) = ((int)Varint.Read(bytes, ref at), (int)Varint.Read(bytes, ref at), (int)Varint.Read(bytes, ref at));
            entry = entry.After(documents, postings, positions);
            // Sharing more than what is known to be shared, it stands with the one before it: before the term.
            if (same > known)
            {
                continue;
            }

            var order = same < known ? 1 : rest.SequenceCompareTo(term[known..]);
            if (order >= 0)
            {
                return order == 0 ? entry : default;
            }

            known += rest.CommonPrefixLength(term[known..]);
        }

        return default;
    }

    /// <summary>The last block that does not start behind a term; -1: all do.</summary>
    public int BlockOf(ReadOnlySpan<byte> term)
    {
        var prefix = TermDictionaryWriter.PrefixOf(term);
        var firsts = Firsts;
        var (from, to) = (0, firsts.Length);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            var isBehind = firsts[middle] > prefix || (firsts[middle] == prefix && FirstTerm(middle).SequenceCompareTo(term) > 0);
            (from, to) = isBehind ? (from, middle) : (middle + 1, to);
        }

        return from - 1;
    }

    /// <summary>A block of the dictionary.</summary>
    public ReadOnlySpan<byte> Block(int block)
    {
        var starts = Starts;
        var end = block + 1 < starts.Length ? starts[block + 1] : Terms.Length;
        return Terms.Bytes(starts[block], (int)(end - starts[block]));
    }

    /// <summary>An entry before the first of a block.</summary>
    public static TermEntry First(ReadOnlySpan<byte> block)
    {
        var starts = MemoryMarshal.Cast<byte, long>(block[..TermDictionaryWriter.BlockHeader]);
        return new(0, starts[0], 0, starts[1], 0);
    }

    /// <summary>The documents of a term as bits, where they are kept; empty where not.</summary>
    public ReadOnlySpan<ulong> Bitmap(in TermEntry entry)
    {
        if (!entry.HasBlocks)
        {
            return default;
        }

        var place = MemoryMarshal.Cast<byte, uint>(Postings.Bytes(entry.Postings, TermHeader.Size))[1];
        var words = (DocumentCount + 63) / 64;
        return place == 0 ? default : MemoryMarshal.Cast<byte, ulong>(_dense.Bytes((place - 1L) * words * sizeof(ulong), words * sizeof(ulong)));
    }

    private ReadOnlySpan<byte> FirstTerm(int block)
    {
        var bytes = Block(block);
        var at = TermDictionaryWriter.BlockHeader + 1;
        var length = (int)Varint.Read(bytes, ref at);
        return bytes.Slice(at, length);
    }
}
