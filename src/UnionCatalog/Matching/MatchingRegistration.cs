using Microsoft.Extensions.DependencyInjection;

namespace UnionCatalog.Matching;

/// <summary>Puts matching at the service of the host.</summary>
public static class MatchingRegistration
{
    /// <summary>Registers the <see cref="Clusters.ClusterBuilder"/>, and what explains its clusters.</summary>
    public static IServiceCollection AddMatching(this IServiceCollection services) => services
        .AddSingleton<Clusters.ClusterBuilder>()
        .AddExplaining();

    /// <summary>Registers what explains clusters and takes decisions of them; it needs the store, the members and the time.</summary>
    public static IServiceCollection AddExplaining(this IServiceCollection services) => services
        .AddSingleton<Deciding.DecisionDesk>()
        .AddSingleton<Explaining.RecordFinder>()
        .AddSingleton<Explaining.MeetingFinder>()
        .AddSingleton<Explaining.MatchExplainer>()
        .AddSingleton<Explaining.ClusterExplainer>()
        .AddSingleton<Explaining.ReviewExplainer>();
}
