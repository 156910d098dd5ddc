using System.Globalization;
using System.Text;
using System.Xml;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>Reads what stands in one place of a list: a record, why there is none, or the server's account of itself (explain).</summary>
internal sealed class SruRecordReader(HarvestOptions options)
{
    /// <summary>Reads the record that the reader is on.</summary>
    public SruRecord Read(XmlReader xml)
    {
        var (data, identifier, position) = (new SruRecord(), "", default(long?));
        foreach (var part in xml.Children())
        {
            switch (part)
            {
                case "recordData":
                    data = ReadData(xml);
                    break;
                case "recordIdentifier":
                    identifier = xml.Text();
                    break;
                case "recordPosition":
                    position = xml.Number();
                    break;
            }
        }

        return data with { Identifier = identifier.Length == 0 ? null : identifier, Position = position };
    }

    /// <summary>The record is an element, or text that is one (recordPacking "string"): servers do not always do what they say.</summary>
    private SruRecord ReadData(XmlReader xml)
    {
        var (depth, text, record) = (xml.Depth, new StringBuilder(), default(SruRecord));
        while (xml.NextWithin(depth))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                var found = ReadElement(xml);
                record ??= found;
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && text.Length <= options.MaxRecordBytes)
            {
                text.Append(xml.Value);
            }
        }

        return record ?? Unpack(text.ToString().Trim());
    }

    private SruRecord Unpack(string text)
    {
        try
        {
            return text.Length == 0 ? new() : TryUnpack(text) ?? TryUnpack(PageMending.Mend(text), mayFail: false)!;
        }
        catch (XmlException error)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            return new() { Broken = new(Faults.BrokenRecord(error), bytes.AsMemory(0, Math.Min(bytes.Length, options.MaxRecordBytes))) };
        }
    }

    private SruRecord? TryUnpack(string text, bool mayFail = true)
    {
        try
        {
            using var xml = SruXml.Open(new StringReader(text), options);
            xml.MoveToContent();
            return ReadElement(xml);
        }
        catch (XmlException) when (mayFail)
        {
            return null;
        }
    }

    private SruRecord ReadElement(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "diagnostic":
                return new() { Diagnostic = ReadDiagnostic(xml) };
            case "explain":
                return new() { Schemas = [.. ReadExplain(xml)] };
            case "diagnostics" or "metadata": // wrappers that some servers put around what they mean
                var inner = default(SruRecord);
                foreach (var _ in xml.Children())
                {
                    inner ??= ReadElement(xml);
                }

                return inner ?? new();
            default:
                return new() { Metadata = MetadataCopy.Take(xml, options.MaxRecordBytes) };
        }
    }

    /// <summary>Reads the diagnostic that the reader is on.</summary>
    public static SruDiagnostic ReadDiagnostic(XmlReader xml)
    {
        var (uri, details, message) = ("", "", "");
        foreach (var part in xml.Children())
        {
            switch (part)
            {
                case "uri":
                    uri = xml.Text();
                    break;
                case "details":
                    details = xml.Text();
                    break;
                case "message":
                    message = xml.Text();
                    break;
            }
        }

        return new(Code(uri), details, message);
    }

    private static IEnumerable<SruSchema> ReadExplain(XmlReader xml)
    {
        foreach (var part in xml.Children())
        {
            if (part != "schemaInfo")
            {
                continue;
            }

            foreach (var schema in xml.Children())
            {
                if (schema == "schema" && xml.GetAttribute("retrieve") != "false")
                {
                    yield return new(xml.GetAttribute("name") ?? "", xml.GetAttribute("identifier") ?? "");
                }
            }
        }
    }

    /// <summary>The number behind "info:srw/diagnostic/1/"; some servers leave that out.</summary>
    private static int? Code(string uri)
    {
        var number = uri.StartsWith("info:srw/diagnostic/1/", StringComparison.OrdinalIgnoreCase) ? uri[(uri.LastIndexOf('/') + 1)..] : uri;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
    }
}
