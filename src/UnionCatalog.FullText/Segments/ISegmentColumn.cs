namespace UnionCatalog.FullText.Segments;

/// <summary>One column of one segment; which kind of column it is, is the schema's to say.</summary>
internal interface ISegmentColumn
{
    void Write(IndexFileWriter file);
}
