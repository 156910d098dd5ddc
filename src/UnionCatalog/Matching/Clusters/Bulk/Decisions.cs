namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>What persons decided, of profiles.</summary>
/// <param name="Together">Those that belong together.</param>
/// <param name="Apart">Those that do not.</param>
internal sealed record Decisions(IReadOnlyList<(int Left, int Right)> Together, IReadOnlyList<(int Left, int Right)> Apart)
{
    /// <summary>None.</summary>
    public static Decisions None { get; } = new([], []);
}
