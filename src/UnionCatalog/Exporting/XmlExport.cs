using System.Text;
using System.Xml;

namespace UnionCatalog.Exporting;

/// <summary>Writes XML documents: UTF-8, without a byte order mark, indented for those who look into the file.</summary>
internal static class XmlExport
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    /// <summary>The document that <paramref name="write"/> writes.</summary>
    public static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            write(xml);
        }

        return bytes.ToArray();
    }

    /// <summary>An element with a text; none where there is no text.</summary>
    public static void Text(this XmlWriter xml, string name, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (text is null)
        {
            return;
        }

        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(attribute, value);
            }
        }

        xml.WriteString(text);
        xml.WriteEndElement();
    }

    /// <summary>An element around others.</summary>
    public static void Group(this XmlWriter xml, string name, Action write, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(attribute, value);
            }
        }

        write();
        xml.WriteEndElement();
    }
}
