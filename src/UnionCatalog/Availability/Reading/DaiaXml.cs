using System.Runtime.InteropServices;
using System.Xml;

namespace UnionCatalog.Availability.Reading;

/// <summary>DAIA in XML (DAIA 0.5, namespace http://ws.gbv.de/daia/).</summary>
internal static class DaiaXml
{
    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    /// <summary>The items of every document of the answer.</summary>
    /// <exception cref="XmlException">It is not XML, or it has a document type.</exception>
    public static IReadOnlyList<ItemNow> Read(ReadOnlyMemory<byte> xml)
    {
        var bytes = MemoryMarshal.TryGetArray(xml, out var segment) ? segment : xml.ToArray();
        using var reader = XmlReader.Create(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), Careful);
        var items = new List<DaiaItem>();
        while (items.Count <= StatusReply.MostItems && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Note(reader, items);
            }
        }

        return [.. items.Select(item => item.Read())];
    }

    private static void Note(XmlReader reader, List<DaiaItem> items)
    {
        switch (reader.LocalName)
        {
            case "item":
                items.Add(new DaiaItem());
                break;
            case "available" when items.Count > 0:
                items[^1].AddAvailable(reader.GetAttribute("service"));
                break;
            case "unavailable" when items.Count > 0:
                items[^1].AddUnavailable(reader.GetAttribute("service"), reader.GetAttribute("expected"));
                break;
            case "label" when items.Count > 0 && !reader.IsEmptyElement && reader.Read() && reader.NodeType == XmlNodeType.Text:
                items[^1].Label = reader.Value;
                break;
        }
    }
}
