namespace UnionCatalog.FullText.Columns;

/// <summary>One column of one segment; which kind of column it is, is the schema's to say.</summary>
internal abstract class SegmentColumn;
