using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace UnionCatalog.Tests.Records;

/// <summary>Takes records out of recorded replies, as a harvest hands them on: one element each, in UTF-8.</summary>
internal static class RecordedRecords
{
    /// <summary>Every element of this local name in a file; none where the file is no XML, as some of them are on purpose.</summary>
    public static List<byte[]> In(string file, string localName)
    {
        try
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false });
            return [.. XElement.Load(reader).DescendantsAndSelf().Where(e => e.Name.LocalName == localName).Select(Bytes)];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static byte[] Bytes(XElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            element.Save(writer);
        }

        return stream.ToArray();
    }
}
