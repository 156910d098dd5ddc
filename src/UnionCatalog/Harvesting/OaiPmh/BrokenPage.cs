using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// Saves what can be saved of a page that is not well-formed: its records are cut out one by one and each is read by itself,
/// first as it is, then mended. What cannot be read is kept as it came.
/// </summary>
internal static partial class BrokenPage
{
    private static readonly Dictionary<string, string> WellKnown = new()
    {
        ["xmlns"] = "http://www.openarchives.org/OAI/2.0/",
        ["xmlns:oai_dc"] = "http://www.openarchives.org/OAI/2.0/oai_dc/",
        ["xmlns:dc"] = "http://purl.org/dc/elements/1.1/",
        ["xmlns:dcterms"] = "http://purl.org/dc/terms/",
        ["xmlns:marc"] = "http://www.loc.gov/MARC21/slim",
        ["xmlns:mods"] = "http://www.loc.gov/mods/v3",
        ["xmlns:xlink"] = "http://www.w3.org/1999/xlink",
        ["xmlns:xsi"] = "http://www.w3.org/2001/XMLSchema-instance",
    };

    /// <summary>Cuts a page up. Null where it has neither a record nor a token, so that nothing could be saved.</summary>
    public static OaiReply? Salvage(string page, HarvestOptions options)
    {
        var cuts = new List<int>();
        foreach (var start in RecordStart().EnumerateMatches(page))
        {
            if (cuts.Count == options.MaxPageRecords)
            {
                throw Faults.TooLarge("", options.MaxPageRecords, "records");
            }

            cuts.Add(start.Index);
        }

        var token = Token().Match(page);
        if (cuts.Count == 0 && !token.Success)
        {
            return null;
        }

        var declared = Declarations().Matches(page[..(cuts.Count == 0 ? token.Index : cuts[0])]);
        var pieces = new Pieces(Frame(declared, new Dictionary<string, string>()), Frame(declared, WellKnown), options);
        var reply = token.Success ? pieces.ReadToken(token) : new();
        reply.ResponseDate = OaiDates.Read(ResponseDate().Match(page).Groups[1].Value);
        reply.IsMended = true;
        reply.IsCut = !token.Success && !ListEnd().IsMatch(page, cuts[^1]);
        for (var cut = 0; cut < cuts.Count; cut++)
        {
            var end = cut + 1 < cuts.Count ? cuts[cut + 1] : page.Length;
            reply.Records.AddRange(pieces.ReadRecord(page[cuts[cut]..end]));
        }

        return reply;
    }

    /// <summary>A list's beginning with the namespaces that the page declares, and with others that it may have forgotten.</summary>
    /// <exception cref="MemberFault">The page declares more than is allowed.</exception>
    private static string Frame(IEnumerable<Match> declared, IReadOnlyDictionary<string, string> forgotten)
    {
        var namespaces = new Dictionary<string, string>(forgotten);
        var limit = new NamespaceLimit();
        foreach (var one in declared)
        {
            limit.Take(one.Length);
            namespaces[one.Groups[1].Value] = one.Groups[2].Value;
        }

        return $"<OAI-PMH {string.Join(' ', namespaces.Select(one => $"{one.Key}=\"{one.Value}\""))}><ListRecords>";
    }

    /// <summary>Reads the pieces of one page, each as a list of its own.</summary>
    /// <param name="Frame">What to put before a piece as it came.</param>
    /// <param name="FullFrame">What to put before a piece that is mended.</param>
    /// <param name="Options">The limits.</param>
    private sealed record Pieces(string Frame, string FullFrame, HarvestOptions Options)
    {
        public OaiReply ReadToken(Match token)
        {
            try
            {
                return Read(FullFrame, PageMending.Mend(token.Value));
            }
            catch (XmlException)
            {
                return new() { Token = new(token.Groups[1].Value.Trim(), null) };
            }
        }

        public List<OaiRecord> ReadRecord(string piece)
        {
            var end = RecordEnd().Match(piece);
            var record = end.Success ? piece[..(end.Index + end.Length)] : piece;
            try
            {
                return TryRead(Frame, record) ?? Read(FullFrame, PageMending.Mend(record)).Records;
            }
            catch (XmlException error)
            {
                return [Keep(record, Faults.BrokenRecord(error), Options)];
            }
            catch (MemberFault fault)
            {
                return [Keep(record, fault.Message, Options)];
            }
        }

        private List<OaiRecord>? TryRead(string frame, string record)
        {
            try
            {
                return Read(frame, record).Records;
            }
            catch (XmlException)
            {
                return null;
            }
        }

        private OaiReply Read(string frame, string piece) => OaiReader.Read(new StringReader($"{frame}{piece}</ListRecords></OAI-PMH>"), Options);
    }

    private static OaiRecord Keep(string record, string reason, HarvestOptions options)
    {
        var bytes = Encoding.UTF8.GetBytes(record);
        var identifier = PageMending.Mend(Identifier().Match(record).Groups[1].Value.Trim());
        return new(WebUtility.HtmlDecode(identifier), null, IsDeleted: false, Metadata: null)
        {
            Broken = new(reason, bytes.AsMemory(0, Math.Min(bytes.Length, options.MaxRecordBytes))),
        };
    }

    // A record of MARCXML is called the same as OAI-PMH's, which has a header.
    [GeneratedRegex(@"<(?:[\w.-]+:)?record\b[^<>]*>\s*<(?:[\w.-]+:)?header\b", RegexOptions.CultureInvariant)]
    private static partial Regex RecordStart();

    [GeneratedRegex(@"</(?:[\w.-]+:)?record\s*>", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex RecordEnd();

    [GeneratedRegex(@"<(?:[\w.-]+:)?resumptionToken\b[^<>]*?(?:/>|>([^<]*)</(?:[\w.-]+:)?resumptionToken\s*>)", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Token();

    [GeneratedRegex(@"</(?:[\w.-]+:)?(?:ListRecords|OAI-PMH)\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex ListEnd();

    [GeneratedRegex(@"responseDate>([^<]*)<", RegexOptions.CultureInvariant)]
    private static partial Regex ResponseDate();

    [GeneratedRegex(@"identifier>([^<]*)<", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex("""\s(xmlns(?::[\w.-]+)?)\s*=\s*["']([^"'<>&]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declarations();
}
