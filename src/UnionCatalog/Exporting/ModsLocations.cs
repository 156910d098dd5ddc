using System.Xml;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>Who has it (MODS location, one for each library and branch) and where it is to be read.</summary>
internal static class ModsLocations
{
    public static void Write(XmlWriter xml, ExportedEdition edition)
    {
        xml.Group("location", () =>
        {
            xml.Text("url", edition.Address.AbsoluteUri, ("usage", "primary display"));
            foreach (var link in edition.Description.Links)
            {
                xml.Text("url", link.Address.AbsoluteUri, ("displayLabel", link.Label), ("access", Access(link.Kind)));
            }

            xml.Text("url", edition.Description.Cover?.AbsoluteUri, ("access", "preview"));
        });
        foreach (var library in edition.Libraries)
        {
            foreach (var branch in library.Holdings.GroupBy(holding => holding.Branch))
            {
                xml.Group("location", () =>
                {
                    xml.Text("physicalLocation", branch.Key is { } name ? $"{library.Name}, {name}" : library.Name);
                    xml.Group("holdingSimple", () => WriteItems(xml, branch));
                });
            }
        }
    }

    private static void WriteItems(XmlWriter xml, IEnumerable<Holding> holdings)
    {
        foreach (var holding in holdings)
        {
            xml.Group("copyInformation", () =>
            {
                xml.Text("subLocation", holding.ShelfLocation);
                xml.Text("shelfLocator", holding.CallNumber);
                xml.Text("note", holding.Note);
                foreach (var statement in holding.Statements)
                {
                    xml.Text("enumerationAndChronology", statement);
                }

                xml.Text("itemIdentifier", holding.Barcode, ("type", "barcode"));
            });
        }
    }

    private static string? Access(RecordLinkKind kind) => kind switch
    {
        RecordLinkKind.FullText => "raw object",
        RecordLinkKind.CatalogPage => "object in context",
        _ => null,
    };
}
