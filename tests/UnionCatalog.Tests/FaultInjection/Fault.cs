using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>What comes of a harvest under a fault.</summary>
internal enum Outcome
{
    /// <summary>The run fails; its line says why.</summary>
    Failed,

    /// <summary>The run completes, and one record is set aside; its line says why.</summary>
    SetAside,

    /// <summary>The run completes with all records; nobody has to be told anything.</summary>
    Survived,
}

/// <summary>One line of the table of faults.</summary>
/// <param name="Name">The test's name.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Words">What the line says; "" where there is none.</param>
/// <param name="Break">Puts the fault in place.</param>
internal sealed record Fault(string Name, Outcome Outcome, string Words, Action<FaultRoad> Break)
{
    /// <summary>How the member is configured under the fault; by default as ever.</summary>
    public Func<Member, Member> Configured { get; init; } = member => member;

    /// <summary>What else holds after it.</summary>
    public Action<FaultRoad, HarvestRun>? Also { get; init; }

    public HarvestOptions? Options { get; init; }

    public override string ToString() => Name;
}
