namespace UnionCatalog.FullText.Queries;

internal sealed class FacetNumbering(IndexSchema schema)
{
    public IndexSchema Schema => schema;
}
