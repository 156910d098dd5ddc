using System.IO.Compression;
using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

public sealed class MarcFileTests
{
    [Test]
    public async Task Every_record_of_a_national_catalogue_is_accounted_for()
    {
        await using var file = new GZipStream(File.OpenRead(Places.Shared("data/marc/gpo.mrc.gz")), CompressionMode.Decompress);
        var (count, readable, withTitle, withYear, end) = (0, 0, 0, 0, 0L);
        BibRecord? found = null;
        await foreach (var entry in MarcFile.ReadAsync(file, new HoldingsMapping()))
        {
            Assert.That(entry.Number, Is.EqualTo(++count));
            Assert.That(entry.Offset, Is.EqualTo(end), "a gap between two records");
            end = entry.Offset + entry.Bytes.Length;
            if (entry.Reading is RecordReading.Readable { Record: var record })
            {
                readable++;
                withTitle += record.Title.Proper.Length > 0 ? 1 : 0;
                withYear += record.Year is not null ? 1 : 0;
                found = record.ControlNumbers[0].Number == "001069177" ? record : found;
            }
        }

        Assert.That((count, readable, withTitle, end), Is.EqualTo((51_588, 51_588, 51_588, 109_229_525L)));
        TestContext.Out.WriteLine($"{withYear} years; {found?.Title.Proper}");
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
