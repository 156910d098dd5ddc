using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Store;

/// <summary>Puts an open store at the service of the other rooms.</summary>
public static class StoreRegistration
{
    /// <summary>Registers the sides of an open store. Closing it stays with the caller.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, OpenStore store) =>
        services
        .AddSingleton(store.Harvests).AddSingleton(store.Held).AddSingleton(store.Reports)
        .AddSingleton(store.Clusters).AddSingleton(store.Overrides).AddSingleton(store.Reviews);
}
