using System.IO.Compression;
using System.Text;
using UnionCatalog.Causes;
using UnionCatalog.Harvesting;
using UnionCatalog.Harvesting.Files;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Harvesting.Files;

/// <summary>A file is known by its bytes; one that is not read is refused kindly.</summary>
internal sealed class MemberFileTests
{
    private const string MarcXml = """<collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">7</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">Satu</subfield></datafield></record><record><controlfield tag="001">7</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">Dua</subfield></datafield></record><record><datafield tag="245" ind1="0" ind2="0"><subfield code="a">Tiga</subfield></datafield></record></collection>""";

    private readonly TempFolder _folder = new();

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return new TestCaseData(Array.Empty<byte>(), "file-empty").SetArgDisplayNames("nothing");
        yield return new TestCaseData("\r\n  \r\n"u8.ToArray(), "file-empty").SetArgDisplayNames("blanks");
        yield return new TestCaseData(Zip("[Content_Types].xml", "xl/workbook.xml"), "file-spreadsheet").SetArgDisplayNames("xlsx");
        yield return new TestCaseData(Zip("mimetype"), "file-zip").SetArgDisplayNames("zip");
        yield return new TestCaseData((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "file-spreadsheet").SetArgDisplayNames("xls");
        yield return new TestCaseData("%PDF-1.4 x"u8.ToArray(), "file-document").SetArgDisplayNames("pdf");
        yield return new TestCaseData("<html><table><tr><td>Judul</td></tr></table></html>"u8.ToArray(), "file-web-page").SetArgDisplayNames("html called xls");
        yield return new TestCaseData(Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 256)).ToArray(), "file-binary").SetArgDisplayNames("a picture");
        yield return new TestCaseData("Nama,Alamat\nBudi,Sewon\n"u8.ToArray(), "file-no-title").SetArgDisplayNames("a list of people");
        yield return new TestCaseData("Judul,Pengarang\n,x\n"u8.ToArray(), "file-no-records").SetArgDisplayNames("no titles");
        yield return new TestCaseData("<?xml version=\"1.0\"?><rss><channel/></rss>"u8.ToArray(), "file-foreign-xml").SetArgDisplayNames("rss");
        yield return new TestCaseData(Encoding.UTF8.GetBytes(MarcXml[..^30]), "file-broken-xml").SetArgDisplayNames("cut MARCXML");
        yield return new TestCaseData("<!DOCTYPE x [<!ENTITY a \"b\">]><collection>&a;</collection>"u8.ToArray(), "file-broken-xml").SetArgDisplayNames("a DTD");
        yield return new TestCaseData(GZip(Encoding.UTF8.GetBytes(MarcXml))[..^40], "file-broken-gzip").SetArgDisplayNames("cut gzip");
    }

    [TestCaseSource(nameof(Refused))]
    public async Task What_cannot_be_read_says_why_in_both_languages(byte[] bytes, string code)
    {
        var preview = await PreviewAsync(bytes);

        Assert.That(preview.Fault?.Code, Is.EqualTo(code));
        foreach (var catalogue in CauseCatalogue.All)
        {
            Assert.That(catalogue.Explain(preview.Fault!).What, Is.Not.Empty);
        }
    }

    [Test]
    public async Task A_marcxml_file_gives_its_records_by_their_numbers()
    {
        var entries = await EntriesAsync(Encoding.UTF8.GetBytes(MarcXml));

        Assert.That(entries.Select(entry => $"{entry.GetType().Name} {entry.Identifier?.Split(':')[0]}"), Is.EqualTo(new[] { "Live 7", "SetAside 7", "Live digest" }));
    }

    [Test]
    public async Task Gzip_is_unpacked_on_the_way() =>
        Assert.That((await PreviewAsync(GZip(Encoding.UTF8.GetBytes(MarcXml)))).Records, Is.EqualTo(2));

    [Test]
    public async Task Mods_and_saved_oai_pmh_are_read()
    {
        const string mods = """<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods><titleInfo><title>Satu</title></titleInfo><recordInfo><recordIdentifier source="x">9</recordIdentifier></recordInfo></mods></modsCollection>""";
        const string oai = """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:a:1</identifier></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Satu</dc:title></oai_dc:dc></metadata></record><record><header status="deleted"><identifier>oai:a:2</identifier></header></record></ListRecords></OAI-PMH>""";

        Assert.That((await EntriesAsync(Encoding.UTF8.GetBytes(mods))).Single().Identifier, Is.EqualTo("(x)9"));
        Assert.That((await EntriesAsync(Encoding.UTF8.GetBytes(oai))).Select(entry => $"{entry.GetType().Name} {entry.Identifier}"), Is.EqualTo(new[] { "Live oai:a:1", "Gone oai:a:2" }));
        Assert.That((await EntriesAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(mods)).ToArray())).Single().Identifier, Is.EqualTo("(x)9"));
    }

    [Test]
    public async Task The_saved_replies_of_slims_are_read()
    {
        var page = Directory.EnumerateFiles(Places.Shared("recorded/slims9-oai2"), "*.xml").Where(file => File.ReadAllText(file).Contains("<ListRecords", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();

        Assert.That((await PreviewAsync(await File.ReadAllBytesAsync(page))).Records, Is.Positive);
    }

    [Test]
    public async Task A_file_of_marc_21_is_read_with_its_numbers()
    {
        var preview = await FilePreview.OfAsync(Places.Shared("data/marc/gpo-twins-marc8.mrc.gz"), new(), new(), default);

        Assert.That((preview.Kind, preview.Records, preview.SetAside, preview.Fault), Is.EqualTo(((FileKind?)FileKind.Iso2709, 215L, 0L, (Cause?)null)));
    }

    [Test]
    public async Task A_librarys_real_spreadsheet_needs_no_word()
    {
        var preview = await FilePreview.OfAsync(Places.Shared("data/indonesia/book-facts.tsv"), new(), new(), default);

        Assert.That(preview.Fault, Is.Null);
        Assert.That(preview.Layout!.Columns.All(column => column.Field is not null), Is.True);
        Assert.That(preview.SetAside, Is.Zero);
        Assert.That(preview.Records, Is.InRange(1_450, 1_500), "some rows tell of one title");
        Assert.That(preview.Warnings, Is.LessThan(60), string.Join('\n', preview.Problems.Select(problem => problem.Words)));
    }

    [Test]
    public void What_unpacks_without_end_is_given_up()
    {
        using var endless = new BoundedStream(new MemoryStream(new byte[100]), longest: 50, longest => FileFaults.TooLarge("x.gz", longest << 20));

        Assert.That(() => endless.CopyTo(Stream.Null), Throws.TypeOf<MemberFault>().With.Message.Contains("50 MB"));
    }

    private async Task<FilePreview> PreviewAsync(byte[] bytes) => await FilePreview.OfAsync(Write(bytes), new FilesSource(), new(), default);

    private async Task<List<FileEntry>> EntriesAsync(byte[] bytes)
    {
        var entries = new List<FileEntry>();
        await foreach (var entry in MemberFileReading.ReadAsync(MemberFile.Look(Write(bytes), new()), new(), new(), default))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private string Write(byte[] bytes)
    {
        var path = _folder.File($"{Guid.NewGuid():N}");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                zip.CreateEntry(name);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] GZip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
