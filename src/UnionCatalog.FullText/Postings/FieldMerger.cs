using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

internal static class FieldMerger
{
    public static void Merge(
        IReadOnlyList<FieldReader> parts, IReadOnlyList<int[]> numbering, int count, SegmentWriter writer, int at, CancellationToken cancellation)
    {
    }
}
