using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>
/// A way in: how the records of one kind of source are come by, page by page. Made for one harvest of one member;
/// <see cref="Harvester"/> decides what is asked for, and what a harvest's end means.
/// </summary>
internal interface ISourceWalk
{
    /// <summary>Where the lists are and which they are: a run of other lists says nothing of these.</summary>
    string Lists { get; }

    /// <summary>The format that the member's configuration asks for; null: the best that there is.</summary>
    string? Format { get; }

    /// <summary>How the records come. They are fetched, unless the member sent them.</summary>
    RunOrigin Origin => RunOrigin.Harvest;

    /// <summary>How long the whole harvest may take.</summary>
    TimeSpan TimeLimit { get; }

    /// <summary>Looks at the source before its lists are walked.</summary>
    /// <param name="cutOff">The run that is gone on with, whose format stands; null for a new one.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <returns>What can be had; null where there is nothing to harvest now, and no run to be written down.</returns>
    /// <exception cref="MemberFault">The source cannot be harvested.</exception>
    Task<SourcePlan?> PlanAsync(HarvestRun? cutOff, CancellationToken cancellation);

    /// <summary>Walks on from the run's position to the end of its last list, and has each page stored with the position after it.</summary>
    /// <param name="recorder">The run.</param>
    /// <param name="requests">Stops asking the member.</param>
    /// <param name="storing">Stops storing.</param>
    /// <exception cref="MemberFault">A list cannot be followed to its end. What came is stored.</exception>
    Task WalkAsync(RunRecorder recorder, CancellationToken requests, CancellationToken storing);
}

/// <summary>What can be had of a source.</summary>
/// <param name="Format">The format to ask for.</param>
/// <param name="Overlap">How far before the last harvest its changes are asked for; null: it has no list of changes that can be trusted.</param>
/// <param name="Sweep">When its whole list tells what is gone; never <see cref="SweepMode.Auto"/>.</param>
internal sealed record SourcePlan(string Format, TimeSpan? Overlap, SweepMode Sweep);
