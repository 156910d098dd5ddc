using UnionCatalog.Matching.Candidates;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>Why two records are, or are not, shown as one edition: everything that has a say in it.</summary>
internal sealed record PairExplanation
{
    /// <summary>The one record.</summary>
    public required ExplainedRecord Left { get; init; }

    /// <summary>The other.</summary>
    public required ExplainedRecord Right { get; init; }

    /// <summary>What comparing them comes to, feature by feature.</summary>
    public required Comparison.Comparison Comparison { get; init; }

    /// <summary>How the two stand in the catalogue, and what decided it.</summary>
    public required PairStanding Standing { get; init; }

    /// <summary>What people decided of the two, or of one of them and another record, the newest first.</summary>
    public required IReadOnlyList<MatchOverride> Decisions { get; init; }

    /// <summary>How they were found for each other; null when that was not asked.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>The identifiers of either that are not believed, because too many different titles bear them.</summary>
    public required IReadOnlyList<string> Disbelieved { get; init; }
}

/// <summary>Whether two records were brought before each other: only then are they compared.</summary>
/// <param name="Shared">The respects in which they were; none: they never were.</param>
/// <param name="Crowded">The respects that they share with too many others to be compared by.</param>
internal sealed record Meeting(IReadOnlyList<BlockFamily> Shared, IReadOnlyList<BlockFamily> Crowded);
