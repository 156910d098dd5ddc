using System.IO.Compression;
using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

[Parallelizable(ParallelScope.Self)]
public sealed class MarcFileTests
{
    [Test]
    public async Task Every_record_of_a_national_catalogue_is_accounted_for()
    {
        await using var file = new GZipStream(File.OpenRead(Places.Shared("data/marc/gpo.mrc.gz")), CompressionMode.Decompress);
        var (count, end, withYear, warned) = (0, 0L, 0, 0);
        var byNumber = new Dictionary<string, BibRecord>();
        await foreach (var entry in MarcFile.ReadAsync(file, new HoldingsMapping()))
        {
            Assert.That((entry.Number, entry.Offset), Is.EqualTo((++count, end)), "a gap between two records");
            end = entry.Offset + entry.Bytes.Length;
            var record = MarcSamples.Readable(entry.Reading);
            Assert.That(record.Title.Proper, Is.Not.Empty, record.ControlNumbers[0].Number);
            withYear += record.Year is null ? 0 : 1;
            warned += ((RecordReading.Readable)entry.Reading).Warnings.Count > 0 ? 1 : 0;
            if (count is 1 or 20_001)
            {
                byNumber.Add(record.ControlNumbers[0].Number, record);
            }
        }

        Assert.That((count, end, withYear, warned), Is.EqualTo((51_588, 109_229_525L, 49_596, 0)));
        using (Assert.EnterMultipleScope())
        {
            var paper = byNumber["000000120"];
            Assert.That(paper.Title.Proper, Is.EqualTo("Heat transfer and flow of helium in channels--practical limits for applications in superconductivity"));
            Assert.That(paper.Contributors.Select(person => person.Name), Is.EqualTo(new[]
            {
                "Jones, M. C.", "Johnson, W. W.", "Institute for Basic Standards (U.S.)", "United States. National Bureau of Standards",
            }));
            Assert.That((paper.Year, paper.Extent?.Pages, paper.Format), Is.EqualTo((1976, 39, ResourceFormat.Book)));
            Assert.That(paper.Series, Is.EqualTo(new[] { new SeriesStatement("NBS technical note", "675") }));
            Assert.That(paper.Subjects[0], Is.EqualTo(new Subject("Heat -- Transmission", "lcsh")));

            var online = byNumber["1125361"];
            Assert.That(online.Format, Is.EqualTo(ResourceFormat.Electronic));
            Assert.That(online.Contributors[2], Is.EqualTo(new Contributor("Geological Survey (U.S.)", ContributorKind.Corporate) { Role = "issuing body" }));
            Assert.That(online.Links.Select(link => link.Kind), Is.EqualTo(new[] { RecordLinkKind.FullText, RecordLinkKind.FullText }));
            Assert.That(online.Holdings, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task A_record_without_its_terminator_does_not_swallow_the_next()
    {
        var record = MarcSamples.Record("1", "Laskar pelangi");
        var entries = await Read([.. record[..^1], .. MarcSamples.Record("2", "Bumi manusia")]);
        Assert.That(entries.Select(Title), Is.EqualTo(new[] { "Laskar pelangi", "Bumi manusia" }));
    }

    [TestCase("00000")]
    [TestCase("99999")]
    [TestCase("00099")]
    [TestCase("     ")]
    public async Task A_wrong_length_in_the_leader_does_no_harm(string length)
    {
        var wrong = MarcSamples.Record("1", "Laskar pelangi");
        Encoding.ASCII.GetBytes(length).CopyTo(wrong, 0);
        var entries = await Read([.. wrong, .. MarcSamples.Record("2", "Bumi manusia")]);
        Assert.That(entries.Select(Title), Is.EqualTo(new[] { "Laskar pelangi", "Bumi manusia" }));
    }

    [Test]
    public async Task White_space_between_records_belongs_to_none_and_moves_the_offsets()
    {
        var record = MarcSamples.Record("1", "Laskar pelangi");
        var entries = await Read([0xEF, 0xBB, 0xBF, .. record, .. "\r\n\r\n"u8, .. record, .. "\n"u8]);
        Assert.That(entries.Select(entry => entry.Offset), Is.EqualTo(new long[] { 3, 3 + record.Length + 4 }));
    }

    [Test]
    public async Task What_stands_before_a_leader_is_passed_over_with_a_warning()
    {
        var entries = await Read([.. "<p>Warning: deprecated</p>"u8, .. MarcSamples.Record("1", "Laskar pelangi")]);
        Assert.That(entries, Has.Count.EqualTo(1));
        Assert.That(((RecordReading.Readable)entries[0].Reading).Warnings, Is.EqualTo(new[] { "26 bytes before the record were passed over." }));
    }

    [Test]
    public async Task A_last_record_that_is_cut_off_keeps_what_is_whole_and_says_so()
    {
        var record = MarcSamples.Record("1", "Laskar pelangi");
        var entries = await Read([.. record, .. record[..^8]]);
        Assert.That(entries, Has.Count.EqualTo(2));
        Assert.That(((RecordReading.Readable)entries[1].Reading).Warnings, Is.Not.Empty);
    }

    [Test]
    public async Task An_unreadable_record_has_its_number_its_offset_and_its_bytes()
    {
        var record = MarcSamples.Record("1", "Laskar pelangi");
        var entries = await Read([.. record, .. "not MARC at all\u001D"u8, .. record]);
        var error = ((RecordReading.Unreadable)entries[1].Reading).Error;
        Assert.That((error.RecordNumber, error.ByteOffset), Is.EqualTo((2L, (long)record.Length)));
        Assert.That(entries[1].Bytes.Length, Is.EqualTo(16));
        Assert.That(Title(entries[2]), Is.EqualTo("Laskar pelangi"));
    }

    [Test]
    public async Task A_file_that_never_ends_a_record_is_bounded_and_the_rest_is_read()
    {
        var junk = new byte[MarcFile.LongestRecord + 100];
        Array.Fill(junk, (byte)'x');
        junk[^1] = 0x1D;
        var entries = await Read([.. junk, .. MarcSamples.Record("2", "Bumi manusia")]);
        Assert.That(entries, Has.Count.EqualTo(2));
        Assert.That(entries[0].Reading, Is.InstanceOf<RecordReading.Unreadable>());
        Assert.That(entries[0].Bytes.Length, Is.EqualTo(MarcFile.LongestRecord));
        Assert.That((entries[1].Offset, Title(entries[1])), Is.EqualTo(((long)junk.Length, "Bumi manusia")));
    }

    [Test]
    public async Task A_record_that_never_ends_is_named()
    {
        var record = MarcSamples.Record("INLIS42", "Laskar pelangi");
        var entries = await Read([.. record[..^1], .. Enumerable.Repeat((byte)'x', MarcFile.LongestRecord)]);
        Assert.That(((RecordReading.Unreadable)entries[0].Reading).Error.Identifier, Is.EqualTo("INLIS42"));
    }

    [Test]
    public async Task An_empty_file_has_no_records() => Assert.That(await Read([]), Is.Empty);

    private static string? Title(MarcFileEntry entry) => (entry.Reading as RecordReading.Readable)?.Record.Title.Proper;

    private static async Task<List<MarcFileEntry>> Read(byte[] file)
    {
        var entries = new List<MarcFileEntry>();
        await foreach (var entry in MarcFile.ReadAsync(new MemoryStream(file), new HoldingsMapping()))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
