using System.Xml;

namespace UnionCatalog.Exporting;

/// <summary>MODS 3.7 (http://www.loc.gov/mods/v3).</summary>
internal sealed class ModsForm : ExportForm
{
    private const string Version3 = "http://www.loc.gov/mods/v3";

    public override string Name => "mods";

    public override string Title => "MODS";

    public override string MediaType => "application/mods+xml";

    public override string Ending => "mods";

    public override byte[] Write(ExportedEdition edition) => XmlExport.Write(xml => WriteRecord(xml, edition));

    public override byte[] WriteAll(IReadOnlyList<ExportedEdition> editions) => XmlExport.Write(xml =>
    {
        xml.WriteStartElement("modsCollection", Version3);
        foreach (var edition in editions)
        {
            WriteRecord(xml, edition);
        }

        xml.WriteEndElement();
    });

    private static void WriteRecord(XmlWriter xml, ExportedEdition edition)
    {
        xml.WriteStartElement("mods", Version3);
        xml.WriteAttributeString("version", "3.7");
        ModsDescription.Write(xml, edition);
        ModsLocations.Write(xml, edition);
        xml.Group("recordInfo", () =>
        {
            xml.Text("recordContentSource", edition.Origin.Agency);
            xml.Text("recordIdentifier", edition.Id, ("source", edition.Origin.Agency));
        });
        xml.WriteEndElement();
    }
}
