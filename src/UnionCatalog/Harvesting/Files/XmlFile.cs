using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Records;

namespace UnionCatalog.Harvesting.Files;

/// <summary>
/// Reads the records out of an XML file: MARCXML, MODS, Dublin Core, bare or in the replies of an OAI-PMH provider that somebody
/// saved. Records are known by their local names, as everywhere, and stand as deep in the file as they like.
/// </summary>
internal static class XmlFile
{
    private const int LongestRecord = 4 << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false, // control characters pass through some systems; they are dropped with each record's text
    };

    /// <summary>Reads the records of a file.</summary>
    /// <exception cref="XmlException">It is not well-formed from here on.</exception>
    /// <exception cref="MemberFault">There is no record in it.</exception>
    public static async IAsyncEnumerable<FileEntry> ReadAsync(
        MemberFile file, HoldingsMapping holdings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = file.Open();
        using var xml = XmlReader.Create(stream, Settings);
        var (number, header, root) = (0L, default(OaiHeader), "");
        while (await xml.ReadAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            root = root.Length == 0 ? xml.LocalName : root;
            if (xml.LocalName == "header")
            {
                header = OaiHeader.Read(xml);
                if (header is { IsDeleted: true, Identifier: { Length: > 0 } deleted })
                {
                    yield return new FileEntry.Gone(new(IsLine: false, ++number), deleted);
                }
            }
            else if (FormatOf(xml) is { } format)
            {
                yield return Take(xml, format, header?.Identifier, new(IsLine: false, ++number), holdings);
                header = null;
            }
        }

        if (number == 0)
        {
            throw FileFaults.ForeignXml(file.Name, root);
        }
    }

    /// <summary>The format of a record that begins here; null for what only holds records, such as an OAI-PMH record.</summary>
    private static MetadataFormat? FormatOf(XmlReader xml) => (xml.LocalName, xml.NamespaceURI) switch
    {
        ("record", "http://www.openarchives.org/OAI/2.0/") => null,
        ("record", _) => MetadataFormat.MarcXml,
        ("mods", _) => MetadataFormat.Mods,
        ("dc", _) => MetadataFormat.OaiDc,
        _ => null,
    };

    private static FileEntry Take(XmlReader xml, MetadataFormat format, string? identifier, FilePlace place, HoldingsMapping holdings)
    {
        LimitNamespaces(xml);
        var copy = MetadataCopy.Take(xml, LongestRecord);
        if (copy.IsCut)
        {
            return new FileEntry.SetAside(place, identifier, "The record is larger than is stored here; only its beginning was kept. Look for a file or picture pasted into a field.", copy.Bytes);
        }

        return RecordReader.Read(format, copy.Bytes, holdings) switch
        {
            RecordReading.Readable readable => new FileEntry.Live(
                place, identifier is { Length: > 0 } ? identifier : RecordIdentity.OfXml(format, copy.Bytes.Span, readable.Record), format, copy.Bytes),
            RecordReading.Unreadable unreadable => new FileEntry.SetAside(
                place, identifier ?? unreadable.Error.Identifier, unreadable.Error.Reason, copy.Bytes),
            _ => throw new InvalidOperationException("A record was neither readable nor unreadable."),
        };
    }

    /// <summary>Each record's copy declares all that is in scope: some thousands around some thousands of records would be gigabytes.</summary>
    private static void LimitNamespaces(XmlReader xml) => new NamespaceLimit().Take(
        ((IXmlNamespaceResolver)xml).GetNamespacesInScope(XmlNamespaceScope.ExcludeXml).Sum(declared => declared.Key.Length + declared.Value.Length));

    /// <summary>The header of an OAI-PMH record (OAI-PMH 2.0, section 2.5).</summary>
    private sealed record OaiHeader(string Identifier, bool IsDeleted)
    {
        /// <summary>More than any identifier that is stored has, so that one which is too long is seen to be.</summary>
        private const int MostRead = 1 << 12;

        public static OaiHeader Read(XmlReader xml)
        {
            var isDeleted = xml.GetAttribute("status") == "deleted";
            var identifier = "";
            using var header = xml.ReadSubtree();
            while (header.Read())
            {
                if (header is { NodeType: XmlNodeType.Element, LocalName: "identifier" } && identifier.Length == 0)
                {
                    identifier = ReadText(header).Trim();
                }
            }

            return new(identifier, isDeleted);
        }

        /// <summary>The beginning of an element's text; a few kilobytes of gzip can unpack to a gigabyte of it.</summary>
        private static string ReadText(XmlReader header)
        {
            var (text, chars) = (new StringBuilder(), new char[MostRead]);
            using var element = header.ReadSubtree();
            while (element.Read())
            {
                if (element.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    for (int read; text.Length < MostRead && (read = element.ReadValueChunk(chars, 0, chars.Length)) > 0;)
                    {
                        text.Append(chars, 0, read);
                    }
                }
            }

            return text.ToString();
        }
    }
}
