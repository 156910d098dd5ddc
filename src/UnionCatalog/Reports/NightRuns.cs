using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Reports;

/// <summary>
/// The runs of a night: those that started in it, and those that were not over in the report before, whose counts are what
/// they came to since. So a harvest over two nights is told in both, and each of its records once.
/// </summary>
internal sealed class NightRuns
{
    private readonly ILookup<SourceId, NightRun> _runs;

    private NightRuns(IEnumerable<NightRun> runs) => _runs = runs.ToLookup(run => run.Run.Source);

    public static async Task<NightRuns> ReadAsync(
        IHarvestStore harvests, DateTimeOffset from, DateTimeOffset to, NightReport? before, CancellationToken cancellation)
    {
        var open = (before?.Members ?? []).SelectMany(member => member.Open).ToDictionary(run => run.Id);
        var first = open.Values.Select(run => run.Started).Append(from).Min();
        var runs = await harvests.ListRunsAsync(first, to, cancellation);
        return new(runs
            .Where(run => run.Started >= from || open.ContainsKey(run.Id))
            .Select(run => new NightRun(run, open.GetValueOrDefault(run.Id)?.Told ?? new(), from, to)));
    }

    /// <summary>A member's runs, in the order they started.</summary>
    public IReadOnlyList<NightRun> Of(SourceId member) => [.. _runs[member]];
}

/// <summary>A run, as far as it belongs to a night.</summary>
/// <param name="Run">The run as it is now.</param>
/// <param name="Told">What of it was told in the reports before.</param>
/// <param name="From">The night's beginning.</param>
/// <param name="To">The night's end.</param>
internal sealed record NightRun(HarvestRun Run, RunCounts Told, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>What it came to in this night.</summary>
    public RunCounts Counts => Run.Counts - Told;

    /// <summary>How long it took of this night, in seconds. A run that was cut off and gone on with took the time between as well.</summary>
    public double Seconds
    {
        get
        {
            var started = Run.Started > From ? Run.Started : From;
            // A run may end after noon, and a clock may be set back.
            return Math.Max(0, ((Run.Ended ?? To) - started).TotalSeconds);
        }
    }
}
