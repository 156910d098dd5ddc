using System.Xml;

namespace UnionCatalog.Exporting.Marc;

/// <summary>The same record in XML (http://www.loc.gov/MARC21/slim).</summary>
internal sealed class MarcXmlForm : ExportForm
{
    private const string Slim = "http://www.loc.gov/MARC21/slim";

    public override string Name => "marcxml";

    public override string Title => "MARCXML";

    public override string MediaType => "application/marcxml+xml";

    public override string Ending => "marcxml";

    public override string? OtherEnding => "xml";

    public override byte[] Write(ExportedEdition edition) => XmlExport.Write(xml => WriteRecord(xml, edition));

    public override byte[] WriteAll(IReadOnlyList<ExportedEdition> editions) => XmlExport.Write(xml =>
    {
        xml.WriteStartElement("collection", Slim);
        foreach (var edition in editions)
        {
            WriteRecord(xml, edition);
        }

        xml.WriteEndElement();
    });

    private static void WriteRecord(XmlWriter xml, ExportedEdition edition)
    {
        var record = MarcDraft.Of(edition);
        xml.WriteStartElement("record", Slim);
        xml.WriteElementString("leader", Slim, record.Leader);
        foreach (var field in record.ControlFields)
        {
            xml.WriteStartElement("controlfield", Slim);
            xml.WriteAttributeString("tag", field.Tag);
            xml.WriteString(field.Value);
            xml.WriteEndElement();
        }

        foreach (var field in record.DataFields)
        {
            xml.WriteStartElement("datafield", Slim);
            xml.WriteAttributeString("tag", field.Tag);
            xml.WriteAttributeString("ind1", field.Indicator1.ToString());
            xml.WriteAttributeString("ind2", field.Indicator2.ToString());
            foreach (var subfield in field.Subfields)
            {
                xml.WriteStartElement("subfield", Slim);
                xml.WriteAttributeString("code", subfield.Code.ToString());
                xml.WriteString(subfield.Value);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
