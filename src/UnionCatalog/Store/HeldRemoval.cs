using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>Records that a whole list did not tell any more, too many to be removed without the coordinator's word.</summary>
public sealed record HeldRemoval
{
    /// <summary>Its number, counting up from 1 over all members.</summary>
    public required long Id { get; init; }

    /// <summary>The member.</summary>
    public required SourceId Source { get; init; }

    /// <summary>The run whose list they are missing from.</summary>
    public required long RunId { get; init; }

    /// <summary>Since when it waits, by this machine's clock.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How many records are missing.</summary>
    public required long Absent { get; init; }

    /// <summary>How many records the member had then, the missing ones included.</summary>
    public required long Live { get; init; }

    /// <summary>What was decided.</summary>
    public HeldDecision Decision { get; init; }

    /// <summary>When it was decided; null while it waits.</summary>
    public DateTimeOffset? Decided { get; init; }

    /// <summary>By whom, as they named themselves; null where nobody did.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>How many records a confirmation removed; those that had come back by then were not.</summary>
    public long Removed { get; init; }
}

/// <summary>What becomes of a held removal.</summary>
public enum HeldDecision
{
    /// <summary>It waits. The records stay searchable.</summary>
    Pending = 0,

    /// <summary>The records are gone.</summary>
    Confirmed = 1,

    /// <summary>The records stay, and are not held again until the member has told them once more.</summary>
    Refused = 2,

    /// <summary>A later whole list took its place.</summary>
    Superseded = 3,
}
