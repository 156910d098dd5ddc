using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Segments;

/// <summary>A segment, and which of its documents have been deleted since it was written. Never changes.</summary>
internal sealed class LiveSegment
{
    public Segment Segment => throw new NotImplementedException();

    /// <summary>Which documents are not there any more; null: all are there.</summary>
    public BitSet? Deleted => throw new NotImplementedException();

    /// <summary>How many documents are there.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>By field: in how many of the documents that are there it is, and how many terms they have in it.</summary>
    public FieldTotals[] Totals => throw new NotImplementedException();

    public bool IsLive(int document) => throw new NotImplementedException();

    /// <summary>The number of the document with this key; -1: there is none.</summary>
    public int Find(string key) => throw new NotImplementedException();
}
