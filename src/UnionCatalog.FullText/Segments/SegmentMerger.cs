using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Segments;

/// <summary>Writes one segment of all documents that several segments still have.</summary>
internal static class SegmentMerger
{
    /// <exception cref="IndexDamagedException">A part is damaged: every byte is compared with its checksum before it is copied.</exception>
    public static SegmentStamp Merge(IReadOnlyList<LiveSegment> parts, SegmentWriter writer, out MergeOrder order, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            part.Segment.File.Check(cancellation);
        }

        order = MergeOrder.Write(parts, writer);
        var (fields, columns) = (parts[0].Segment.Fields.Length, parts[0].Segment.Columns.Length);
        for (var field = 0; field < fields; field++)
        {
            cancellation.ThrowIfCancellationRequested();
            FieldMerger.Merge([.. parts.Select(part => part.Segment.Fields[field])], order.Numbering, order.Count, writer, field, cancellation);
        }

        for (var column = 0; column < columns; column++)
        {
            cancellation.ThrowIfCancellationRequested();
            SegmentColumn.Merge([.. parts.Select(part => part.Segment.Columns[column])], order, writer, column);
        }

        cancellation.ThrowIfCancellationRequested();
        StoredTable.Merge([.. parts.Select(part => part.Segment.Stored)], order, writer);
        return writer.Finish(order.Count);
    }
}
