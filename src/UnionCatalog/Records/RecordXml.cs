using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records;

/// <summary>
/// Loads the XML of one record, bounded in bytes, depth and elements, without DTDs. Elements are told apart by their local names
/// alone: members forget, misspell and misplace namespaces.
/// </summary>
internal static class RecordXml
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostDepth = 64;
    private const int MostElements = 5_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,

        // Control characters pass through some members' systems; DescriptionText.Clean drops them.
        CheckCharacters = false,
    };

    /// <summary>
    /// The first element that <paramref name="isRecord"/> accepts by its local name, read by <paramref name="read"/>; an
    /// unreadable record where there is none.
    /// </summary>
    /// <param name="metadata">The record's bytes in UTF-8.</param>
    /// <param name="wanted">What the record should be, for the message, such as "MODS".</param>
    /// <param name="isRecord">Whether an element of this local name is the record.</param>
    /// <param name="read">Reads the record.</param>
    public static RecordReading Read(
        ReadOnlyMemory<byte> metadata, string wanted, Func<string, bool> isRecord, Func<XElement, RecordReading> read)
    {
        if (metadata.Length > MostBytes)
        {
            return Unreadable($"The record is {metadata.Length} bytes long; one record may have {MostBytes}. Ask the library whether its system sends several records as one.");
        }

        var text = Encoding.UTF8.GetString(metadata.Span).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings, UsualPrefixes());
            var root = Load(reader);
            return root.DescendantsAndSelf().FirstOrDefault(e => isRecord(e.Name.LocalName)) is { } record
                ? read(record)
                : Unreadable($"The record is <{root.Name.LocalName}>, not {wanted}. Check the metadata format in the library's configuration.");
        }
        catch (XmlException e)
        {
            return new RecordReading.Unreadable(new RecordError(
                $"The record's XML is damaged or cut short at line {e.LineNumber}, character {e.LinePosition}, or holds what a record must not: {e.Message} Ask the library to mend the record in its catalogue.",
                ByteOffset: ByteOffset(text, e)));
        }
    }

    /// <summary>The children of this local name, in the order of the record.</summary>
    public static IEnumerable<XElement> Named(this XElement? parent, string localName) =>
        parent?.Elements().Where(e => e.Name.LocalName.Equals(localName, StringComparison.OrdinalIgnoreCase)) ?? [];

    /// <summary>The clean text of an element, entities that were escaped twice undone once; null when it is empty.</summary>
    public static string? Text(this XElement? element) => element is null ? null : DescriptionText.Clean(WebUtility.HtmlDecode(element.Value));

    /// <summary>The clean texts of the children of this local name, empty ones left out.</summary>
    public static IEnumerable<string> Texts(this XElement? parent, string localName) =>
        parent.Named(localName).Select(Text).OfType<string>();

    /// <summary>The clean value of an attribute; null when it is absent or empty.</summary>
    public static string? Value(this XElement element, string localName) =>
        DescriptionText.Clean(element.Attributes().FirstOrDefault(a => a.Name.LocalName == localName)?.Value);

    /// <summary>Builds the tree without recursion, as far as the end of the first element.</summary>
    private static XElement Load(XmlReader reader)
    {
        XElement? current = null;
        var elements = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when ++elements > MostElements:
                    throw new XmlException($"There are more than {MostElements} elements.");
                case XmlNodeType.Element:
                    var element = NewElement(reader);
                    current?.Add(element);
                    if (!reader.IsEmptyElement)
                    {
                        current = element;
                    }
                    else if (current is null)
                    {
                        return element;
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    current?.Add(new XText(reader.Value));
                    break;
                case XmlNodeType.EndElement when current!.Parent is null:
                    return current;
                case XmlNodeType.EndElement:
                    current = current.Parent;
                    break;
            }
        }

        throw new XmlException("There is no element.");
    }

    private static XElement NewElement(XmlReader reader)
    {
        if (reader.Depth >= MostDepth)
        {
            throw new XmlException($"Elements are nested more than {MostDepth} deep.");
        }

        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        }

        reader.MoveToElement();
        return element;
    }

    /// <summary>The prefixes that members use without declaring them, or declare outside the record.</summary>
    internal static XmlParserContext UsualPrefixes()
    {
        var namespaces = new XmlNamespaceManager(new NameTable());
        foreach (var prefix in new[] { "marc", "oai_dc", "dc", "dcterms", "dct", "mods", "slims", "xlink", "xsi" })
        {
            namespaces.AddNamespace(prefix, "urn:undeclared:" + prefix);
        }

        return new XmlParserContext(null, namespaces, null, XmlSpace.None);
    }

    private static RecordReading.Unreadable Unreadable(string reason) => new(new RecordError(reason));

    /// <summary>Where in the text's UTF-8 bytes an error is; null when it does not say.</summary>
    internal static long? ByteOffset(string text, XmlException e)
    {
        var start = 0;
        for (var line = 1; line < e.LineNumber; line++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
            {
                return null;
            }

            start = end + 1;
        }

        var position = start + e.LinePosition - 1;
        return e.LineNumber > 0 && position >= 0 && position <= text.Length ? Encoding.UTF8.GetByteCount(text.AsSpan(0, position)) : null;
    }
}
