using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>Writes a <see cref="StringTable"/>: strings in order, each once.</summary>
internal sealed class StringTableWriter(SectionWriter bytes, SectionWriter starts)
{
    private byte[] _last = new byte[64];
    private int _lastLength;

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<byte> utf8)
    {
        if (Count % StringTable.BlockSize == 0)
        {
            WriteStart();
            WriteRest(bytes.GetSpan(utf8.Length + Varint.MaximumBytes), 0, utf8);
        }
        else
        {
            var shared = utf8.CommonPrefixLength(_last.AsSpan(0, _lastLength));
            var to = bytes.GetSpan(utf8.Length + (2 * Varint.MaximumBytes));
            WriteRest(to, Varint.Write(to, (uint)shared), utf8[shared..]);
        }

        Count++;
        if (_last.Length < utf8.Length)
        {
            _last = new byte[utf8.Length * 2];
        }

        utf8.CopyTo(_last);
        _lastLength = utf8.Length;
    }

    /// <summary>Ends the table.</summary>
    /// <returns>How many strings it has.</returns>
    public int End()
    {
        if (Count > 0)
        {
            WriteStart();
        }

        return Count;
    }

    private void WriteRest(Span<byte> to, int at, ReadOnlySpan<byte> rest)
    {
        at += Varint.Write(to[at..], (uint)rest.Length);
        rest.CopyTo(to[at..]);
        bytes.Advance(at + rest.Length);
    }

    private void WriteStart()
    {
        if (bytes.Position > uint.MaxValue)
        {
            throw new IndexLimitException("The bytes of a segment's different keys or values", uint.MaxValue);
        }

        starts.Write<uint>([(uint)bytes.Position]);
    }
}
