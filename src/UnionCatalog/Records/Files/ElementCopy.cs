using System.Text;
using System.Xml;

namespace UnionCatalog.Records.Files;

/// <summary>Copies one element out of a file, node by node, so that a huge one is never held.</summary>
internal static class ElementCopy
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        ConformanceLevel = ConformanceLevel.Fragment,
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
        CheckCharacters = false,
    };

    /// <summary>Copies the element that <paramref name="xml"/> is on, and leaves it on that element's end.</summary>
    /// <returns>The element in UTF-8; null when it has more than <paramref name="limit"/> bytes.</returns>
    public static byte[]? Take(XmlReader xml, int limit)
    {
        var bytes = new MemoryStream();
        var chars = new char[4096];
        using (var copy = XmlWriter.Create(bytes, Settings))
        using (var element = xml.ReadSubtree())
        {
            while (element.Read())
            {
                if (bytes.Length <= limit)
                {
                    CopyNode(element, copy, chars, () => bytes.Length <= limit);
                }
            }
        }

        return bytes.Length > limit ? null : bytes.ToArray();
    }

    private static void CopyNode(XmlReader xml, XmlWriter copy, char[] chars, Func<bool> isRoom)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                copy.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
                copy.WriteAttributes(xml, defattr: false);
                if (xml.IsEmptyElement)
                {
                    copy.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                copy.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                for (int read; isRoom() && (read = xml.ReadValueChunk(chars, 0, chars.Length)) > 0;)
                {
                    copy.WriteChars(chars, 0, read);
                }

                break;
        }
    }
}
