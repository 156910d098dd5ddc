using System.Text;
using System.Xml.Linq;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Tests.Harvesting;

public sealed class OaiReaderTests
{
    [Test]
    public async Task Identify_is_read()
    {
        var identity = (await ReadAsync(Pages.Wrap("""
            <Identify><repositoryName>Senayan</repositoryName><baseURL>http://x/oai</baseURL><protocolVersion>2.0</protocolVersion>
            <adminEmail>a@x</adminEmail><adminEmail>b@x</adminEmail><earliestDatestamp>2011-01-01</earliestDatestamp>
            <deletedRecord>transient</deletedRecord><granularity>YYYY-MM-DD</granularity><compression>gzip</compression>
            <description><other xmlns="urn:x"><repositoryName>not this</repositoryName></other></description></Identify>
            """))).Identity!;

        Assert.That(identity.HasDays, Is.True);
    }

    [Test]
    public async Task Formats_and_sets_are_read()
    {
        var formats = await ReadAsync(Pages.Wrap("""
            <ListMetadataFormats><metadataFormat><metadataPrefix>marcxml</metadataPrefix><schema>http://s/MARC21slim.xsd</schema>
            <metadataNamespace>http://www.loc.gov/MARC21/slim</metadataNamespace></metadataFormat></ListMetadataFormats>
            """));
        var sets = await ReadAsync(Pages.Wrap("<ListSets><set><setSpec>buku:ajar</setSpec><setName>Buku ajar</setName><setDescription><a>x</a></setDescription></set></ListSets>"));

        Assert.That(formats.Formats, Is.EqualTo([new OaiFormat("marcxml", "http://s/MARC21slim.xsd", "http://www.loc.gov/MARC21/slim")]));
        Assert.That(sets.Sets, Is.EqualTo(["buku:ajar"]));
    }

    [Test]
    public async Task A_list_gives_headers_deletions_and_the_token()
    {
        var reply = await ReadAsync(Pages.Wrap($"""
            <ListRecords><record><header><identifier> oai:x:1 </identifier><datestamp>2026-01-02</datestamp><setSpec>a</setSpec><setSpec>b</setSpec></header>
            <metadata>{Pages.Dublin}</metadata><about><record><header><identifier>not this</identifier></header></record></about></record>
            {Pages.Deleted("oai:x:2")}
            <resumptionToken expirationDate="2026-11-21GMT+0000" completeListSize="3015" cursor="100">100__a+%3E</resumptionToken></ListRecords>
            """));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.ResponseDate, Is.EqualTo(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero)));
            Assert.That(reply.Records.Select(record => (record.Identifier, record.IsDeleted)), Is.EqualTo([("oai:x:1", false), ("oai:x:2", true)]));
            Assert.That(reply.Records[0].Datestamp, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
            Assert.That(reply.Records[1].Metadata, Is.Null);
            Assert.That(reply.Token, Is.EqualTo(new ResumptionToken("100__a+%3E", 3015)));
        }
    }

    [Test]
    public async Task Every_error_is_read()
    {
        var reply = await ReadAsync(Pages.Wrap("""<error code="badArgument">one</error><error code="badVerb"/>"""));

        Assert.That(reply.Errors, Is.EqualTo([new OaiError("badArgument", "one"), new OaiError("badVerb", "")]));
    }

    [Test]
    public async Task A_record_stands_alone_with_the_namespaces_it_needs()
    {
        var metadata = await MetadataAsync("""
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:qdc="urn:qdc">
            <ListRecords><record><header><identifier>1</identifier></header><metadata><qdc:dc a="1"><dcterms:source xsi:type="dcterms:URI">x &amp; y</dcterms:source><image/></qdc:dc></metadata></record></ListRecords></OAI-PMH>
            """);

        var copy = XElement.Parse(Encoding.UTF8.GetString(metadata.Bytes.Span));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(copy.Name, Is.EqualTo(XName.Get("dc", "urn:qdc")));
            Assert.That(copy.Elements().Select(child => child.Name.ToString()), Is.EqualTo(["{http://purl.org/dc/terms/}source", "{http://www.openarchives.org/OAI/2.0/}image"]));
            Assert.That(copy.Elements().First().Value, Is.EqualTo("x & y"));
            Assert.That(copy.GetNamespaceOfPrefix("dcterms")?.NamespaceName, Is.EqualTo("http://purl.org/dc/terms/"), "xsi:type names it");
        }
    }

    [Test]
    public async Task A_copied_record_is_the_same_document_whatever_its_shape()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var original = RandomElement(new Random(seed), 0).ToString(SaveOptions.DisableFormatting);
            var metadata = await MetadataAsync($"<OAI-PMH><ListRecords>{Pages.Record("1", original)}</ListRecords></OAI-PMH>");

            var copy = Encoding.UTF8.GetString(metadata.Bytes.Span);
            Assert.That(XNode.DeepEquals(Bare(copy), Bare(original)), Is.True, $"seed {seed}");
        }
    }

    [Test]
    public async Task A_record_over_the_limit_is_cut_and_the_next_is_whole()
    {
        var page = Pages.Wrap("<ListRecords>"
            + Pages.Record("big", $"<dc><title>{new string('a', 300_000)}</title></dc>")
            + Pages.Record("many", $"<dc>{string.Concat(Enumerable.Repeat("<t>b</t>", 40_000))}</dc>")
            + Pages.Record("small") + "</ListRecords>");

        var reply = await ReadAsync(page, new() { MaxRecordBytes = 10_000 });

        Assert.That(reply.Records.Select(record => record.Metadata!.IsCut), Is.EqualTo([true, true, false]));
        Assert.That(reply.Records.Select(record => record.Metadata!.Bytes.Length), Is.All.LessThanOrEqualTo(10_000));
        Assert.That(Encoding.UTF8.GetString(reply.Records[1].Metadata!.Bytes.Span), Does.StartWith("<dc xmlns=\"http://www.openarchives.org/OAI/2.0/\"><t>b</t>"));
    }

    [TestCase("<!DOCTYPE html><html><head><title>Beranda</title>", "web page")]
    [TestCase("<html><body>Selamat datang</body></html>", "web page")]
    [TestCase("<?xml version=\"1.0\"?><HTML/>", "web page")]
    [TestCase("<br />\n<b>Warning</b>: mysqli_connect(): Access denied", "web page")]
    [TestCase("<rss version=\"2.0\"/>", "not OAI-PMH (it begins with <rss>)")]
    [TestCase("Fatal error: Call to undefined function", "not well-formed XML (line 1, character 1")]
    [TestCase("", "not well-formed XML")]
    [TestCase("<OAI-PMH><ListRecords></OAI-PMH>", "not well-formed XML (line 1, character 25")]
    [TestCase("<OAI-PMH>\n<Identify>\u0001</Identify></OAI-PMH>", "not well-formed XML (line 2, character")]
    [TestCase("<!DOCTYPE a [<!ENTITY b \"cccc\"><!ENTITY d \"&b;&b;&b;\">]><OAI-PMH>&d;</OAI-PMH>", "document type declaration")]
    [TestCase("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><OAI-PMH/>", "document type declaration")]
    [TestCase("<OAI-PMH><responseDate>2026-01-01</responseDate></OAI-PMH>", "without an answer")]
    public void What_is_not_a_reply_says_what_it_is(string body, string words) =>
        Assert.That(() => ReadAsync(body), Throws.TypeOf<MemberFault>().With.Message.Contains(words));

    [TestCase("utf-16", true)]
    [TestCase("utf-16BE", true)]
    [TestCase("utf-16", false)]
    [TestCase("utf-8", true)]
    public void A_page_of_another_unicode_encoding_is_read(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] page = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("<OAI-PMH><error code=\"badVerb\">ꦗꦮ é</error></OAI-PMH>")];

        Assert.That(PageReader.Read(page, new()).Errors.Single().Message, Is.EqualTo("ꦗꦮ é"));
    }

    [Test]
    public void Nesting_and_the_number_of_records_are_bounded()
    {
        var deep = Pages.Wrap("<ListRecords>" + string.Concat(Enumerable.Repeat("<a>", 500)));
        var many = Pages.List(Enumerable.Range(0, 11));

        Assert.That(() => ReadAsync(deep), Throws.TypeOf<MemberFault>().With.Message.Contains("levels of nesting"));
        Assert.That(() => ReadAsync(Encoding.UTF8.GetString(many.Body), new() { MaxPageRecords = 10 }), Throws.TypeOf<MemberFault>().With.Message.Contains("more than 10 records"));
    }

    [TestCaseSource(nameof(Datestamps))]
    public void A_datestamp_is_read_as_systems_write_it(string written, string expected)
    {
        var read = OaiDates.Read(written);

        Assert.That(read is null ? "none" : OaiDates.Write(read.Value, asDay: false), Is.EqualTo(expected));
    }

    private static IEnumerable<TestCaseData> Datestamps() => CaseFile.Read("Harvesting/datestamps.tsv");

    private static async Task<OaiMetadata> MetadataAsync(string page) => (await ReadAsync(page)).Records.Single().Metadata!;

    private static async Task<OaiReply> ReadAsync(string body, HarvestOptions? options = null)
    {
        options ??= new();
        using var page = await PageBytes.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), options.MaxPageBytes, CancellationToken.None);
        return PageReader.Read(page.Memory, options);
    }

    private static XElement RandomElement(Random random, int depth)
    {
        XNamespace space = random.Next(3) switch { 0 => "urn:a", 1 => "urn:b", _ => XNamespace.None };
        var element = new XElement(space + $"e{random.Next(5)}", new XAttribute(XNamespace.Get("urn:c") + "n", "v\n\"<&" + random.Next()), new XAttribute("plain", " x "));
        for (var children = random.Next(depth > 3 ? 1 : 4); children > 0; children--)
        {
            element.Add(random.Next(3) == 0 ? RandomElement(random, depth + 1) : new XText(RandomText(random)));
        }

        return element;
    }

    /// <summary>Long enough to cross the reader's and the copy's buffers, with characters outside the basic plane.</summary>
    private static string RandomText(Random random)
    {
        string[] pieces = ["a", "é", "ꦗ", "𝄞", "&", "<", " ", "\n", "]]>"];
        return string.Concat(Enumerable.Range(0, random.Next(12_000)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static XElement Bare(string xml)
    {
        var element = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        element.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return element;
    }
}
