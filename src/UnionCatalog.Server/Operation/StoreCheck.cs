using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using UnionCatalog.FullText;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Operation;

/// <summary>Whether a search would be answered: the store answers and the index is open.</summary>
internal sealed class StoreCheck(IHarvestStore harvests, SearchIndex index) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var runs = await harvests.ListLatestRunsAsync(cancellationToken);
            return HealthCheckResult.Healthy($"{runs.Count} members harvested, index at change {index.Snapshot.Cursor}");
        }
        catch (Exception fault) when (fault is DbException or IOException or ObjectDisposedException)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", fault);
        }
    }
}
