namespace UnionCatalog.Matching.Clusters;

/// <summary>The limits that clusters are drawn within. Those that decide what is compared are part of the rules.</summary>
internal sealed record ClusterOptions
{
    /// <summary>A block with more profiles is crowded: it is split, and reported where it cannot be.</summary>
    public int BlockLimit { get; init; } = ClusterRun.BlockLimit;

    /// <summary>
    /// Within what cannot be split, a profile is compared with so many before it and so many behind it, in the order of what
    /// names them: a book that two hundred libraries describe each in its own way stays one.
    /// </summary>
    public int RestReach { get; init; } = 10;

    /// <summary>An identifier whose block is crowded and has more different titles is not believed.</summary>
    public int MostTitles { get; init; } = 10;

    /// <summary>Changes taken in one transaction: enough to share its cost, few enough to let harvests in between.</summary>
    public int BatchSize { get; init; } = 200;

    /// <summary>A backlog of fewer changes is never drawn anew as a whole.</summary>
    public int LeastBulk { get; init; } = 2_000;

    /// <summary>One that is at least this part of all records is: drawing anew costs a record a thirtieth of what a change does.</summary>
    public double BulkShare { get; init; } = 0.04;

    /// <summary>What the clusters of a store were drawn by.</summary>
    public string Rules => FormattableString.Invariant($"{MatchingRules.Version}/{BlockLimit}/{MostTitles}/{RestReach}");
}
