using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Exporting;
using UnionCatalog.Search;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Exporting;

/// <summary>Every edition of the demo, as forms get them.</summary>
internal static class DemoEditions
{
    public static async Task<IReadOnlyList<ExportedEdition>> ExportedAsync()
    {
        var service = await DemoCatalog.Service;
        var search = service.Services.GetRequiredService<CatalogSearch>();
        var editions = new List<ExportedEdition>();
        for (var page = 1; editions.Count < search.EntryCount; page++)
        {
            var found = search.Search(new SearchRequest { Page = page, Size = 100 });
            editions.AddRange(found.Entries.Select(entry => ExportedEdition.Of(entry, service.Members, FactRecord.Origin)));
        }

        return editions;
    }
}
