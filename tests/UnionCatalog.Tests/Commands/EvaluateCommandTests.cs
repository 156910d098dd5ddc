using System.IO.Compression;
using System.Text;
using UnionCatalog.Tests.Records.Marc;

namespace UnionCatalog.Tests.Commands;

/// <summary>"match evaluate", as a network types it that measures itself.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class EvaluateCommandTests
{
    private static readonly string[] RuleNames = ["union", "isbn", "goldrush", "recordmanager", "melinda"];

    private TempFolder _folder = null!;

    [SetUp]
    public void Make()
    {
        _folder = new();
        File.WriteAllBytes(_folder.File("sma-1.mrc"), [.. Iso2709("1", "Laskar pelangi", "9789793062792"), .. "00030 no record, only its end"u8, 0x1D, .. Iso2709("3", "Bumi manusia", "9789799731234")]);
        File.WriteAllBytes(_folder.File("smp-2.xml.gz"), Packed($"<collection>{MarcXml("Laskar pelangi", "979-3062-79-7")}{MarcXml("Perang dingin", "979-3062-79-7")}</collection>"));
        File.WriteAllText(_folder.File("sd-3.xml"), $"<list>{DublinCore("Laskar pelangi", "9789793062792")}{DublinCore("Bumi manusia", "")}</list>");
        File.WriteAllText(_folder.File("kebenaran.tsv"), "berkas\tnomor\tkelompok\nsma-1\t1\tlaskar\nsma-1\t3\tbumi\nsmp-2.xml.gz\t1\tlaskar\nsmp-2\t2\tekonomi\nsd-3.xml\t1\tlaskar\nsd-3\t2\tbumi\n");
    }

    [TearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public async Task Every_rule_has_a_line_for_records_of_three_formats()
    {
        var run = await RunAsync("kebenaran.tsv", "sma-1.mrc", "smp-2.xml.gz", "sd-3.xml");

        Assert.That(run.Code, Is.Zero, run.Everything);
        var lines = run.Output.Split('\n').Where(line => line.StartsWith("set=", StringComparison.Ordinal)).ToList();
        Assert.That(lines.Select(line => line.Split(' ')[1]), Is.EqualTo(RuleNames.Select(name => $"rule={name}")));
        Assert.That(lines, Has.All.Match(@"^set=kebenaran rule=[a-z]+ ids=yes precision=[01]\.\d{4} recall=[01]\.\d{4} f1=[01]\.\d{4} bcubed_f1=[01]\.\d{4}\r?$"));

        // Of the isbn: three of Laskar pelangi and one of another book with its ISBN are together, the two of Bumi manusia apart.
        Assert.That(lines[1], Does.StartWith("set=kebenaran rule=isbn ids=yes precision=0.5000 recall=0.7500 f1=0.6000"));
        Assert.That(run.Errors, Does.Contain("sma-1.mrc: 1 record cannot be read. The first is record 2:"));
    }

    [Test]
    public async Task Without_identifiers_a_rule_of_identifiers_finds_nothing()
    {
        var run = await RunAsync("kebenaran.tsv", "sma-1.mrc", "smp-2.xml.gz", "sd-3.xml", "--hide-identifiers", "--rules", "isbn");

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output.Trim(), Is.EqualTo("set=kebenaran rule=isbn ids=no precision=1.0000 recall=0.0000 f1=0.0000 bcubed_f1=0.6667"));
    }

    [Test]
    public async Task The_worst_false_pairs_of_our_rule_are_shown_with_their_evidence()
    {
        await File.WriteAllTextAsync(_folder.File("falsch.tsv"), "sma-1\t1\ta\nsmp-2\t1\tb\nsmp-2\t2\tb\n");

        var run = await RunAsync("falsch.tsv", "sma-1.mrc", "smp-2.xml.gz", "--rules", "union");
        var without = await RunAsync("falsch.tsv", "sma-1.mrc", "smp-2.xml.gz", "--rules", "union", "--worst", "0");

        Assert.That(run.Output, Does.Contain("smp-2 1 and smp-2 2: different").And.Match(@"\| Title +\| disagree").And.Contain("perang dingin"));
        Assert.That(without.Output.Trim().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Wrong_rows_are_told_with_their_lines_and_left_out()
    {
        await File.AppendAllTextAsync(_folder.File("kebenaran.tsv"), "sma-1\t2\tlaskar\nsma-1\t9\tlaskar\nnobody\t1\tlaskar\nsma-1\tx\tlaskar\nsma-1\t1\tbumi\n");

        var run = await RunAsync("kebenaran.tsv", "sma-1.mrc", "smp-2.xml.gz", "sd-3.xml", "--rules", "isbn");

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("rule=isbn ids=yes precision=0.5000 recall=0.7500"));
        Assert.That(run.Errors, Does.Contain("kebenaran.tsv, line 8: record 2 of sma-1 cannot be read:")
            .And.Contain("line 9: there is no record 9 in sma-1.")
            .And.Contain("line 10: there is no record file nobody among those given.")
            .And.Contain("line 11: \"x\" is no number of a record")
            .And.Contain("line 12: record 1 of sma-1 is in the cluster laskar by line 2")
            .And.Contain("5 lines of kebenaran.tsv left out; 6 records measured."));
    }

    [Test]
    public async Task What_cannot_be_measured_is_told_in_a_line()
    {
        await File.WriteAllTextAsync(_folder.File("daftar.csv"), "judul,pengarang\n");
        await File.WriteAllTextAsync(_folder.File("kosong.tsv"), "");

        foreach (var (expected, run) in new[]
        {
            ("There is no file", await RunAsync("kebenaran.tsv", "nirgends.mrc")),
            ("There is no file", await RunAsync("nirgends.tsv", "sma-1.mrc")),
            ("daftar.csv is neither MARC 21 in ISO 2709 nor XML", await RunAsync("kebenaran.tsv", "daftar.csv")),
            ("kosong.tsv names no record that can be read", await RunAsync("kosong.tsv", "sma-1.mrc")),
            ("--rules takes union, isbn, goldrush, recordmanager, melinda, not 'ours'", await RunAsync("kebenaran.tsv", "sma-1.mrc", "--rules", "ours")),
        })
        {
            Assert.That((run.Code, run.Output), Is.EqualTo((2, "")), run.Everything);
            Assert.That(run.Errors, Does.Contain(expected));
        }
    }

    private Task<Finished> RunAsync(string truth, params string[] recordsAndMore)
    {
        var files = recordsAndMore.TakeWhile(word => !word.StartsWith('-')).ToList();
        return ServerProcess.RunAsync(
            ["match", "evaluate", "--truth", _folder.File(truth), "--records", .. files.Select(_folder.File), .. recordsAndMore.Skip(files.Count)]);
    }

    private static byte[] Iso2709(string number, string title, string isbn) => MarcSamples.ToIso2709(
        MarcSamples.Parse(["LDR 00000nam a2200000 a 4500", $"001 {number}", $"020 ## $a{isbn}", $"245 10 $a{title}"]));

    private static string MarcXml(string title, string isbn) =>
        $"""<record><leader>00000nam a2200000 a 4500</leader><datafield tag="020" ind1=" " ind2=" "><subfield code="a">{isbn}</subfield></datafield><datafield tag="245" ind1="1" ind2="0"><subfield code="a">{title}</subfield></datafield></record>""";

    private static string DublinCore(string title, string isbn) =>
        $"<oai_dc:dc><dc:title>{title}</dc:title><dc:identifier>{isbn}</dc:identifier><dc:type>Text</dc:type></oai_dc:dc>";

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
