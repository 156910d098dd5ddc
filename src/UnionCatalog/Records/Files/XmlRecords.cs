using System.Runtime.CompilerServices;
using System.Xml;

namespace UnionCatalog.Records.Files;

/// <summary>
/// Cuts the records out of an XML file. Elements are told apart by their local names alone, as everywhere; what is called a
/// record and has no MARC field of its own, as in replies of OAI-PMH and SRU, is counted as one and holds one.
/// </summary>
internal static class XmlRecords
{
    private const int LongestRecord = 4 << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        ConformanceLevel = ConformanceLevel.Fragment, // a bare list of records has no root
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false, // control characters pass through some systems; they are dropped with each record's text
    };

    private static readonly XmlReaderSettings WithinSettings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    /// <summary>Reads the records.</summary>
    /// <exception cref="XmlException">It is not well-formed from here on.</exception>
    public static async IAsyncEnumerable<RecordFileEntry> ReadAsync(
        Stream stream, HoldingsMapping holdings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var xml = XmlReader.Create(stream, Settings, RecordXml.UsualPrefixes());
        for (long number = 1; await xml.ReadAsync();)
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.Element && FormatOf(xml) is { } format)
            {
                yield return new(number, Place(Read(format, ElementCopy.Take(xml, LongestRecord), holdings), number++));
            }
        }
    }

    private static MetadataFormat? FormatOf(XmlReader xml) => xml.LocalName switch
    {
        "record" => MetadataFormat.MarcXml,
        "mods" => MetadataFormat.Mods,
        var name when name.EndsWith("dc", StringComparison.OrdinalIgnoreCase) => MetadataFormat.OaiDc,
        _ => null,
    };

    private static RecordReading Read(MetadataFormat format, byte[]? element, HoldingsMapping holdings)
    {
        if (element is null)
        {
            return Unreadable($"The record is longer than {LongestRecord} bytes. Look for a file or picture pasted into a field.");
        }

        return format != MetadataFormat.MarcXml ? RecordReader.Read(format, element, holdings) : ReadRecord(element, holdings);
    }

    private static RecordReading ReadRecord(byte[] element, HoldingsMapping holdings)
    {
        using var xml = XmlReader.Create(new MemoryStream(element), WithinSettings);
        xml.MoveToContent();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName is "leader" or "controlfield" or "datafield")
                {
                    return RecordReader.Read(MetadataFormat.MarcXml, element, holdings);
                }

                if (FormatOf(xml) is { } format)
                {
                    return RecordReader.Read(format, ElementCopy.Take(xml, LongestRecord)!, holdings);
                }
            }
        }

        return Unreadable("There is neither MARC 21 nor Dublin Core nor MODS in this record; a deleted one has nothing but its header.");
    }

    private static RecordReading Place(RecordReading reading, long number) => reading is RecordReading.Unreadable unreadable
        ? new RecordReading.Unreadable(unreadable.Error with { RecordNumber = number })
        : reading;

    private static RecordReading.Unreadable Unreadable(string reason) => new(new(reason));
}
