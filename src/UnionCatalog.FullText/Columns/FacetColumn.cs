namespace UnionCatalog.FullText.Columns;

/// <summary>A facet column of one segment.</summary>
internal sealed class FacetColumn : SegmentColumn
{
    public StringTable Values => throw new NotImplementedException();

    /// <summary>No document has more than one value.</summary>
    public bool IsSingle => throw new NotImplementedException();

    /// <summary>Single: one a document, the value's place and one, 0 for none. Otherwise the places of all documents' values, ascending within each.</summary>
    public Codes Ordinals => throw new NotImplementedException();

    /// <summary>Only when not single: where each document's ordinals start, and one more.</summary>
    public ReadOnlySpan<uint> Starts => throw new NotImplementedException();

    /// <summary>The values' numbers over all segments, where the queries have given them.</summary>
    internal int[]? Numbers { get; set; }
}
