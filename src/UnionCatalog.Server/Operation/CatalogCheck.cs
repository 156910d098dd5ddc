using Microsoft.Extensions.Diagnostics.HealthChecks;
using UnionCatalog.Server.Jobs;

namespace UnionCatalog.Server.Operation;

/// <summary>Whether what was harvested also comes into the catalogue.</summary>
internal sealed class CatalogCheck(CatalogUpdater updater) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(updater.LastFault is { } fault
            ? HealthCheckResult.Unhealthy("The clusters and the index could not be brought up to date.", fault)
            : HealthCheckResult.Healthy());
}
