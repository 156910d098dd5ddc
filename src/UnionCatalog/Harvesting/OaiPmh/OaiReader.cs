using System.Globalization;
using System.Text;
using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Reads a reply. Elements are known by their local names, because systems get the namespaces wrong.</summary>
internal static class OaiReader
{
    /// <summary>How deep the elements of a reply may be nested.</summary>
    internal const int MaxDepth = 200;

    /// <summary>Reads one reply that is well-formed.</summary>
    /// <exception cref="MemberFault">It is not OAI-PMH, or too large.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static OaiReply Read(TextReader page, HarvestOptions options)
    {
        using var xml = new AnyXml(page, options.MaxPageBytes);
        return Read(xml, options);
    }

    /// <inheritdoc cref="Read(TextReader, HarvestOptions)"/>
    public static OaiReply Read(IPageXml xml, HarvestOptions options)
    {
        MoveToRoot(xml);
        return ReadReply(xml, options);
    }

    /// <summary>Goes on to the next node; nesting is bounded, since the reader pays for every open element.</summary>
    private static bool Next(this IPageXml xml) =>
        xml.Read()
        && (xml.Depth <= MaxDepth ? true : throw Faults.TooLarge(" of nesting", MaxDepth, "levels"));

    private static void MoveToRoot(IPageXml xml)
    {
        while (xml.Read() && xml.NodeType != XmlNodeType.Element)
        {
        }

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

    private static OaiReply ReadReply(IPageXml xml, HarvestOptions options)
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

    private static void ReadPart(IPageXml xml, OaiReply reply, NamespaceLimit namespaces, HarvestOptions options)
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

    private static OaiRecord Record(IPageXml xml, HarvestOptions options)
    {
        var header = default(Header);
        OaiMetadata? metadata = null;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.LocalName)
            {
                case "header":
                    header = ReadHeader(xml);
                    break;
                case "metadata":
                    for (var inside = xml.Depth; xml.NextChild(inside);)
                    {
                        metadata ??= xml.TakeElement(options.MaxRecordBytes);
                    }

                    break;
            }
        }

        return new(header.Identifier ?? "", header.Datestamp is { } date ? OaiDates.Read(date) : null, header.IsDeleted, metadata);
    }

    private static Header ReadHeader(IPageXml xml)
    {
        var header = new Header(xml.GetAttribute("status") == "deleted", null, null);
        for (var depth = xml.Depth; xml.NextChild(depth);)
        {
            header = xml.LocalName switch
            {
                "identifier" when header.Identifier is null => header with { Identifier = Text(xml) },
                "datestamp" when header.Datestamp is null => header with { Datestamp = Text(xml) },
                _ => header,
            };
        }

        return header;
    }

    private static ResumptionToken Token(IPageXml xml)
    {
        var size = Number(xml.GetAttribute("completeListSize"));
        return new(Text(xml), size);
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string First(ILookup<string, string> fields, string name) => fields[name].FirstOrDefault("");

    /// <summary>The child elements of the element that the reader is on, as name and text, leaving it on that element's end.</summary>
    private static ILookup<string, string> Fields(IPageXml xml)
    {
        var fields = new List<(string Name, string Text)>();
        for (var depth = xml.Depth; xml.NextChild(depth);)
        {
            fields.Add((xml.LocalName, Text(xml)));
        }

        return fields.ToLookup(field => field.Name, field => field.Text);
    }

    /// <summary>
    /// Goes on to the next child of the element at this depth, passing over what is unread of the one before; false at the
    /// element's end.
    /// </summary>
    private static bool NextChild(this IPageXml xml, int depth)
    {
        if (xml.Depth == depth && (xml.NodeType != XmlNodeType.Element || xml.IsEmptyElement))
        {
            return false;
        }

        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text inside the element that the reader is on, leaving it on that element's end.</summary>
    private static string Text(IPageXml xml)
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

    /// <summary>Of a record's header what counts: the first of each name.</summary>
    private readonly record struct Header(bool IsDeleted, string? Identifier, string? Datestamp);
}
