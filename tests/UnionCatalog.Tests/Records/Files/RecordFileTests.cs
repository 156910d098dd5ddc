using System.IO.Compression;
using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Records.Files;
using UnionCatalog.Tests.Records.Marc;

namespace UnionCatalog.Tests.Records.Files;

/// <summary>Files of records of every format, as they are saved and exported, whole and damaged.</summary>
internal sealed class RecordFileTests
{
    private const string Marc = """<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><datafield tag="245" ind1=" " ind2=" "><subfield code="a">Bumi manusia</subfield></datafield></record>""";

    private const string DublinCore = """<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Laskar pelangi</dc:title></oai_dc:dc>""";

    private TempFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new();

    [TearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public async Task Records_in_ISO_2709_are_numbered_with_the_unreadable_ones() =>
        Assert.That(
            await ReadAsync([.. MarcSamples.Record("1", "Laskar pelangi"), .. "00030nothing at all of a record"u8, 0x1D, .. MarcSamples.Record("3", "Bumi manusia")]),
            Is.EqualTo((string[])["1 Laskar pelangi", "2 -", "3 Bumi manusia"]));

    [Test]
    public async Task A_collection_of_MARCXML() =>
        Assert.That(
            await ReadAsync($"""<?xml version="1.0"?><collection xmlns="http://www.loc.gov/MARC21/slim">{Marc}<record><!-- empty --></record>{Marc}</collection>"""),
            Is.EqualTo((string[])["1 Bumi manusia", "2 -", "3 Bumi manusia"]));

    [Test]
    public async Task MARCXML_with_a_prefix_that_nobody_declared() =>
        Assert.That(
            await ReadAsync("""<marc:collection><marc:record><marc:datafield tag="245" ind1="#" ind2="#"><marc:subfield code="a">Bumi manusia</marc:subfield></marc:datafield></marc:record></marc:collection>"""),
            Is.EqualTo((string[])["1 Bumi manusia"]));

    [Test]
    public async Task A_reply_of_an_OAI_provider_in_which_a_deleted_record_is_one_too() =>
        Assert.That(
            await ReadAsync($"""
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
                <record><header><identifier>oai:x:1</identifier></header><metadata>{DublinCore}</metadata></record>
                <record><header status="deleted"><identifier>oai:x:2</identifier></header></record>
                <record><header><identifier>oai:x:3</identifier></header><metadata>{Marc}</metadata></record>
                </ListRecords></OAI-PMH>
                """),
            Is.EqualTo((string[])["1 Laskar pelangi", "2 -", "3 Bumi manusia"]));

    [Test]
    public async Task A_reply_of_an_OAI_provider_without_its_namespace() =>
        Assert.That(
            await ReadAsync($"<OAI-PMH><ListRecords><record><header/><metadata>{DublinCore}</metadata></record><record><header/><metadata>{Marc}</metadata></record></ListRecords></OAI-PMH>"),
            Is.EqualTo((string[])["1 Laskar pelangi", "2 Bumi manusia"]));

    [Test]
    public async Task A_bare_list_of_Dublin_Core_with_a_root_and_without_one_and_one_record_alone()
    {
        Assert.That(await ReadAsync($"<records>{DublinCore}{DublinCore}</records>"), Is.EqualTo((string[])["1 Laskar pelangi", "2 Laskar pelangi"]));
        Assert.That(await ReadAsync($"\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{DublinCore}\n{DublinCore}\n"), Is.EqualTo((string[])["1 Laskar pelangi", "2 Laskar pelangi"]));
        Assert.That(await ReadAsync("<oai_dc:dc><dc:title>Laskar pelangi</dc:title></oai_dc:dc>"), Is.EqualTo((string[])["1 Laskar pelangi"]));
    }

    [Test]
    public async Task Any_of_them_packed_with_gzip()
    {
        Assert.That(await ReadAsync(Packed(MarcSamples.Record("1", "Laskar pelangi"))), Is.EqualTo((string[])["1 Laskar pelangi"]));
        Assert.That(await ReadAsync(Packed(Encoding.UTF8.GetBytes(DublinCore))), Is.EqualTo((string[])["1 Laskar pelangi"]));
    }

    [Test]
    public async Task What_is_behind_damage_is_told_as_a_last_record_that_cannot_be_read()
    {
        Assert.That(await ReadAsync($"<records>{DublinCore}<oops></records>"), Is.EqualTo((string[])["1 Laskar pelangi", "2 -"]));
        Assert.That(await ReadAsync($"<records>{DublinCore}<dc><title>cut"), Is.EqualTo((string[])["1 Laskar pelangi", "2 -"]));
        var many = Packed([.. Enumerable.Range(1, 400).SelectMany(i => MarcSamples.Record($"{i}", $"Judul {Convert.ToHexString(BitConverter.GetBytes(i * 7919L))}"))]);
        var cut = await ReadAsync(many[..(many.Length / 2)]);
        Assert.That((cut[0][..7], cut[^1]), Is.EqualTo(("1 Judul", $"{cut.Count} -")));
    }

    [Test]
    public async Task A_record_that_is_far_too_long_is_one_that_cannot_be_read() =>
        Assert.That(
            await ReadAsync($"<records><dc><title>{new string('x', 5 << 20)}</title></dc>{DublinCore}</records>"),
            Is.EqualTo((string[])["1 -", "2 Laskar pelangi"]));

    [Test]
    public void A_file_of_another_kind_is_refused_in_words()
    {
        Assert.That(async () => await ReadAsync("judul,pengarang\nLaskar pelangi,Andrea Hirata\n"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("neither MARC 21 in ISO 2709 nor XML"));
        Assert.That(async () => await ReadAsync(" \n"), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("file is empty."));
        Assert.That(async () => await ReadAsync([0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), Throws.TypeOf<InvalidDataException>().With.Message.Contains("cannot be unpacked"));
    }

    private Task<List<string>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private async Task<List<string>> ReadAsync(byte[] bytes)
    {
        await File.WriteAllBytesAsync(_folder.File("file"), bytes);
        var read = new List<string>();
        await foreach (var entry in RecordFile.ReadAsync(_folder.File("file"), new HoldingsMapping()))
        {
            read.Add($"{entry.Number} {(entry.Reading is RecordReading.Readable readable ? readable.Record.Title.Proper : "-")}");
            if (entry.Reading is RecordReading.Unreadable { Error: var error })
            {
                Assert.That((error.RecordNumber, error.Reason.Length > 10), Is.EqualTo(((long?)entry.Number, true)));
            }
        }

        return read;
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
