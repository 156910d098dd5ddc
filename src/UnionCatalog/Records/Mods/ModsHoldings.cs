using System.Xml.Linq;

namespace UnionCatalog.Records.Mods;

/// <summary>Reads what the library has of a MODS record (location).</summary>
internal static class ModsHoldings
{
    /// <summary>One holding a copy; where there are none, one a location, or one for the record.</summary>
    public static IReadOnlyList<Holding> Read(XElement mods)
    {
        var holdings = mods.Named("location").SelectMany(ReadLocation).ToList();
        return holdings.Count > 0 ? holdings : [new Holding()];
    }

    private static IEnumerable<Holding> ReadLocation(XElement location)
    {
        var branch = location.Texts("physicalLocation").FirstOrDefault();
        var callNumber = location.Texts("shelfLocator").FirstOrDefault();
        var copies = location.Named("holdingSimple").SelectMany(h => h.Named("copyInformation")).ToList();
        if (copies.Count > 0)
        {
            return copies.Select(copy => ReadCopy(copy, branch, callNumber));
        }

        // A location may hold nothing but an address.
        return branch is null && callNumber is null ? [] : [new Holding { Branch = branch, CallNumber = callNumber }];
    }

    private static Holding ReadCopy(XElement copy, string? branch, string? callNumber) => new()
    {
        Branch = branch,
        ShelfLocation = copy.Texts("subLocation").FirstOrDefault(),
        CallNumber = copy.Texts("shelfLocator").FirstOrDefault() ?? callNumber,
        Barcode = Barcode(copy),
        Note = copy.Texts("note").FirstOrDefault(),
        Statements = [.. copy.Texts("enumerationAndChronology")],
    };

    /// <summary>SLiMS writes the barcode into an element that MODS does not have, numerationAndChronology.</summary>
    private static string? Barcode(XElement copy)
    {
        var identifiers = copy.Named("itemIdentifier").OrderBy(i => i.Value("type") != "barcode").Select(RecordXml.Text);
        return identifiers.Concat(copy.Texts("numerationAndChronology")).FirstOrDefault(text => text is not null);
    }
}
