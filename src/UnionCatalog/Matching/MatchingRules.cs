namespace UnionCatalog.Matching;

/// <summary>The rules that records are matched by, as a whole.</summary>
internal static class MatchingRules
{
    /// <summary>
    /// Changes with everything that could change a cluster: features, blocks, comparison, weights. A store that was drawn
    /// under another version is drawn anew.
    /// </summary>
    public static string Version { get; } = "2";
}
