using System.Globalization;
using System.Text;
using System.Xml;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>
/// Reads a reply of SRU 1.1, 1.2 or 2.0, which differ in their namespaces and in how one parameter is called. Elements are
/// known by their local names.
/// </summary>
internal static class SruReader
{
    /// <summary>Reads one reply that is well-formed.</summary>
    /// <exception cref="MemberFault">It is not SRU, or too large.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static SruReply Read(TextReader page, HarvestOptions options)
    {
        using var xml = Open(page, options);
        xml.MoveToContent();
        return xml.LocalName switch
        {
            "searchRetrieveResponse" or "explainResponse" or "scanResponse" => new Reading(options).Read(xml),
            var name when name.ToLowerInvariant() is "html" or "br" or "b" or "p" or "div" => throw SruFaults.WebPage(),
            var name => throw SruFaults.NotSru(name),
        };
    }

    private static XmlReader Open(TextReader page, HarvestOptions options) => XmlReader.Create(page, new()
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = options.MaxPageBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>Reads one reply.</summary>
    private sealed class Reading(HarvestOptions options)
    {
        private readonly SruReply _reply = new();
        private readonly NamespaceLimit _namespaces = new();

        public SruReply Read(XmlReader xml)
        {
            _namespaces.Take(xml);
            foreach (var part in xml.Children())
            {
                _reply.HasAnswer |= part is "numberOfRecords" or "records" or "record" or "terms" or "diagnostics";
                switch (part)
                {
                    case "numberOfRecords":
                        _reply.Size = Number(xml.Text());
                        break;
                    case "resultCountPrecision":
                        _reply.IsExact = xml.Text().EndsWith("exact", StringComparison.OrdinalIgnoreCase);
                        break;
                    case "nextRecordPosition":
                        _reply.Next = Number(xml.Text());
                        break;
                    case "records":
                        ReadRecords(xml);
                        break;
                    case "record": // explain's
                        ReadRecord(xml);
                        break;
                    case "diagnostics":
                        ReadDiagnostics(xml);
                        break;
                }
            }

            return _reply;
        }

        private void ReadRecords(XmlReader xml)
        {
            _namespaces.Take(xml);
            foreach (var part in xml.Children())
            {
                if (_reply.Records.Count == options.MaxPageRecords)
                {
                    throw Faults.TooLarge("", options.MaxPageRecords, "records");
                }

                if (part == "record")
                {
                    _reply.Records.Add(ReadRecord(xml));
                }
            }
        }

        private void ReadDiagnostics(XmlReader xml)
        {
            foreach (var part in xml.Children())
            {
                if (part == "diagnostic")
                {
                    _reply.Diagnostics.Add(ReadDiagnostic(xml));
                }
            }
        }

        private SruRecord ReadRecord(XmlReader xml)
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
                        position = Number(xml.Text());
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
                using var xml = Open(new StringReader(text), options);
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
                    ReadExplain(xml);
                    return new();
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

        private void ReadExplain(XmlReader xml)
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
                        _reply.Schemas.Add(new(xml.GetAttribute("name") ?? "", xml.GetAttribute("identifier") ?? ""));
                    }
                }
            }
        }

        private static SruDiagnostic ReadDiagnostic(XmlReader xml)
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

        /// <summary>The number behind "info:srw/diagnostic/1/"; some servers leave that out.</summary>
        private static int? Code(string uri)
        {
            var number = uri.StartsWith("info:srw/diagnostic/1/", StringComparison.OrdinalIgnoreCase) ? uri[(uri.LastIndexOf('/') + 1)..] : uri;
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
        }

        private static long? Number(string text) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
