using System.Runtime.InteropServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>Writes a facet column, document by document, when it is known what it will hold.</summary>
internal sealed class FacetWriter
{
    private readonly SectionWriter _info;
    private readonly CodeWriter _codes;
    private readonly SectionWriter? _starts;
    private readonly int _width;
    private readonly int _count;
    private uint _written;

    /// <param name="writer">Takes the sections.</param>
    /// <param name="at">The column's place in the schema.</param>
    /// <param name="count">How many different values there are.</param>
    /// <param name="isSingle">No document has more than one.</param>
    /// <param name="total">How many values all documents have together.</param>
    public FacetWriter(SegmentWriter writer, int at, int count, bool isSingle, long total)
    {
        if (total > uint.MaxValue)
        {
            throw new IndexLimitException("The facet values of all documents of a segment", uint.MaxValue, total);
        }

        _count = count;
        _width = CodeWriter.WidthFor((ulong)(isSingle ? count : Math.Max(count - 1, 0)));
        _info = writer.Open(SectionKind.ColumnInfo, at);
        _codes = new CodeWriter(writer.Open(SectionKind.ColumnCodes, at), _width);
        _starts = isSingle ? null : writer.Open(SectionKind.ColumnStarts, at);
    }

    /// <param name="ordinals">The places of a document's values, ascending.</param>
    public void Add(ReadOnlySpan<uint> ordinals)
    {
        if (_starts is null)
        {
            _codes.Add(ordinals.IsEmpty ? 0 : ordinals[0] + 1);
            return;
        }

        WriteStart();
        foreach (var ordinal in ordinals)
        {
            _codes.Add(ordinal);
        }

        _written += (uint)ordinals.Length;
    }

    public void End()
    {
        if (_starts is not null)
        {
            WriteStart();
        }

        _info.Write<long>([_count, _width, _starts is null ? 1 : 0]);
    }

    private void WriteStart()
    {
        MemoryMarshal.Write(_starts!.GetSpan(4), _written);
        _starts.Advance(4);
    }
}
