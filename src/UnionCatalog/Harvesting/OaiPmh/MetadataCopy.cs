using System.Text;
using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Copies one element of a page out as a document of its own, node by node, so that a huge one is never held.</summary>
internal static class MetadataCopy
{
    private const string NamespaceOfNamespaces = "http://www.w3.org/2000/xmlns/";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Copies the element that <paramref name="xml"/> is on, and leaves it on that element's end.</summary>
    /// <param name="xml">The page.</param>
    /// <param name="limit">The most bytes to keep.</param>
    public static OaiMetadata Take(XmlReader xml, int limit)
    {
        var root = new XmlQualifiedName(xml.LocalName, xml.NamespaceURI);
        var bytes = new MemoryStream();
        var chars = new char[4096];
        var isCut = false;
        using (var copy = XmlWriter.Create(bytes, Settings))
        {
            var depth = xml.Depth;
            var isEmpty = xml.IsEmptyElement;
            StartRoot(xml, copy);
            while (!isEmpty && Next(xml) && xml.Depth > depth)
            {
                isCut = isCut || bytes.Length > limit;
                if (!isCut)
                {
                    CopyNode(xml, copy, chars, () => bytes.Length > limit);
                }
            }
        }

        // Of a record that is too large only the beginning is kept, as evidence: it is not going to be read.
        isCut = isCut || bytes.Length > limit;
        return new(root, isCut ? bytes.ToArray().AsMemory(0, limit) : bytes.ToArray(), isCut);
    }

    private static bool Next(XmlReader xml) => xml.Read()
        && (xml.Depth <= OaiReader.MaxDepth ? true : throw Faults.TooLarge(" of nesting", OaiReader.MaxDepth, "levels"));

    /// <summary>
    /// Declares every prefix in scope, because attribute values (xsi:type="dcterms:URI") may use one that no name does.
    /// The writer declares by itself what names need.
    /// </summary>
    private static void StartRoot(XmlReader xml, XmlWriter copy)
    {
        copy.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
        foreach (var (prefix, name) in ((IXmlNamespaceResolver)xml).GetNamespacesInScope(XmlNamespaceScope.ExcludeXml))
        {
            if (prefix.Length > 0)
            {
                copy.WriteAttributeString("xmlns", prefix, NamespaceOfNamespaces, name);
            }
        }

        CopyAttributes(xml, copy, withNamespaces: false);
    }

    private static void CopyNode(XmlReader xml, XmlWriter copy, char[] chars, Func<bool> isTooLarge)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                copy.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
                CopyAttributes(xml, copy, withNamespaces: true);
                if (xml.IsEmptyElement)
                {
                    copy.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                copy.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                for (int read; !isTooLarge() && (read = xml.ReadValueChunk(chars, 0, chars.Length)) > 0;)
                {
                    copy.WriteChars(chars, 0, read);
                }

                break;
        }
    }

    private static void CopyAttributes(XmlReader xml, XmlWriter copy, bool withNamespaces)
    {
        while (xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI != NamespaceOfNamespaces || (withNamespaces && xml.Prefix.Length > 0))
            {
                copy.WriteAttributeString(xml.Prefix, xml.LocalName, xml.NamespaceURI, xml.Value);
            }
        }

        xml.MoveToElement();
    }
}
