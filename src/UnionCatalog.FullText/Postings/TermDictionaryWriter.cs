using System.Buffers.Binary;
using System.Runtime.InteropServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

/// <summary>
/// Writes terms in order, in blocks of 16: the first of a block whole, the others as what differs from the one before. The index has
/// the first eight bytes of each block's first term, which tell nearly all blocks apart, and where the block starts.
/// </summary>
internal sealed class TermDictionaryWriter(SectionWriter terms, SectionWriter index)
{
    /// <summary>Terms a block.</summary>
    public const int BlockSize = 16;

    /// <summary>Before a block: where the postings and positions of its first term start, eight bytes each.</summary>
    public const int BlockHeader = 16;

    private readonly List<ulong> _firsts = [];
    private readonly List<uint> _starts = [];
    private byte[] _last = [];
    private int _lastLength;
    private int _count;
    private long _positionsAt;

    public void Add(ReadOnlySpan<byte> term, int documents, long postings, int postingsLength, int positionsLength)
    {
        var isFirst = _count++ % BlockSize == 0;
        if (isFirst)
        {
            _firsts.Add(PrefixOf(term));
            _starts.Add(checked((uint)terms.Position));
            terms.Write<long>([postings, _positionsAt]);
        }

        var same = isFirst ? 0 : term.CommonPrefixLength(_last.AsSpan(0, _lastLength));
        var to = terms.GetSpan((5 * Varint.MaximumBytes) + term.Length);
        var written = Varint.Write(to, (uint)same);
        written += Varint.Write(to[written..], (uint)(term.Length - same));
        term[same..].CopyTo(to[written..]);
        written += term.Length - same;
        written += Varint.Write(to[written..], (uint)documents);
        written += Varint.Write(to[written..], (uint)postingsLength);
        written += Varint.Write(to[written..], (uint)positionsLength);
        terms.Advance(written);
        _positionsAt += positionsLength;
        Keep(term);
    }

    public void Finish()
    {
        index.Write<ulong>(CollectionsMarshal.AsSpan(_firsts));
        index.Write<uint>(CollectionsMarshal.AsSpan(_starts));
    }

    /// <summary>The first eight bytes, to be compared as one number.</summary>
    public static ulong PrefixOf(ReadOnlySpan<byte> term)
    {
        if (term.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(term);
        }

        var prefix = 0UL;
        for (var at = 0; at < sizeof(ulong); at++)
        {
            prefix = (prefix << 8) | (at < term.Length ? term[at] : 0u);
        }

        return prefix;
    }

    private void Keep(ReadOnlySpan<byte> term)
    {
        if (_last.Length < term.Length)
        {
            _last = new byte[Math.Max(term.Length, 64) * 2];
        }

        term.CopyTo(_last);
        _lastLength = term.Length;
    }
}
