using System.Globalization;
using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>One harvest of one member, as far as it has come.</summary>
public sealed record HarvestRun
{
    /// <summary>The number of the run, counting up from 1 over all members.</summary>
    public required long Id { get; init; }

    /// <summary>The member.</summary>
    public required SourceId Source { get; init; }

    /// <summary>How its records came.</summary>
    public RunOrigin Origin { get; init; }

    /// <summary>Whether everything was asked for, or only what changed.</summary>
    public required HarvestScope Scope { get; init; }

    /// <summary>Whether it goes through everything the member has, so that what it does not tell is gone.</summary>
    public bool IsSweep { get; init; }

    /// <summary>How far it has come.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>When it started, by this machine's clock.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended, by this machine's clock; null while it runs.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The format asked for.</summary>
    public required string MetadataPrefix { get; init; }

    /// <summary>Where the lists are and which they are: a run of other lists says nothing of these.</summary>
    public required string Lists { get; init; }

    /// <summary>The "from" that was asked for; null for everything.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The member's own time (responseDate) on the first page: where the next incremental harvest starts.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>Where the list stands: harvested up to here, and how to go on.</summary>
    public ListPosition Position { get; init; } = new(0, null);

    /// <summary>What came of it so far.</summary>
    public RunCounts Counts { get; init; } = new();

    /// <summary>The size of the list by the member's own account (completeListSize); null when it does not say.</summary>
    public long? ListSize { get; init; }

    /// <summary>Why it failed, in words a librarian understands; null unless <see cref="Status"/> is failed.</summary>
    public string? Failure { get; init; }

    /// <summary>The failure or the notice for programs, as JSON; null where it has no name. Harvesting writes it and reports read it.</summary>
    public string? Cause { get; init; }

    /// <summary>What somebody should know of a run that did not fail, in the same words; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>When a harvest goes on that had to stop asking. Told to whoever has it harvested; the store does not keep it.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}

/// <summary>How records came.</summary>
public enum RunOrigin
{
    /// <summary>They were fetched from the member's system.</summary>
    Harvest = 0,

    /// <summary>They were read again from pages that had been kept.</summary>
    Replay = 1,

    /// <summary>The member sent them.</summary>
    Upload = 2,
}

/// <summary>What a harvest asks for.</summary>
public enum HarvestScope
{
    /// <summary>Everything.</summary>
    Full = 0,

    /// <summary>What changed since the last complete harvest.</summary>
    Incremental = 1,
}

/// <summary>How far a harvest has come.</summary>
public enum RunStatus
{
    /// <summary>Under way, or cut off and to be gone on with.</summary>
    Running = 0,

    /// <summary>The whole list was fetched.</summary>
    Completed = 1,

    /// <summary>Given up. What it had stored stays stored.</summary>
    Failed = 2,
}

/// <summary>Where in its lists a harvest stands.</summary>
/// <param name="SetIndex">Which of the member's configured sets, from 0; always 0 when it has none.</param>
/// <param name="ResumptionToken">The token for the next page exactly as received; null at the start of a set.</param>
public sealed record ListPosition(int SetIndex, string? ResumptionToken);

/// <summary>What came of a harvest, or of one page of it.</summary>
public sealed record RunCounts
{
    /// <summary>Records not known before, or known as deleted.</summary>
    public long New { get; init; }

    /// <summary>Records whose content changed.</summary>
    public long Changed { get; init; }

    /// <summary>Records told again with nothing changed.</summary>
    public long Unchanged { get; init; }

    /// <summary>Records that were there and are deleted now.</summary>
    public long Deleted { get; init; }

    /// <summary>Records that are missing from a whole list, and stay until the coordinator has decided.</summary>
    public long Held { get; init; }

    /// <summary>Records that could not be read.</summary>
    public long SetAside { get; init; }

    /// <summary>Pages that were not well-formed and were read record by record.</summary>
    public long Mended { get; init; }

    /// <summary>Requests sent, retries included.</summary>
    public long Requests { get; init; }

    /// <summary>Requests that had to be sent again.</summary>
    public long Retries { get; init; }

    /// <summary>The records in words, as the log tells them.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{New} new, {Changed} changed, {Unchanged} unchanged, {Deleted} deleted, {SetAside} set aside{(Held > 0 ? $", {Held} held" : "")}");

    /// <summary>The sum of two counts.</summary>
    public static RunCounts operator +(RunCounts left, RunCounts right) => new()
    {
        New = left.New + right.New,
        Changed = left.Changed + right.Changed,
        Unchanged = left.Unchanged + right.Unchanged,
        Deleted = left.Deleted + right.Deleted,
        Held = left.Held + right.Held,
        SetAside = left.SetAside + right.SetAside,
        Mended = left.Mended + right.Mended,
        Requests = left.Requests + right.Requests,
        Retries = left.Retries + right.Retries,
    };

    /// <summary>What a count came to since another.</summary>
    public static RunCounts operator -(RunCounts now, RunCounts before) => new()
    {
        New = now.New - before.New,
        Changed = now.Changed - before.Changed,
        Unchanged = now.Unchanged - before.Unchanged,
        Deleted = now.Deleted - before.Deleted,
        Held = now.Held - before.Held,
        SetAside = now.SetAside - before.SetAside,
        Mended = now.Mended - before.Mended,
        Requests = now.Requests - before.Requests,
        Retries = now.Retries - before.Retries,
    };
}
