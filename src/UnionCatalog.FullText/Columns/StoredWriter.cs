using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>Writes what <see cref="StoredTable"/> reads, document by document.</summary>
/// <param name="writer">Takes the sections.</param>
/// <param name="total">How many bytes there will be; when none, nothing is written.</param>
internal sealed class StoredWriter(SegmentWriter writer, long total)
{
    private readonly SectionWriter _bytes = writer.Open(SectionKind.Stored, 0);
    private readonly SectionWriter _starts = writer.Open(SectionKind.StoredStarts, 0);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        WriteStart();
        _bytes.Write(bytes);
    }

    public void End() => WriteStart();

    private void WriteStart()
    {
        if (total == 0)
        {
            return;
        }

        var width = StoredTable.WidthFor(total);
        if (width == 4)
        {
            BitConverter.TryWriteBytes(_starts.GetSpan(4), (uint)_bytes.Position);
        }
        else
        {
            BitConverter.TryWriteBytes(_starts.GetSpan(8), _bytes.Position);
        }

        _starts.Advance(width);
    }
}
