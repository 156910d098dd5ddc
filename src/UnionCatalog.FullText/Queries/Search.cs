using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

internal sealed class Search(
    IndexSchema schema, IReadOnlyList<LiveSegment> segments, FacetNumbering numbering, SearchPlan plan, CancellationToken cancellation)
{
    public SearchHits Run() => throw new NotImplementedException($"{schema}{segments}{numbering}{plan}{cancellation}");
}
