using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace UnionCatalog.Server.Operation;

/// <summary>
/// For whoever watches the service: /health/live says that the process answers at all, and should be restarted where it
/// does not; /health/ready says whether it does its work, with 503 where it does not. Neither says why: the log does.
/// </summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreCheck>("store").AddCheck<CatalogCheck>("catalogue");
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }
}
