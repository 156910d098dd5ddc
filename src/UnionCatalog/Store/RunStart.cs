using UnionCatalog.Members;

namespace UnionCatalog.Store;

/// <summary>What a run sets out to do.</summary>
public sealed record RunStart
{
    /// <summary>How its records come. Default: they are fetched.</summary>
    public RunOrigin Origin { get; init; }

    /// <summary>What is asked for.</summary>
    public required HarvestScope Scope { get; init; }

    /// <summary>Whether it goes through everything the member has, so that what it does not tell is gone. Default: it does not.</summary>
    public bool IsSweep { get; init; }

    /// <summary>The format asked for.</summary>
    public required string MetadataPrefix { get; init; }

    /// <summary>Where the lists are and which they are. Default: nowhere in particular.</summary>
    public string Lists { get; init; } = "";

    /// <summary>The "from" that is asked for; null for everything.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it starts, by this machine's clock.</summary>
    public required DateTimeOffset Started { get; init; }
}

/// <summary>How a run ends.</summary>
public sealed record RunEnd
{
    /// <summary>When, by this machine's clock.</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>Why it failed, in words a librarian understands; null when it is complete.</summary>
    public string? Failure { get; init; }

    /// <summary>The failure or the notice for programs, as JSON.</summary>
    public string? Cause { get; init; }

    /// <summary>What somebody should know of a run that did not fail.</summary>
    public string? Notice { get; init; }

    /// <summary>Requests and retries not yet counted with a page.</summary>
    public RunCounts Extra { get; init; } = new();

    /// <summary>
    /// Of a complete sweep: how many of the records that it did not tell may be removed without the coordinator's word. Null:
    /// none is removed, and none is held.
    /// </summary>
    public RemovalLimit? Absences { get; init; }
}

/// <summary>Why a run waits.</summary>
public sealed record RunPause
{
    /// <summary>Until when, and why, in words a librarian understands.</summary>
    public required string Notice { get; init; }

    /// <summary>The same for programs, as JSON.</summary>
    public string? Cause { get; init; }

    /// <summary>Requests and retries not yet counted with a page.</summary>
    public RunCounts Extra { get; init; } = new();
}
