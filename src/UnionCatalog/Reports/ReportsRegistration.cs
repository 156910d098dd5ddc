using Microsoft.Extensions.DependencyInjection;

namespace UnionCatalog.Reports;

/// <summary>Puts the reports at the service of the host.</summary>
public static class ReportsRegistration
{
    /// <summary>Registers the <see cref="Reporter"/> and the <see cref="HeldReporter"/>.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<Reporter>().AddSingleton<HeldReporter>();
}
