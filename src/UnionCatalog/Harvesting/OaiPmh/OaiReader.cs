using System.Globalization;
using System.Text;
using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// Reads a reply as it streams in; only its records' own bytes are held. Elements are known by their local names, because
/// systems get the namespaces wrong.
/// </summary>
internal static class OaiReader
{
    private const int MaxDepth = 200;

    /// <summary>Reads one reply to its end.</summary>
    /// <exception cref="MemberFault">It is not OAI-PMH, not well-formed, or too large.</exception>
    public static async Task<OaiReply> ReadAsync(PageStream page, HarvestOptions options)
    {
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = options.MaxPageBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var xml = XmlReader.Create(page, settings);
        try
        {
            await MoveToRootAsync(xml);
            return await ReadReplyAsync(xml, options);
        }
        catch (XmlException error)
        {
            throw Explain(error, page.Head);
        }
    }

    /// <summary>Goes on to the next node; nesting is bounded, since the reader pays for every open element.</summary>
    internal static async Task<bool> NextAsync(this XmlReader xml) =>
        await xml.ReadAsync()
        && (xml.Depth <= MaxDepth ? true : throw Faults.TooLarge(" of nesting", MaxDepth, "levels"));

    private static async Task MoveToRootAsync(XmlReader xml)
    {
        await xml.MoveToContentAsync();
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

    private static async Task<OaiReply> ReadReplyAsync(XmlReader xml, HarvestOptions options)
    {
        var reply = new OaiReply();
        while (await xml.NextAsync())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                await ReadPartAsync(xml, reply, options);
            }
        }

        return reply.HasAnswer || reply.Errors.Count > 0 ? reply : throw Faults.NoAnswer();
    }

    private static async Task ReadPartAsync(XmlReader xml, OaiReply reply, HarvestOptions options)
    {
        switch (xml.LocalName)
        {
            case "responseDate":
                reply.ResponseDate = OaiDates.Read(await TextAsync(xml));
                break;
            case "error":
                var code = xml.GetAttribute("code") ?? "";
                reply.Errors.Add(new(code, await TextAsync(xml)));
                break;
            case "Identify":
                reply.HasAnswer = true;
                reply.Identity = Identity(await FieldsAsync(xml));
                break;
            case "ListMetadataFormats" or "ListSets" or "ListRecords":
                reply.HasAnswer = true;
                break;
            case "metadataFormat":
                var format = await FieldsAsync(xml);
                reply.Formats.Add(new(First(format, "metadataPrefix"), First(format, "schema"), First(format, "metadataNamespace")));
                break;
            case "set":
                reply.Sets.Add(First(await FieldsAsync(xml), "setSpec"));
                break;
            case "record" when reply.Records.Count == options.MaxPageRecords:
                throw Faults.TooLarge("", options.MaxPageRecords, "records");
            case "record":
                reply.Records.Add(await RecordAsync(xml, options));
                break;
            case "resumptionToken":
                reply.Token = await TokenAsync(xml);
                break;
        }
    }

    // Days are understood by every provider (section 2.7.1), so whatever does not clearly say seconds is asked by days.
    private static OaiIdentity Identity(ILookup<string, string> fields) =>
        new(HasDays: !First(fields, "granularity").Contains("hh:mm:ss", StringComparison.OrdinalIgnoreCase));

    private static async Task<OaiRecord> RecordAsync(XmlReader xml, HarvestOptions options)
    {
        var isDeleted = false;
        var header = Enumerable.Empty<string>().ToLookup(_ => "");
        OaiMetadata? metadata = null;
        await foreach (var part in ChildrenAsync(xml))
        {
            switch (part)
            {
                case "header":
                    isDeleted = xml.GetAttribute("status") == "deleted";
                    header = await FieldsAsync(xml);
                    break;
                case "metadata":
                    await foreach (var _ in ChildrenAsync(xml))
                    {
                        metadata ??= await MetadataCopy.TakeAsync(xml, options.MaxRecordBytes);
                    }

                    break;
            }
        }

        return new(First(header, "identifier"), OaiDates.Read(First(header, "datestamp")), isDeleted, metadata);
    }

    private static async Task<ResumptionToken> TokenAsync(XmlReader xml)
    {
        var size = Number(xml.GetAttribute("completeListSize"));
        return new(await TextAsync(xml), size);
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string First(ILookup<string, string> fields, string name) => fields[name].FirstOrDefault("");

    /// <summary>The child elements of the element that the reader is on, as name and text, leaving it on that element's end.</summary>
    private static async Task<ILookup<string, string>> FieldsAsync(XmlReader xml)
    {
        var fields = new List<(string Name, string Text)>();
        await foreach (var name in ChildrenAsync(xml))
        {
            fields.Add((name, await TextAsync(xml)));
        }

        return fields.ToLookup(field => field.Name, field => field.Text);
    }

    /// <summary>Stops at each child element in turn. What the caller leaves unread of one is passed over.</summary>
    private static async IAsyncEnumerable<string> ChildrenAsync(XmlReader xml)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            yield break;
        }

        while (await xml.NextAsync() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                yield return xml.LocalName;
            }
        }
    }

    /// <summary>The text inside the element that the reader is on, leaving it on that element's end.</summary>
    private static async Task<string> TextAsync(XmlReader xml)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        while (await xml.NextAsync() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                text.Append(await xml.GetValueAsync());
            }
        }

        return text.ToString().Trim();
    }

    private static MemberFault Explain(XmlException error, string head)
    {
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase))
        {
            return Faults.WebPage();
        }

        return head.Contains("<!DOCTYPE", StringComparison.Ordinal) ? Faults.HasDtd(error) : Faults.NotXml(error);
    }
}
