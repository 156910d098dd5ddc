using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.FullText;

namespace UnionCatalog.Search;

/// <summary>Puts the catalogue's search at the service of the doors.</summary>
public static class SearchRegistration
{
    /// <summary>Registers the <see cref="Indexer"/> and the <see cref="CatalogSearch"/>, with what stands on it, over an open index. Closing it stays with the caller.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, ISearchIndex index) =>
        services.AddSingleton(index).AddSingleton<Indexer>().AddSingleton<CatalogSearch>().AddSingleton<KnownItems.KnownItemSearch>()
            .AddSingleton<Browsing.CatalogBrowser>().AddSingleton<Suggesting.CatalogSuggester>();
}
