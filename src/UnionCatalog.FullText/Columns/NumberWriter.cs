using System.Runtime.InteropServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>Writes a number column, document by document, when its least and greatest number are known.</summary>
internal sealed class NumberWriter
{
    private readonly SectionWriter _codes;
    private readonly SectionWriter _presence;
    private readonly CodeWriter? _narrow;
    private readonly long _minimum;
    private ulong _word;
    private int _bits;

    public NumberWriter(SegmentWriter writer, int at, long minimum, long maximum)
    {
        _minimum = minimum;
        var range = unchecked((ulong)(maximum - minimum));
        var width = minimum > maximum ? 0 : range < uint.MaxValue ? CodeWriter.WidthFor(range + 1) : 8;
        writer.Open(SectionKind.ColumnInfo, at).Write<long>([minimum, maximum, width]);
        _codes = writer.Open(SectionKind.ColumnCodes, at);
        _presence = writer.Open(SectionKind.ColumnPresence, at);
        _narrow = width < 8 ? new CodeWriter(_codes, width) : null;
    }

    public void Add(bool isThere, long value)
    {
        if (_narrow is not null)
        {
            _narrow.Add(isThere ? unchecked((uint)(value - _minimum + 1)) : 0);
            return;
        }

        MemoryMarshal.Write(_codes.GetSpan(8), isThere ? value : 0);
        _codes.Advance(8);
        _word |= (isThere ? 1UL : 0) << _bits;
        if (++_bits == 64)
        {
            WriteWord();
        }
    }

    public void End()
    {
        if (_bits > 0)
        {
            WriteWord();
        }
    }

    private void WriteWord()
    {
        _presence.Write<ulong>([_word]);
        (_word, _bits) = (0, 0);
    }
}
