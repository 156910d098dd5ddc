using Microsoft.Extensions.DependencyInjection;

namespace UnionCatalog.Reports;

/// <summary>Puts the reports at the service of the host.</summary>
public static class ReportsRegistration
{
    /// <summary>Registers the <see cref="Reporter"/>, the <see cref="HeldReporter"/> and the <see cref="NightReporter"/>.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="nights">When a night is over, and what in it needs a person.</param>
    public static IServiceCollection AddReports(this IServiceCollection services, NightOptions nights) =>
        services.AddSingleton(nights).AddSingleton<Reporter>().AddSingleton<HeldReporter>().AddSingleton<NightReporter>();
}
