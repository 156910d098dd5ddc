namespace UnionCatalog.FullText.Columns;

/// <summary>A sort-key column of one segment.</summary>
internal sealed class SortKeyColumn : SegmentColumn
{
    public StringTable Values => throw new NotImplementedException();

    /// <summary>One a document: the key's place and one, 0 for none.</summary>
    public Codes Ordinals => throw new NotImplementedException();
}
