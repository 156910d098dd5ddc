using UnionCatalog.Tests.Uploads;

namespace UnionCatalog.Tests.Commands;

/// <summary>"search evaluate", as a coordinator types it.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class SearchEvaluateCommandTests
{
    private const string Member = """{"name":"SD Negeri 2","kind":"primary-school","place":"Sukamaju","files":{}}""";

    private ConfigFolder _folder = null!;
    private TempFolder _files = null!;

    [SetUp]
    public async Task FillAsync()
    {
        (_folder, _files) = (new(), new());
        _folder.File("sdn-2", Member);
        await File.WriteAllTextAsync(_files.File("daftar.csv"), UploadingMember.Sheet);
    }

    [TearDown]
    public void Clear()
    {
        _folder.Dispose();
        _files.Dispose();
    }

    [Test]
    public async Task Figures_are_printed_by_kind_and_what_was_missed_is_named()
    {
        await RunAsync("import", "sdn-2", _files.File("daftar.csv"), "--yes");
        var run = await EvaluateAsync("# query, wanted, kind", "laskar pelangi\tLaskar Pelangi\ttitle", "979-3062-79-7\t9789793062792\tisbn", "zzyzx\tLaskar Pelangi\ttitle", "two columns\tonly");

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output.ReplaceLineEndings("\n"), Does.StartWith(
            "kind=title n=2 success1=0.500 success5=0.500\nkind=isbn n=1 success1=1.000 success5=1.000\nkind=all n=3 success1=0.667 success5=0.667\n"));
        Assert.That(run.Output, Does.Contain("miss kind=title place=none query=zzyzx wanted=Laskar Pelangi first=nothing"));
        Assert.That(run.Errors, Does.Contain("cases.tsv, line 5: 3 columns parted by tabs are expected"));
        CommandLineTests.AssertIsPlain(run);
    }

    [Test]
    public async Task What_cannot_be_measured_is_told_in_a_line()
    {
        Assert.That(await EvaluateAsync("bumi\tBumi\ttitle"), Has.Property("Code").EqualTo(2).And.Property("Errors").Contains("Nothing has been harvested yet"));
        Assert.That(await EvaluateAsync("no known item"), Has.Property("Code").EqualTo(2).And.Property("Errors").Contains("has no known item"));
        Assert.That(await RunAsync("search", "evaluate", "--cases", _files.File("none.tsv")), Has.Property("Code").EqualTo(2).And.Property("Errors").Contains("none.tsv"));
        Assert.That(await RunAsync("search", "evaluate"), Has.Property("Code").EqualTo(2).And.Property("Errors").Contains("--cases"));
    }

    private async Task<Finished> EvaluateAsync(params string[] lines)
    {
        await File.WriteAllLinesAsync(_files.File("cases.tsv"), lines);
        return await RunAsync("search", "evaluate", "--cases", _files.File("cases.tsv"));
    }

    private Task<Finished> RunAsync(params string[] verb) => ServerProcess.RunAsync(_folder.Arguments(verb));
}
