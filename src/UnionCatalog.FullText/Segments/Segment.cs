using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Segments;

/// <summary>An unchanging part of an index: documents in the order of their keys, each found by its number.</summary>
internal sealed class Segment
{
    /// <summary>How many documents it was written with.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>By place in the schema.</summary>
    public FieldReader[] Fields => throw new NotImplementedException();

    /// <summary>By place in the schema.</summary>
    public SegmentColumn[] Columns => throw new NotImplementedException();

    public KeyTable Keys => throw new NotImplementedException();

    public StoredTable Stored => throw new NotImplementedException();
}
