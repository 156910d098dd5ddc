using System.Collections.Concurrent;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Availability;

/// <summary>When each library's last harvest was complete, looked up once a minute at most.</summary>
internal sealed class HarvestDates(IHarvestStore harvests, TimeProvider clock)
{
    private static readonly TimeSpan Keeping = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<SourceId, (DateTimeOffset? Ended, DateTimeOffset Read)> _known = new();

    /// <summary>When it was; null when none was.</summary>
    public async Task<DateTimeOffset?> FindAsync(SourceId library, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(library, out var known) && now - known.Read < Keeping)
        {
            return known.Ended;
        }

        var ended = (await harvests.FindLastCompletedAsync(library, cancellation))?.Ended;
        _known[library] = (ended, now);
        return ended;
    }
}
