using UnionCatalog.Tests.Uploads;

namespace UnionCatalog.Tests.Commands;

/// <summary>"preview" and "import", as a coordinator types them.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class FileCommandTests
{
    private const string Member = """{"name":"SD Negeri 2","kind":"primary-school","place":"Sukamaju","files":{"columns":{"Sumber":"note"}}}""";

    private ConfigFolder _folder = null!;
    private TempFolder _files = null!;
    private string _sheet = null!;

    [SetUp]
    public void Make()
    {
        (_folder, _files) = (new(), new());
        _folder.File("sdn-2", Member);
        _sheet = _files.File("daftar.csv");
        File.WriteAllText(_sheet, UploadingMember.Sheet);
    }

    [TearDown]
    public void Clear()
    {
        _folder.Dispose();
        _files.Dispose();
    }

    [Test]
    public async Task A_preview_says_what_would_come_of_a_file_and_stores_nothing()
    {
        var run = await RunAsync("preview", _sheet, "--member", "sdn-2");

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("daftar.csv: a table, utf-8, columns parted by commas, headings in line 1."));
        Assert.That(run.Output, Does.Match(@"Judul Buku +\| title +\| Laskar Pelangi").And.Match(@"Sumber +\| note").And.Match(@"No +\| \(not kept\)"));
        Assert.That(run.Output, Does.Contain("Laskar Pelangi — Andrea Hirata — Bentang — 2005 — 9789793062792 — 813 HIR l — 2 items"));
        Assert.That(run.Output, Does.Contain("Line 4: The ISBN was destroyed").And.Contain("Line 5: The row has no title.").And.Contain("Nothing was stored."));
        Assert.That(Directory.Exists(_folder.Data), Is.False);
    }

    [Test]
    public async Task An_import_stores_what_was_shown_when_it_is_told_to()
    {
        var asked = await RunAsync("import", "sdn-2", _sheet);
        Assert.That(asked.Output, Does.Contain("say --yes").And.Contain("Nothing was stored."));

        var run = await RunAsync("import", "sdn-2", _sheet, "--yes");

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("SD Negeri 2: 2 new, 0 changed, 0 unchanged, 0 deleted, 1 set aside."));
    }

    [TestCase("harvest sdn-2")]
    [TestCase("harvest sdn-2 --dry-run")]
    public async Task A_harvest_that_finds_no_file_says_where_it_looked(string verb)
    {
        var run = await RunAsync(verb.Split(' '));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("SD Negeri 2: no file is ready in drop/sdn-2."));
    }

    [Test]
    public async Task What_cannot_be_read_is_told_in_a_line()
    {
        await File.WriteAllBytesAsync(_sheet, [.. "PK"u8, 3, 4, .. "xl/workbook.xml"u8]);

        var run = await RunAsync("import", "sdn-2", _sheet, "--yes");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("which is not read directly").And.Contain("Nothing was stored."));
    }

    [Test]
    public async Task A_member_or_a_file_that_is_not_there_is_told()
    {
        Assert.That((await RunAsync("import", "nobody", _sheet, "--yes")).Errors, Does.Contain("There is no member 'nobody'"));
        Assert.That((await RunAsync("preview", _sheet + "x")).Errors, Does.Contain("There is no file"));
        Assert.That((await RunAsync("preview", Path.GetDirectoryName(_sheet)!)).Errors, Does.Contain("is a folder. Name one file in it."));
    }

    private Task<Finished> RunAsync(params string[] verb) => ServerProcess.RunAsync(_folder.Arguments(verb));
}
