using UnionCatalog.Members;
using UnionCatalog.Tests.Harvesting;
using UnionCatalog.Tests.Harvesting.CheckUp;

namespace UnionCatalog.Tests.Commands;

/// <summary>The check-up as the coordinator runs it.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class CheckCommandTests
{
    private TempFolder _folder = null!;
    private ReplayServer _server = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = new();
        _server = await ReplayServer.StartAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_school_that_is_ready_has_its_file_and_its_letter_written()
    {
        new CheckUpCase("to-the-standard").Play(_server);

        var run = await CheckAsync("--save", _folder.File("sman-1-sewon.json"), "--letter", _folder.File("surat.txt"), "--contact", "kami@contoh.id");

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("SIAP: perpustakaan ini dapat bergabung.").Or.Contain("SIAP DENGAN CATATAN").And.Contain("Nomor panggil: 813 TOE b"));
        Assert.That(run.Output, Does.Not.Contain("$schema").And.Not.Contain("Kepada pengelola"));
        Assert.That(await File.ReadAllTextAsync(_folder.File("surat.txt")), Does.StartWith("Kepada pengelola perpustakaan SMA Negeri 1 Sewon"));
        Assert.That(ConfigurationFolder.Load(_folder.Path).Members.Single().Name, Is.EqualTo("SMA Negeri 1 Sewon"));
        Assert.That(_server.UserAgents, Is.All.Contains("kami@contoh.id"));
        AssertFits(run);
    }

    [Test]
    public async Task Without_files_all_is_printed_and_in_the_language_that_was_asked_for()
    {
        new CheckUpCase("to-the-standard").Play(_server);

        var run = await CheckAsync("--lang", "en");

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("Looking for the OAI-PMH address").And.Contain("\"$schema\"").And.Contain("Kepada pengelola").And.Contain("To the librarian of SMA Negeri 1 Sewon"));
        AssertFits(run);
    }

    [Test]
    public async Task A_school_that_is_not_ready_is_told_so_by_the_exit_code_too()
    {
        new CheckUpCase("website-only").Play(_server);

        var run = await CheckAsync("--save", _folder.File("sd-1.json"));

        Assert.That(run.Code, Is.EqualTo(1), run.Everything);
        Assert.That(run.Output, Does.Contain("BELUM SIAP").And.Contain("Kepada pengelola"));
        Assert.That(_folder.File("sd-1.json"), Does.Not.Exist, "a file that cannot be used is not written");
        AssertFits(run);
    }

    [TestCase("check", "Required argument 'address' missing")]
    [TestCase("check perpustakaan", "check takes a web address such as https://perpustakaan.example.sch.id/, not 'perpustakaan'.")]
    [TestCase("check ftp://perpus.sch.id/", "not 'ftp://perpus.sch.id/'.")]
    [TestCase("check perpus.sch.id --lang jv", "--lang takes id or en, not 'jv'.")]
    [TestCase("check perpus.sch.id --save SMA.json", "--save takes a file named after the library")]
    [TestCase("check perpus.sch.id --save sma.txt", "--save takes a file named after the library")]
    [TestCase("check perpus.sch.id --letter no-such-folder/surat.txt", "There is no folder ")]
    public async Task A_wrong_command_line_asks_nobody_anything(string arguments, string expected)
    {
        var run = await ServerProcess.RunAsync(arguments.Split(' '));

        Assert.That(run.Code, Is.EqualTo(2), run.Everything);
        Assert.That(run.Errors, Does.Contain(expected));
    }

    [Test]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        await File.WriteAllTextAsync(_folder.File("sma-1.json"), "ours");

        var run = await CheckAsync("--save", _folder.File("sma-1.json"));

        Assert.That(run.Code, Is.EqualTo(2), run.Everything);
        Assert.That(run.Errors, Does.Contain("sma-1.json is there already."));
        Assert.That(_server.Requests, Is.Empty);
        Assert.That(await File.ReadAllTextAsync(_folder.File("sma-1.json")), Is.EqualTo("ours"));
    }

    private Task<Finished> CheckAsync(params string[] options) =>
        ServerProcess.RunAsync(["check", new Uri(_server.Address, "/oai").AbsoluteUri, .. options]);

    /// <summary>Lines for a terminal of 80 columns, but for what is one word.</summary>
    private static void AssertFits(Finished run)
    {
        CommandLineTests.AssertIsPlain(run);
        Assert.That(run.Output.Split('\n').Where(line => !line.Contains("://", StringComparison.Ordinal)), Is.All.Length.LessThanOrEqualTo(80));
    }
}
