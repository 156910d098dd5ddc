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
