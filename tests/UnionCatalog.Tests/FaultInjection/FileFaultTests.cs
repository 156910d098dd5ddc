using System.IO.Compression;
using System.Text;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Store;
using UnionCatalog.Tests.Harvesting;
using UnionCatalog.Tests.Records.Marc;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>
/// A whole catalogue dropped as a file, then the same file cut in the middle, as a full stick or a broken copy leaves it, then
/// the whole one again. What the cut one lacks must not be taken for gone.
/// </summary>
[NonParallelizable] // what the whole process takes of memory is counted
internal sealed class FileFaultTests
{
    private const int Count = 6;

    [TestCaseSource(nameof(Files))]
    public async Task A_dropped_file_that_was_cut_in_the_middle_takes_nothing_off(string name, byte[] whole, int cut)
    {
        using var folder = new TempFolder();
        await using var bench = await HarvestBench.StartAsync(new HarvestOptions { DataFolder = folder.Path });
        Assert.That((await DropAsync(bench, folder, name, whole)).Counts.New, Is.EqualTo(Count));

        var run = await DropAsync(bench, folder, name, whole[..cut]);

        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(Count), run.Failure);
        Assert.That(run.Counts.Deleted + run.Counts.New, Is.Zero);
        var line = run.Failure ?? run.Notice ?? (await bench.ListSetAsideAsync(run))[0].Reason;
        OneLine.AssertReadable(line);
        run = await DropAsync(bench, folder, name, whole);
        Assert.That((run.Status, run.Counts.New, run.Counts.Unchanged, run.Counts.Deleted), Is.EqualTo((RunStatus.Completed, 0L, (long)Count, 0L)), run.Failure);
    }

    [Test]
    public async Task A_dropped_file_with_thousands_of_namespaces_around_its_records_is_refused_in_a_line()
    {
        using var folder = new TempFolder();
        await using var bench = await HarvestBench.StartAsync(new HarvestOptions { DataFolder = folder.Path });
        var namespaces = string.Concat(Enumerable.Range(0, 2_000).Select(number => $" xmlns:n{number}='http://example.org/{number}'"));

        var run = await DropAsync(bench, folder, "buku.xml", Xml($"<collection xmlns='http://www.loc.gov/MARC21/slim'{namespaces}>", "</collection>", Marc));

        Assert.That((run.Status, await bench.CountLiveAsync()), Is.EqualTo((RunStatus.Failed, 0L)));
        Assert.That(run.Failure, Does.Contain("namespaces"));
        OneLine.AssertReadable(run.Failure!);
    }

    [Test]
    public async Task A_dropped_file_with_an_identifier_of_a_gigabyte_is_read_in_little_memory()
    {
        using var folder = new TempFolder();
        await using var bench = await HarvestBench.StartAsync(new HarvestOptions { DataFolder = folder.Path });
        var before = GC.GetTotalAllocatedBytes();

        var run = await DropAsync(bench, folder, "buku.xml.gz", HugeIdentifier(1L << 27));

        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(1L << 26), "bytes, of twice 128 million");
        Assert.That((run.Counts.SetAside, run.Counts.New), Is.EqualTo((1L, 0L)), run.Failure);
    }

    private static byte[] HugeIdentifier(long length)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var piece = new byte[1 << 16];
            Array.Fill(piece, (byte)'a');
            gzip.Write("<ListRecords><record xmlns='http://www.openarchives.org/OAI/2.0/'><header><identifier>"u8);
            for (long written = 0; written < length; written += piece.Length)
            {
                gzip.Write(piece);
            }

            gzip.Write(Encoding.UTF8.GetBytes($"</identifier></header><metadata>{Mods(1).Replace("<mods>", "<mods xmlns='http://www.loc.gov/mods/v3'>", StringComparison.Ordinal)}</metadata></record></ListRecords>"));
        }

        return packed.ToArray();
    }

    private static IEnumerable<TestCaseData> Files()
    {
        foreach (var (name, kind, bytes, share) in new[]
        {
            ("buku.xml", "MARCXML", Xml("<collection xmlns='http://www.loc.gov/MARC21/slim'>", "</collection>", Marc), 0.6),
            ("buku.xml", "MODS", Xml("<modsCollection xmlns='http://www.loc.gov/mods/v3'>", "</modsCollection>", Mods), 0.6),
            ("buku.xml.gz", "MARCXML_in_gzip", Answers.Gzip(Xml("<collection xmlns='http://www.loc.gov/MARC21/slim'>", "</collection>", Marc)), 0.6),
            ("buku.mrc", "ISO_2709", [.. Enumerable.Range(1, Count).SelectMany(number => MarcSamples.Record($"{number}", $"Buku {number}"))], 0.6),
            ("buku.csv", "CSV_between_quotes", Csv(), 0.62),
        })
        {
            yield return new TestCaseData(name, bytes, (int)(bytes.Length * share)).SetName($"A_dropped_file_of_{kind}_that_was_cut_in_the_middle");
        }
    }

    private static byte[] Xml(string start, string end, Func<int, string> record) =>
        Encoding.UTF8.GetBytes($"{start}{string.Concat(Enumerable.Range(1, Count).Select(record))}{end}");

    private static string Marc(int number) =>
        $"<record><leader>00000nam a2200000 a 4500</leader><controlfield tag='001'>{number}</controlfield><datafield tag='245' ind1='1' ind2='0'><subfield code='a'>Buku {number}</subfield></datafield></record>";

    private static string Mods(int number) =>
        $"<mods><titleInfo><title>Buku {number}</title></titleInfo><recordInfo><recordIdentifier>{number}</recordIdentifier></recordInfo></mods>";

    private static byte[] Csv() => Encoding.UTF8.GetBytes(
        "Judul,Pengarang,No. Induk\n" + string.Concat(Enumerable.Range(1, Count).Select(number => $"\"Buku nomor {number}, cetakan pertama\",\"Penulis, A.\",{number}\n")));

    private static async Task<HarvestRun> DropAsync(HarvestBench bench, TempFolder folder, string name, byte[] bytes)
    {
        var member = bench.Member() with { Source = new FilesSource() };
        var drop = Path.Combine(folder.Path, "drop", member.Id.Value);
        Directory.CreateDirectory(drop);
        await File.WriteAllBytesAsync(Path.Combine(drop, name), bytes);
        return (await bench.Harvester.HarvestAsync(member, HarvestScope.Incremental, null, default))!;
    }
}
