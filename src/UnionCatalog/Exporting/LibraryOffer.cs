using System.Text.Json.Nodes;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>That a library lends an edition, as schema.org says it: an offer to lease it out, with the call number as its "sku".</summary>
internal static class LibraryOffer
{
    public static JsonObject Of(ExportedLibrary library, ExportOrigin origin)
    {
        var lender = new JsonObject { ["@type"] = "Library", ["name"] = library.Name, ["url"] = new Uri(origin.Site, $"libraries/{library.Id}").AbsoluteUri };
        lender.AddText("address", library.Place);
        var offer = new JsonObject
        {
            ["@type"] = "Offer",
            ["businessFunction"] = "http://purl.org/goodrelations/v1#LeaseOut",
            ["price"] = "0",
            ["priceCurrency"] = "IDR",
            ["offeredBy"] = lender,
        };
        offer.AddText("sku", library.Holdings.Select(holding => holding.CallNumber).FirstOrDefault(number => number is not null));
        offer.AddText("availability", Availability(library.Holdings));
        return offer;
    }

    /// <summary>The best that any copy offers; nothing where no copy's status is known.</summary>
    private static string? Availability(IReadOnlyList<Holding> holdings) =>
        holdings.Any(holding => holding.Status == ItemStatus.Available) ? "https://schema.org/InStock"
        : holdings.Any(holding => holding.Status == ItemStatus.NotForLoan) ? "https://schema.org/InStoreOnly"
        : holdings.Any(holding => holding.Status == ItemStatus.OnLoan) ? "https://schema.org/OutOfStock"
        : null;
}
