namespace UnionCatalog.Server.Operation;

/// <summary>Puts what measures the service at the service of the host.</summary>
internal static class TelemetryRegistration
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services) => services
        .AddHostedService<TelemetryExport>()
        .AddHostedService<HarvestAges>();
}
