using System.Xml;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>
/// Reads a reply of SRU 1.1, 1.2 or 2.0, which differ in their namespaces and in how one parameter is called. Elements are
/// known by their local names.
/// </summary>
internal sealed class SruReader
{
    private readonly SruReply _reply = new();
    private readonly NamespaceLimit _namespaces = new();
    private readonly SruRecordReader _records;
    private readonly int _mostRecords;

    private SruReader(HarvestOptions options) => (_records, _mostRecords) = (new(options), options.MaxPageRecords);

    /// <summary>Reads one reply that is well-formed.</summary>
    /// <exception cref="MemberFault">It is not SRU, or too large.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static SruReply Read(TextReader page, HarvestOptions options)
    {
        using var xml = SruXml.Open(page, options);
        xml.MoveToContent();
        return xml.LocalName switch
        {
            "searchRetrieveResponse" or "explainResponse" or "scanResponse" => new SruReader(options).Read(xml),
            var name when name.ToLowerInvariant() is "html" or "br" or "b" or "p" or "div" => throw SruFaults.WebPage(),
            var name => throw SruFaults.NotSru(name),
        };
    }

    private SruReply Read(XmlReader xml)
    {
        _namespaces.Take(xml);
        foreach (var part in xml.Children())
        {
            _reply.HasAnswer |= part is "numberOfRecords" or "records" or "record" or "terms" or "diagnostics";
            switch (part)
            {
                case "numberOfRecords":
                    _reply.Size = xml.Number();
                    break;
                case "resultCountPrecision":
                    _reply.IsExact = xml.Text().EndsWith("exact", StringComparison.OrdinalIgnoreCase);
                    break;
                case "nextRecordPosition":
                    _reply.Next = xml.Number();
                    break;
                case "records":
                    ReadRecords(xml);
                    break;
                case "record": // explain's
                    _reply.Schemas.AddRange(_records.Read(xml).Schemas);
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
            if (_reply.Records.Count == _mostRecords)
            {
                throw Faults.TooLarge("", _mostRecords, "records");
            }

            if (part == "record")
            {
                _reply.Records.Add(_records.Read(xml));
            }
        }
    }

    private void ReadDiagnostics(XmlReader xml)
    {
        foreach (var part in xml.Children())
        {
            if (part == "diagnostic")
            {
                _reply.Diagnostics.Add(SruRecordReader.ReadDiagnostic(xml));
            }
        }
    }
}
