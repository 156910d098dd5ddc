using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Postings;

internal sealed class FieldInverter(TextField field)
{
    public TextField Field => @field;

    public long Memory => 0;

    public void Add(int document, IEnumerable<string> texts)
    {
    }

    public void Write(ReadOnlySpan<int> order, SegmentWriter writer, int at)
    {
    }

    public void Clear()
    {
    }
}
