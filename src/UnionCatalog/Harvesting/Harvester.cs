using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting;

/// <summary>Harvests one member: decides what to ask for, follows the list, appends page by page, ends the run.</summary>
public sealed class Harvester
{
    /// <summary>
    /// Harvests a member. A run that was cut off is gone on with. Never throws for a member's fault: the run it gives back
    /// says what happened. A cancelled harvest stays running in the store and is gone on with the next time.
    /// </summary>
    /// <param name="member">Whom to harvest.</param>
    /// <param name="scope">Full: everything. Incremental: what changed since the last complete harvest, everything if there was none.</param>
    /// <param name="progress">Told after every page.</param>
    /// <param name="cancellation">Stops between two pages or within a request.</param>
    public Task<HarvestRun> HarvestAsync(
        Member member, HarvestScope scope, IProgress<HarvestRun>? progress, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
