using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.DryRuns;

/// <summary>What a harvest, or a replay, of one member would change.</summary>
/// <param name="Source">The member.</param>
/// <param name="Counts">What would come of it; the records that a whole list lacks are among the deleted ones, or held.</param>
/// <param name="Absent">Of the deleted ones, how many are so because a whole list lacks them.</param>
/// <param name="Failure">Why it did not come to its end; null when it did.</param>
/// <param name="Notice">What somebody should know of it; null for nothing.</param>
/// <param name="Samples">The first records of each kind.</param>
public sealed record DryRun(SourceId Source, RunCounts Counts, long Absent, string? Failure, string? Notice, IReadOnlyList<DryRunSample> Samples);

/// <summary>A record that would change.</summary>
/// <param name="Change">What would become of it.</param>
/// <param name="Identifier">The member's identifier of it; null where it has none that could be read.</param>
/// <param name="Says">Its title; of one that would be set aside, why; empty where there is neither.</param>
public sealed record DryRunSample(ForeseenChange Change, string? Identifier, string Says);

/// <summary>What would become of a record.</summary>
public enum ForeseenChange
{
    /// <summary>It would be there for the first time, or again.</summary>
    New,

    /// <summary>Its content would change.</summary>
    Changed,

    /// <summary>The member says that it has it no more.</summary>
    Deleted,

    /// <summary>A whole list lacks it, so it would be deleted.</summary>
    Absent,

    /// <summary>A whole list lacks it, and so many others that the coordinator would be asked.</summary>
    Held,

    /// <summary>It cannot be read.</summary>
    SetAside,
}
