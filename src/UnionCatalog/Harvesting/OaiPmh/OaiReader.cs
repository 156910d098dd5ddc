using System.Globalization;
using System.Text;
using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Reads a reply. Elements are known by their local names, because systems get the namespaces wrong.</summary>
internal static class OaiReader
{
    private const int MaxDepth = 200;

    /// <summary>Reads one reply that is well-formed.</summary>
    /// <exception cref="MemberFault">It is not OAI-PMH, or too large.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static OaiReply Read(TextReader page, HarvestOptions options)
    {
        var settings = new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = options.MaxPageBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var xml = XmlReader.Create(page, settings);
        MoveToRoot(xml);
        return ReadReply(xml, options);
    }

    /// <summary>Goes on to the next node; nesting is bounded, since the reader pays for every open element.</summary>
    internal static bool Next(this XmlReader xml) =>
        xml.Read()
        && (xml.Depth <= MaxDepth ? true : throw Faults.TooLarge(" of nesting", MaxDepth, "levels"));

    private static void MoveToRoot(XmlReader xml)
    {
        xml.MoveToContent();
        // "<br />" is how PHP begins a warning that it writes instead of an answer.
        if (xml.LocalName.ToLowerInvariant() is "html" or "br" or "b" or "p" or "div")
        {
            throw Faults.WebPage();
        }

        if (xml.LocalName != "OAI-PMH")
        {
            throw Faults.NotOaiPmh(xml.LocalName);
        }
    }

    private static OaiReply ReadReply(XmlReader xml, HarvestOptions options)
    {
        var reply = new OaiReply();
        var namespaces = new NamespaceLimit();
        namespaces.Take(xml);
        while (xml.Next() && xml.Depth > 0) // what comes after the root is none of ours
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                ReadPart(xml, reply, namespaces, options);
            }
        }

        return reply.HasAnswer || reply.Errors.Count > 0 ? reply : throw Faults.NoAnswer();
    }

    private static void ReadPart(XmlReader xml, OaiReply reply, NamespaceLimit namespaces, HarvestOptions options)
    {
        switch (xml.LocalName)
        {
            case "responseDate":
                reply.ResponseDate = OaiDates.Read(Text(xml));
                break;
            case "error":
                var code = xml.GetAttribute("code") ?? "";
                reply.Errors.Add(new(code, Text(xml)));
                break;
            case "Identify":
                reply.HasAnswer = true;
                reply.Identity = Identity(Fields(xml));
                break;
            case "ListMetadataFormats" or "ListSets" or "ListRecords":
                reply.HasAnswer = true;
                namespaces.Take(xml);
                break;
            case "metadataFormat":
                var format = Fields(xml);
                reply.Formats.Add(new(First(format, "metadataPrefix"), First(format, "schema"), First(format, "metadataNamespace")));
                break;
            case "set":
                reply.Sets.Add(First(Fields(xml), "setSpec"));
                break;
            case "record" when reply.Records.Count == options.MaxPageRecords:
                throw Faults.TooLarge("", options.MaxPageRecords, "records");
            case "record":
                reply.Records.Add(Record(xml, options));
                break;
            case "resumptionToken":
                reply.Token = Token(xml);
                break;
            default:
                namespaces.Take(xml);
                break;
        }
    }

    // Days are understood by every provider (section 2.7.1), so whatever does not clearly say seconds is asked by days.
    private static OaiIdentity Identity(ILookup<string, string> fields) =>
        new(
            HasDays: !First(fields, "granularity").Contains("hh:mm:ss", StringComparison.OrdinalIgnoreCase),
            KeepsDeletions: First(fields, "deletedRecord") == "persistent");

    private static OaiRecord Record(XmlReader xml, HarvestOptions options)
    {
        var isDeleted = false;
        var header = Enumerable.Empty<string>().ToLookup(_ => "");
        OaiMetadata? metadata = null;
        foreach (var part in Children(xml))
        {
            switch (part)
            {
                case "header":
                    isDeleted = xml.GetAttribute("status") == "deleted";
                    header = Fields(xml);
                    break;
                case "metadata":
                    foreach (var _ in Children(xml))
                    {
                        metadata ??= MetadataCopy.Take(xml, options.MaxRecordBytes);
                    }

                    break;
            }
        }

        return new(First(header, "identifier"), OaiDates.Read(First(header, "datestamp")), isDeleted, metadata);
    }

    private static ResumptionToken Token(XmlReader xml)
    {
        var size = Number(xml.GetAttribute("completeListSize"));
        return new(Text(xml), size);
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string First(ILookup<string, string> fields, string name) => fields[name].FirstOrDefault("");

    /// <summary>The child elements of the element that the reader is on, as name and text, leaving it on that element's end.</summary>
    private static ILookup<string, string> Fields(XmlReader xml)
    {
        var fields = new List<(string Name, string Text)>();
        foreach (var name in Children(xml))
        {
            fields.Add((name, Text(xml)));
        }

        return fields.ToLookup(field => field.Name, field => field.Text);
    }

    /// <summary>Stops at each child element in turn. What the caller leaves unread of one is passed over.</summary>
    private static IEnumerable<string> Children(XmlReader xml)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            yield break;
        }

        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                yield return xml.LocalName;
            }
        }
    }

    /// <summary>The text inside the element that the reader is on, leaving it on that element's end.</summary>
    private static string Text(XmlReader xml)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString().Trim();
    }
}
