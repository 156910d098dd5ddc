using System.Xml;

namespace UnionCatalog.Server.OaiProvider;

/// <summary>
/// One library's whole repository in one XML file:
/// <code>
/// &lt;repository xmlns="urn:union-catalog:static-repository"&gt;
///   &lt;identify name="SMA Negeri 1" adminEmail="library@example.org" granularity="seconds"/&gt;   (or "day")
///   &lt;format prefix="marcxml" schema="http://…/MARC21slim.xsd" namespace="http://www.loc.gov/MARC21/slim"/&gt;
///   &lt;set spec="fiction:poetry" name="Puisi"/&gt;                                                  (none, one or more)
///   &lt;record identifier="oai:example.org:17" datestamp="2026-01-31T08:00:00Z" set="fiction:poetry local"&gt;
///     &lt;record xmlns="http://www.loc.gov/MARC21/slim"&gt;…&lt;/record&gt;
///   &lt;/record&gt;
///   &lt;record identifier="oai:example.org:18" datestamp="2026-02-01T09:30:00Z" status="deleted"/&gt;
/// &lt;/repository&gt;
/// </code>
/// The parts come in this order. The datestamp is UTC, to the second or the day; "set" holds the paths of sets with spaces
/// between them. A record holds one element for each format it has, known by its namespace; a deleted one is empty.
/// </summary>
internal static class StaticRepository
{
    private const string Namespace = "urn:union-catalog:static-repository";
    private const long MaxCharacters = 64 * 1024 * 1024;

    /// <summary>Reads such a file; <paramref name="pageSize"/> is the number of records on one page of a list.</summary>
    /// <exception cref="InvalidDataException">The file is not of this form; the message names the line.</exception>
    public static OaiRepository Load(Stream stream, int pageSize = 100)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true,
            IgnoreWhitespace = true, MaxCharactersInDocument = MaxCharacters,
        };
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            return Read(reader, pageSize);
        }
        catch (XmlException error)
        {
            throw new InvalidDataException($"The repository file is not well-formed XML. {error.Message}", error);
        }
    }

    private static OaiRepository Read(XmlReader reader, int pageSize)
    {
        OaiIdentity? identity = null;
        var (formats, sets, items) = (new List<OaiFormat>(), new List<OaiSet>(), new List<OaiItem>());
        reader.MoveToContent();
        Expect(reader, "repository");
        reader.ReadStartElement();
        while (reader.MoveToContent() == XmlNodeType.Element)
        {
            switch (reader.NamespaceURI == Namespace ? reader.LocalName : "")
            {
                case "identify": identity = Identity(reader, pageSize); break;
                case "format": formats.Add(new(Attribute(reader, "prefix"), Attribute(reader, "schema"), Attribute(reader, "namespace"))); break;
                case "set": sets.Add(new(Attribute(reader, "spec"), Attribute(reader, "name"))); break;
                case "record": items.Add(Item(reader, formats)); continue;
                default: throw Wrong(reader, $"<{reader.Name}> is not expected here");
            }

            reader.Skip();
        }

        return new(identity ?? throw Wrong(reader, "<identify> is missing"), formats, items, sets);
    }

    private static OaiIdentity Identity(XmlReader reader, int pageSize) => new()
    {
        Name = Attribute(reader, "name"),
        AdminEmail = Attribute(reader, "adminEmail"),
        PageSize = pageSize,
        Granularity = Attribute(reader, "granularity") switch
        {
            "day" => OaiGranularity.Day,
            "seconds" => OaiGranularity.Seconds,
            _ => throw Wrong(reader, "granularity is \"day\" or \"seconds\""),
        },
    };

    private static OaiItem Item(XmlReader reader, List<OaiFormat> formats)
    {
        var identifier = Attribute(reader, "identifier");
        var datestamp = OaiDatestamp.Read(Attribute(reader, "datestamp"))?.Instant
            ?? throw Wrong(reader, $"the datestamp of {identifier} is not of the form {OaiDatestamp.Name(OaiGranularity.Seconds)}");
        var sets = (reader.GetAttribute("set") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var deleted = reader.GetAttribute("status") == "deleted";
        var metadata = Metadata(reader, formats);
        return deleted == (metadata.Count == 0)
            ? new(identifier, datestamp, sets, metadata, deleted)
            : throw Wrong(reader, $"{identifier} is either deleted or has metadata");
    }

    private static Dictionary<string, string> Metadata(XmlReader reader, List<OaiFormat> formats)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return metadata;
        }

        reader.ReadStartElement();
        while (reader.MoveToContent() == XmlNodeType.Element)
        {
            var format = formats.Find(format => format.Namespace == reader.NamespaceURI)
                ?? throw Wrong(reader, $"no <format> has the namespace of <{reader.Name}>");
            if (!metadata.TryAdd(format.Prefix, reader.ReadOuterXml()))
            {
                throw Wrong(reader, $"the record has two {format.Prefix} elements");
            }
        }

        reader.ReadEndElement();
        return metadata;
    }

    private static void Expect(XmlReader reader, string name)
    {
        if (reader.LocalName != name || reader.NamespaceURI != Namespace)
        {
            throw Wrong(reader, $"<{name} xmlns=\"{Namespace}\"> is expected");
        }
    }

    private static string Attribute(XmlReader reader, string name) =>
        reader.GetAttribute(name) is { Length: > 0 } value ? value : throw Wrong(reader, $"<{reader.Name}> has no {name}");

    private static InvalidDataException Wrong(XmlReader reader, string what) =>
        new($"Line {((IXmlLineInfo)reader).LineNumber} of the repository file: {what}.");
}
