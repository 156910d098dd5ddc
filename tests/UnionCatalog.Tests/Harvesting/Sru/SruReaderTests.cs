using System.Text;
using System.Xml.Linq;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.Sru;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Harvesting.Sru;

/// <summary>Replies recorded from servers, read as they came.</summary>
public sealed class SruReaderTests
{
    [TestCaseSource(nameof(Zebra))]
    public void A_recorded_reply_of_Zebra_is_read(string name, long? size, int records, string? said)
    {
        var reply = Read(Places.Shared($"recorded/zebra-sru/{name}.xml"));

        Assert.That((reply.Size, reply.Records.Count, reply.Diagnostics.SingleOrDefault()?.ToString()), Is.EqualTo((size, records, said)));
        Assert.That(reply.IsExact && !reply.IsMended && reply.HasAnswer, Is.True);
    }

    [TestCase("explain")]
    [TestCase("explain_11")]
    [TestCase("explain_20")]
    [TestCase("explain_bare")]
    public void The_schemas_that_explain_lists_are_read_and_the_richest_comes_first(string name)
    {
        var reply = Read(Places.Shared($"recorded/zebra-sru/{name}.xml"));

        Assert.That(reply.Schemas.Select(schema => schema.Name), Is.EqualTo(["marcxml", "dc", "mods"]));
        Assert.That(SruSchemas.Choose(reply.Schemas), Is.EqualTo(["marcxml", "mods", "dc"]));
    }

    [TestCase("sr_marcxml", MetadataFormat.MarcXml, "Linux In a Nutshell")]
    [TestCase("sr_mods", MetadataFormat.Mods, "")]
    [TestCase("sr_mods_v11", MetadataFormat.Mods, "")]
    [TestCase("sr_dc", MetadataFormat.OaiDc, "History of music in sound")]
    [TestCase("sr_v20", MetadataFormat.OaiDc, "History of music in sound")]
    [TestCase("sr_string", MetadataFormat.OaiDc, "History of music in sound")]
    [TestCase("sr_all_page2", MetadataFormat.OaiDc, "")]
    public void Recorded_records_are_of_their_format_and_can_be_read(string name, MetadataFormat format, string title)
    {
        var records = Read(Places.Shared($"recorded/zebra-sru/{name}.xml")).Records;

        Assert.That(records.Select(record => FormatChoice.Of(record.Metadata!.Root)), Is.All.EqualTo(format));
        Assert.That(records.Select(record => RecordReader.FindError(format, record.Metadata!.Bytes)), Is.All.Null);
        var readings = records.Select(record => RecordReader.Read(format, record.Metadata!.Bytes, new())).OfType<RecordReading.Readable>();
        Assert.That(readings.First().Record.Title.Proper, Does.StartWith(title).And.Not.Empty);
    }

    [Test]
    public void A_surrogate_diagnostic_stands_in_its_record_s_place()
    {
        var record = Read(Places.Shared("recorded/zebra-sru/diag_schema.xml")).Records.Single();

        Assert.That(record.Diagnostic, Is.EqualTo(new SruDiagnostic(66, "nosuch", "Unknown schema for retrieval")));
        Assert.That((record.Metadata, record.Position), Is.EqualTo((default(object), 1L)));
    }

    [Test]
    public void Every_recorded_reply_of_many_servers_is_read_and_none_of_its_records_is_lost()
    {
        var replies = Directory.EnumerateFiles(Places.Shared("data/sru"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

        Assert.That(replies, Is.Not.Empty);
        foreach (var file in replies)
        {
            if (!File.ReadAllText(file).TrimStart('\uFEFF').StartsWith('<'))
            {
                Assert.That(() => Read(file), Throws.TypeOf<MemberFault>(), file);
                continue;
            }

            var (reply, document) = (Read(file), XDocument.Load(file));
            var root = document.Root!;
            var expected = root.Elements().Where(part => part.Name.LocalName == "records").Elements().Count(part => part.Name.LocalName == "record");
            Assert.That(reply.Records, Has.Count.EqualTo(expected), file);
            Assert.That(reply.Size, Is.EqualTo((long?)root.Elements().FirstOrDefault(part => part.Name.LocalName == "numberOfRecords")), file);
            Assert.That(reply.Records.Where(record => record is { Metadata: null, Diagnostic: null }), Is.Empty, file);
        }
    }

    [TestCase("scriptotek__php-marc/tests/data/sru-kth.xml", "13694531")]
    [TestCase("scriptotek__php-marc/tests/data/sru-alma.xml", "999401461934702201")]
    [TestCase("scriptotek__php-marc/tests/data/sru-loc.xml", "14254861")]
    [TestCase("scriptotek__php-marc/tests/data/sru-zdb.xml", "(DE-101)1008300616")]
    [TestCase("scriptotek__php-marc/tests/data/sru-bibsys.xml", "93201478x")]
    [TestCase("metafacture__metafacture-core/metafacture-io/src/test/resources/__files/sru_dnb-7ba7099f-ecd2-43f2-ada5-c053f2532da3.xml", "(DE-101)1060454718")]
    [TestCase("metaodi__sruthi/tests/fixtures/test_searchretrieve_sru11.xml", "1229450084")]
    public void A_recorded_record_has_the_identifier_that_it_has_everywhere(string file, string identifier)
    {
        var record = Read(Places.Shared($"data/sru/{file}")).Records[0];

        Assert.That(SruIdentifiers.Find(record, FormatChoice.Of(record.Metadata!.Root)!.Value), Is.EqualTo(identifier));
    }

    [Test]
    public void A_record_over_the_limit_is_cut_and_the_next_is_whole()
    {
        var page = SruPages.Wrap($"<record><recordData><record><leader>{new string('a', 90_000)}</leader></record></recordData></record>{SruPages.Marc("2")}", new Dictionary<string, string>());

        var records = SruPage.Read(Encoding.UTF8.GetBytes(page), new() { MaxRecordBytes = 10_000 }).Records;

        Assert.That(records.Select(record => record.Metadata!.IsCut), Is.EqualTo([true, false]));
    }

    [Test]
    public void Nesting_and_the_number_of_records_are_bounded()
    {
        var deep = SruPages.Wrap($"<record><recordData>{string.Concat(Enumerable.Repeat("<a>", 500))}", new Dictionary<string, string>());
        var many = SruPages.Wrap(SruPages.Marc("1..11"), new Dictionary<string, string>());

        Assert.That(() => SruPage.Read(Encoding.UTF8.GetBytes(deep), new()), Throws.TypeOf<MemberFault>().With.Message.Contains("levels of nesting"));
        Assert.That(() => SruPage.Read(Encoding.UTF8.GetBytes(many), new() { MaxPageRecords = 10 }), Throws.TypeOf<MemberFault>().With.Message.Contains("10 records"));
    }

    [TestCase("http://z.example/db", "http://z.example/db?version=1.2&operation=explain")]
    [TestCase("http://z.example/db?x-tenant=sma%201", "http://z.example/db?x-tenant=sma%201&version=1.2&operation=explain")]
    public void A_base_address_may_have_a_query_of_its_own(string address, string expected) =>
        Assert.That(SruRequest.Explain("1.2").At(new(address)).AbsoluteUri, Is.EqualTo(expected));

    [Test]
    public void Explain_of_2_0_is_asked_for_by_the_address_alone() =>
        Assert.That(SruRequest.Explain("2.0").At(new("http://z.example/db")).AbsoluteUri, Is.EqualTo("http://z.example/db"));

    /// <summary>The recorded searches: how many there are, how many came, what was said.</summary>
    private static IEnumerable<TestCaseData> Zebra() => CaseFile.Read("Harvesting/sru/zebra.tsv").Select(row =>
    {
        var words = row.Arguments.Cast<string>().ToArray();
        return new TestCaseData(
            words[0],
            words[1] == "-" ? null : long.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture),
            words[3] == "-" ? null : words[3]);
    });

    private static SruReply Read(string file) => SruPage.Read(File.ReadAllBytes(file), new());
}
