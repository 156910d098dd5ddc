using System.Text;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting;

public sealed class BrokenPageTests
{
    private const int Count = 20;

    private const string Marc =
        """
        <record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">17</controlfield><datafield tag="245" ind1="1" ind2="0"><subfield code="a">Bumi manusia</subfield></datafield><datafield tag="952" ind1=" " ind2=" "><subfield code="o">899.221</subfield></datafield></record>
        """;

    private static readonly Member Library = Pages.Member(new Uri("http://127.0.0.1/oai"));

    /// <summary>Pieces that break XML, or the text, or the page's frame.</summary>
    private static readonly string[] Breaks =
        ["&", "<", "<b>", "</dc:title>", "]]>", "\u0001", "\0", "&nbsp;", "&#0;", "<![CDATA[", "<!--", "</metadata>", "<?", "\"", "<dc:x a='1' a='2'/>", "\uFFFF"];

    [Test]
    public void Whatever_breaks_one_record_the_others_and_the_token_are_read_as_they_were()
    {
        var page = Page();
        var whole = Read(page).Records;
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var hurt = random.Next(Count);
            var start = page.IndexOf($"<identifier>oai:x:{hurt}<", StringComparison.Ordinal) + "<identifier>oai:x:0".Length + 1;
            var end = page.IndexOf("</record>", start, StringComparison.Ordinal);
            var reply = Read(page.Insert(random.Next(start, end), Breaks[random.Next(Breaks.Length)]));

            Assert.That(reply.Token?.Value, Is.EqualTo("next"), $"seed {seed}");
            Assert.That(reply.Records.Count, Is.EqualTo(Count), $"seed {seed}");
            Assert.That(Others(reply.Records, hurt), Is.EqualTo(Others(whole, hurt)), $"seed {seed}");
        }
    }

    [Test]
    public void A_page_cut_anywhere_gives_the_records_before_the_cut_and_says_that_it_is_cut()
    {
        var page = Page();
        for (var seed = 0; seed < 200; seed++)
        {
            var cut = new Random(seed).Next(page.IndexOf("</record>", StringComparison.Ordinal) + 9, page.IndexOf("<resumptionToken", StringComparison.Ordinal));
            var whole = page[..cut].Split("</record>").Length - 1;

            var fault = Assert.Throws<MemberFault>(() => Read(page[..cut]))!;

            Assert.That(fault.Salvaged!.Records.Count(record => record.Broken is null), Is.EqualTo(whole), $"cut at {cut}");
        }
    }

    [Test]
    public void Bytes_of_any_kind_are_an_answer_or_a_fault()
    {
        var page = Encoding.UTF8.GetBytes(Page());
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var bytes = page.ToArray();
            for (var change = random.Next(1, 30); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Assert.That(() => IsAnswerOrFault(bytes), Throws.Nothing, $"seed {seed}");
        }
    }

    /// <summary>Of MARCXML only the beginning is looked at before it is stored: what was cut out must be whole by then.</summary>
    [Test]
    public void What_is_stored_of_a_broken_page_of_MARC_can_be_read()
    {
        var page = Encoding.UTF8.GetString(Pages.List(string.Concat(Enumerable.Range(0, Count).Select(number => Pages.Record($"oai:x:{number}", Marc)))).Body);
        var stored = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var broken = page;
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                broken = broken.Insert(random.Next(page.IndexOf("<ListRecords>", StringComparison.Ordinal), page.Length), Breaks[random.Next(Breaks.Length)]);
            }

            foreach (var live in RecordSorter.Sort(Salvage(broken), Library).Records.OfType<HarvestedRecord.Live>())
            {
                stored++;
                Assert.That(
                    RecordReader.Read(live.Format, live.Metadata, new()),
                    Is.TypeOf<RecordReading.Readable>(),
                    $"seed {seed}: {Encoding.UTF8.GetString(live.Metadata.Span)}");
            }
        }

        Assert.That(stored, Is.GreaterThan(10_000));
    }

    private static List<OaiRecord> Salvage(string page)
    {
        try
        {
            return [.. Read(page).Records];
        }
        catch (MemberFault fault)
        {
            return [.. fault.Salvaged?.Records ?? []];
        }
    }

    private static string Page() => Encoding.UTF8.GetString(Pages.List(Enumerable.Range(0, Count), "next", 100).Body);

    private static OaiReply Read(string page) => PageReader.Read(Encoding.UTF8.GetBytes(page), new());

    private static void IsAnswerOrFault(byte[] page)
    {
        try
        {
            PageReader.Read(page, new());
        }
        catch (MemberFault)
        {
            // It says what is wrong, as it should.
        }
    }

    private static IEnumerable<string> Others(IEnumerable<OaiRecord> records, int hurt) =>
        records.Where((_, index) => index != hurt).Select(record => record.Identifier + Encoding.UTF8.GetString(record.Metadata!.Bytes.Span));
}
