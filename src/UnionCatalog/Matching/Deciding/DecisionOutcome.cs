using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Deciding;

/// <summary>What came of a decision.</summary>
internal abstract record DecisionOutcome
{
    private DecisionOutcome()
    {
    }

    /// <summary>It is kept.</summary>
    /// <param name="Decision">As it is kept.</param>
    /// <param name="IsNew">Whether it was not there before.</param>
    public sealed record Kept(MatchOverride Decision, bool IsNew) : DecisionOutcome;

    /// <summary>It contradicts what was decided before, and is not kept.</summary>
    /// <param name="Chain">What it contradicts, each sharing a record with the next.</param>
    public sealed record Contradicted(IReadOnlyList<MatchOverride> Chain) : DecisionOutcome;

    /// <summary>A record was never there.</summary>
    /// <param name="Record">Which.</param>
    public sealed record Unknown(RecordKey Record) : DecisionOutcome;

    /// <summary>It cannot be meant as it was told.</summary>
    /// <param name="Fault">What is the matter.</param>
    public sealed record Invalid(DecisionFault Fault) : DecisionOutcome;
}

/// <summary>What is the matter with a decision that cannot be meant.</summary>
internal enum DecisionFault
{
    /// <summary>It says neither together nor apart.</summary>
    NoKind,

    /// <summary>A record's name is missing or is none.</summary>
    NoRecord,

    /// <summary>Both records are the same one.</summary>
    OneRecord,

    /// <summary>The reason is missing or too long.</summary>
    Reason,

    /// <summary>The name of who decides is missing or too long.</summary>
    Name,
}
