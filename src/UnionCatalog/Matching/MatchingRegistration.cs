using Microsoft.Extensions.DependencyInjection;

namespace UnionCatalog.Matching;

/// <summary>Puts matching at the service of the host.</summary>
public static class MatchingRegistration
{
    /// <summary>Registers the <see cref="Clusters.ClusterBuilder"/>.</summary>
    public static IServiceCollection AddMatching(this IServiceCollection services) => services.AddSingleton<Clusters.ClusterBuilder>();
}
