using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using UnionCatalog.FullText;
using UnionCatalog.Search;
using UnionCatalog.Store;

namespace UnionCatalog.Server.Operation;

/// <summary>Whether a search would be answered: the store answers, the index is open and none came upon damage in it.</summary>
internal sealed class StoreCheck(IHarvestStore harvests, ISearchIndex index, CatalogSearch search) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var runs = await harvests.ListLatestRunsAsync(cancellationToken);
            using var snapshot = index.OpenSnapshot();
            return search.Damage is { } damage
                ? HealthCheckResult.Unhealthy("The index is damaged.", damage)
                : HealthCheckResult.Healthy($"{runs.Count} members harvested, index at change {snapshot.Cursor}");
        }
        catch (Exception fault) when (fault is DbException or IOException or ObjectDisposedException)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", fault);
        }
    }
}
