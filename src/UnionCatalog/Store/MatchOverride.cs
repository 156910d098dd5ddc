using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>What a person decided of two records, for good: no comparison overrules it.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="A">One record.</param>
/// <param name="B">The other; the order says nothing.</param>
/// <param name="By">Who decided, as they name themselves; at most <see cref="MostBy"/> characters.</param>
/// <param name="Why">The reason; at most <see cref="MostWhy"/> characters.</param>
/// <param name="At">When.</param>
public sealed record MatchOverride(OverrideKind Kind, RecordKey A, RecordKey B, string By, string Why, DateTimeOffset At)
{
    /// <summary>The longest name of who decided, in characters.</summary>
    public const int MostBy = 100;

    /// <summary>The longest reason, in characters.</summary>
    public const int MostWhy = 1_000;
}

/// <summary>What a person decided of two records.</summary>
public enum OverrideKind
{
    /// <summary>Always together: they are of one edition, whatever they say.</summary>
    Together,

    /// <summary>Never together: they are of different editions, however alike they are.</summary>
    Apart,
}

/// <summary>What came of adding an override.</summary>
public abstract record OverrideResult
{
    private OverrideResult()
    {
    }

    /// <summary>It is kept, and the clusters follow at the next pull.</summary>
    /// <param name="Override">The one that is kept: the first of its kind for these two records.</param>
    /// <param name="IsNew">Whether it was not there before.</param>
    public sealed record Added(MatchOverride Override, bool IsNew) : OverrideResult;

    /// <summary>It is refused, for those that are kept say otherwise.</summary>
    /// <param name="Chain">
    /// Those that say otherwise, each sharing a record with the next: all together but at most one, which parts what the
    /// others (and the refused one) would join.
    /// </param>
    public sealed record Conflict(IReadOnlyList<MatchOverride> Chain) : OverrideResult;

    /// <summary>It is refused, for the store never had this record.</summary>
    /// <param name="Record">The record.</param>
    public sealed record Unknown(RecordKey Record) : OverrideResult;
}
