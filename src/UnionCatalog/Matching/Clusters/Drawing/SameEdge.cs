namespace UnionCatalog.Matching.Clusters.Drawing;

/// <summary>Two profiles of a component that are the same edition.</summary>
/// <param name="Left">One, by its place in the component.</param>
/// <param name="Right">The other.</param>
/// <param name="Weight">The evidence.</param>
internal readonly record struct SameEdge(int Left, int Right, int Weight);
