using System.Text;
using System.Xml;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Harvesting.OaiPmh.Plain;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>The quick reader comes to the same as XmlReader, to the byte, or it gives the page up.</summary>
public sealed class PlainXmlTests
{
    private const string GivenUp = "given up";

    /// <summary>What is put into pages where it hurts: much of it is allowed somewhere and nowhere else.</summary>
    private static readonly string[] Bits =
    [
        "<![CDATA[", "]]>", "<![CDATA[a < b & c\r\n]]>", "&#13;", "&#10;", "&#x9;", "&amp;", "&lt;", "&eacute;", "&#0;", "&#xD800;", "&#xFFFE;",
        "\r\n", "\r", "\t", " ", "\n", "\0", "\uFFFE", "\uFFFD", "é", "\U0001F600", "\"", "'", "=", "&", ";", ">", "<", "/>", "]]", ":", "--",
        " xmlns:a=\"b\"", " xmlns=\"b\"", " xmlns=\"\"", " xmlns:xml=\"b\"", " xml:lang='x'", " xml:space='preserve'", " a='1\n2'", " a=\"<\"", " a=\"&gt;\"",
        "<!-- a -->", "<!--", "-->", "<?a b?>", "<?xml version=\"1.0\"?>", "<a/>", "<a></a>", "<a b=\"c\"  />", "</a >", "<x:y/>", "<a xmlns='b'><c/></a>",
        "<p:a xmlns:p='u' p:c='d' c='e'/>", "<metadata>", "</metadata>", "<record>", "</record>", "<OAI-PMH>",
    ];

    [TestCaseSource(nameof(Cases))]
    public void It_reads_what_providers_write_and_gives_the_rest_up(string metadata, string expected)
    {
        var page = Pages.List(Pages.Record("oai:a:1", LineEnds(metadata))).Body;

        Assert.That(Quick(page) == GivenUp ? "no" : "yes", Is.EqualTo(expected));
        RequireSame(page, metadata);
    }

    [Test]
    public void It_reads_every_recorded_page_that_is_well_formed_to_the_same_bytes()
    {
        var pages = Recorded().ToList();

        foreach (var (name, page) in pages)
        {
            RequireSame(page, name);
        }

        Assert.That(pages.Where(page => Quick(page.Page) == GivenUp && Slow(page.Page) != GivenUp).Select(page => page.Name), Is.Empty);
    }

    [Test]
    public void It_never_reads_a_damaged_page_otherwise()
    {
        var random = new Random(42);
        var pages = Recorded().Select(page => Shorten(page.Page)).Where(page => page.Length < 20_000).Append(Everything()).ToList();
        var read = 0;
        for (var round = 0; round < 10_000; round++)
        {
            var page = Damage(pages[round % pages.Count], random);
            RequireSame(page, $"round {round}");
            read += Quick(page) == GivenUp ? 0 : 1;
        }

        Assert.That(read, Is.GreaterThan(1_000), "of too many damaged pages nothing is known");
    }

    private static IEnumerable<TestCaseData> Cases() => CaseFile.Read("Harvesting/plain-xml.tsv");

    /// <summary>One page with everything in it that is read.</summary>
    private static byte[] Everything() => Pages.List(string.Concat(
        from one in Cases()
        where (string?)one.Arguments[1] == "yes"
        select Pages.Record("oai:a:1", LineEnds((string)one.Arguments[0]!)))).Body;

    private static string LineEnds(string text) => text.Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);

    private static IEnumerable<(string Name, byte[] Page)> Recorded() =>
        new[] { "recorded/slims9-oai", "recorded/slims9-oai2", "data/oai" }
            .SelectMany(folder => Directory.EnumerateFiles(Places.Shared(folder), "*.xml", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllBytes(file)));

    /// <summary>Two records are as good as a hundred, and read sooner.</summary>
    private static byte[] Shorten(byte[] page)
    {
        var text = Encoding.Latin1.GetString(page);
        const string End = "</record>";
        var first = text.IndexOf(End, StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.IndexOf(End, first + 1, StringComparison.Ordinal);
        return second < 0 ? page : Encoding.Latin1.GetBytes(text[..second] + text[text.LastIndexOf(End, StringComparison.Ordinal)..]);
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var page = whole.ToList();
        for (var more = random.Next(1, 4); more > 0 && page.Count > 0; more--)
        {
            var at = random.Next(page.Count);
            switch (random.Next(6))
            {
                case 0:
                    page[at] = (byte)random.Next(256);
                    break;
                case 1:
                    page.RemoveRange(at, Math.Min(page.Count - at, random.Next(1, 6)));
                    break;
                case 2:
                    page.InsertRange(at, page.GetRange(at, Math.Min(page.Count - at, random.Next(1, 40))));
                    break;
                default:
                    page.InsertRange(Edge(page, at, random), Encoding.UTF8.GetBytes(Bits[random.Next(Bits.Length)]));
                    break;
            }
        }

        return [.. page];
    }

    /// <summary>Before or behind a bracket, most of the time.</summary>
    private static int Edge(List<byte> page, int at, Random random)
    {
        var edge = page.IndexOf((byte)(random.Next(2) == 0 ? '<' : '>'), at);
        return random.Next(4) == 0 || edge < 0 ? at : edge + random.Next(2);
    }

    private static void RequireSame(byte[] page, string name)
    {
        var quick = Quick(page);
        if (quick != GivenUp)
        {
            Assert.That(quick, Is.EqualTo(Slow(page)), name);
        }
    }

    private static string Quick(byte[] page) => Describe(() => OaiReader.Read(new PlainXml(PageText.Bytes(page)), new()));

    private static string Slow(byte[] page) => Describe(() => OaiReader.Read(PageText.Open(page), new()));

    private static string Describe(Func<OaiReply> read)
    {
        try
        {
            return Describe(read());
        }
        catch (MemberFault fault)
        {
            return fault.Message;
        }
        catch (XmlException)
        {
            return GivenUp;
        }
    }

    private static string Describe(OaiReply reply) => string.Join('\n', [
        $"{reply.ResponseDate:O} {reply.HasAnswer} {reply.Identity} {reply.Token}", .. reply.Errors, .. reply.Formats, .. reply.Sets,
        .. reply.Records.Select(record =>
            $"{record.Identifier} {record.Datestamp:O} {record.IsDeleted} {record.Metadata?.Root} {(record.Metadata is { } metadata ? Encoding.UTF8.GetString(metadata.Bytes.Span) : "")}")]);
}
