using System.Text.Json.Serialization;
using UnionCatalog.Causes;
using UnionCatalog.Store;

namespace UnionCatalog.Reports;

/// <summary>How one member's night went.</summary>
public sealed record MemberNight
{
    /// <summary>The member, by the name of its configuration file.</summary>
    public required string Id { get; init; }

    /// <summary>The library's name as it was then.</summary>
    public required string Name { get; init; }

    /// <summary>Its place as it was then.</summary>
    public required string Place { get; init; }

    /// <summary>How it went.</summary>
    public required NightOutcome Outcome { get; init; }

    /// <summary>What was fetched.</summary>
    public NightWork Harvested { get; init; } = new();

    /// <summary>What the member sent.</summary>
    public NightWork Uploaded { get; init; } = new();

    /// <summary>What was read again from kept pages.</summary>
    public NightWork Replayed { get; init; } = new();

    /// <summary>What needs a person, the greatest need first.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>When its records last came in full; null when they never did.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>How long before the report that was, in seconds; null when it never was.</summary>
    public double? LastSuccessAge { get; init; }

    /// <summary>How many of its records the union had.</summary>
    public long LiveRecords { get; init; }

    /// <summary>The first records that were set aside.</summary>
    public IReadOnlyList<SetAsideSample> SetAside { get; init; } = [];

    /// <summary>The removal that waited for the coordinator; null when none did.</summary>
    public WaitingRemoval? Held { get; init; }

    /// <summary>Runs that were not over: the next report goes on with what they come to after this one.</summary>
    public IReadOnlyList<OpenRun> Open { get; init; } = [];

    /// <summary>All that happened.</summary>
    [JsonIgnore]
    public NightWork Work => Harvested + Uploaded + Replayed;
}

/// <summary>How a member's night went, in a word.</summary>
public enum NightOutcome
{
    /// <summary>Everything came.</summary>
    Complete,

    /// <summary>Everything came, and nothing was new.</summary>
    NothingNew,

    /// <summary>The last run failed.</summary>
    Failed,

    /// <summary>It was not finished.</summary>
    Unfinished,

    /// <summary>Nothing was asked for, and nothing was sent.</summary>
    Quiet,

    /// <summary>As quiet, of a member whose records never came in full.</summary>
    NeverHarvested,
}

/// <summary>What runs of one kind came to in a night.</summary>
public sealed record NightWork
{
    /// <summary>How many they were.</summary>
    public int Runs { get; init; }

    /// <summary>How long they took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>What came of them.</summary>
    public RunCounts Counts { get; init; } = new();

    /// <summary>The sum of two.</summary>
    public static NightWork operator +(NightWork left, NightWork right) => new()
    {
        Runs = left.Runs + right.Runs, Seconds = left.Seconds + right.Seconds, Counts = left.Counts + right.Counts,
    };
}

/// <summary>One thing that needs a person.</summary>
/// <param name="Kind">What kind of thing, which decides whom to call first.</param>
/// <param name="Code">The cause by its name in the catalogue; null where it had none.</param>
/// <param name="Told">What happened and what to do, by language.</param>
public sealed record Need(NeedKind Kind, string? Code, IReadOnlyDictionary<string, Explanation> Told)
{
    /// <summary>What happened and what to do in a language; in English where it was not told in that one.</summary>
    public (string Language, Explanation Told) In(string language) =>
        Told.TryGetValue(language, out var told) ? (language, told) : ("en", Told["en"]);
}

/// <summary>The kinds of need, the greatest first.</summary>
public enum NeedKind
{
    /// <summary>The last harvest failed.</summary>
    Failed,

    /// <summary>A removal waits for a decision.</summary>
    Held,

    /// <summary>Its records never came.</summary>
    Never,

    /// <summary>Its records have not come for days.</summary>
    Stale,

    /// <summary>Many records could not be read.</summary>
    ManySetAside,

    /// <summary>The harvest was not finished.</summary>
    Unfinished,

    /// <summary>Something should be known of a run that did not fail.</summary>
    Notice,

    /// <summary>Pages came broken.</summary>
    MendedPages,
}

/// <summary>A record that was set aside.</summary>
/// <param name="Identifier">Its identifier; null when it could not be read.</param>
/// <param name="Reason">What is wrong, in English.</param>
public sealed record SetAsideSample(string? Identifier, string Reason);

/// <summary>A removal that waits, and some of its records.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Absent">How many records are missing.</param>
/// <param name="Live">How many records the member had, the missing ones included.</param>
/// <param name="Titles">The titles of the first, or their identifiers where they have none.</param>
public sealed record WaitingRemoval(long Id, DateTimeOffset Since, long Absent, long Live, IReadOnlyList<string> Titles);

/// <summary>A run that was not over when the report was drawn.</summary>
/// <param name="Id">The run.</param>
/// <param name="Started">When it started.</param>
/// <param name="Told">What of it was told in this report and those before.</param>
public sealed record OpenRun(long Id, DateTimeOffset Started, RunCounts Told);
