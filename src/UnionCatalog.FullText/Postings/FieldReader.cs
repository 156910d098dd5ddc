using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

internal sealed class FieldReader(SegmentFile file, int at, int documentCount)
{
    public FieldTotals Totals => new(0, 0);

    public int LengthOf(int document) => 0 * (file.DocumentCount + at + documentCount);
}
