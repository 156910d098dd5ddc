using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.Commands;

/// <summary>The verbs that show what would change, and the one that reads kept pages again, as their users run them.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class ReplayCommandTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";
    private ConfigFolder _folder = null!;
    private ReplayServer _library = null!;

    [SetUp]
    public async Task MakeAsync()
    {
        _folder = new();
        _library = (await ReplayServer.StartAsync()).On("verb=Identify", OaiPages.Identify()).On(First, OaiPages.List(
            OaiPages.Record("oai:x:1") + OaiPages.Record($"oai:x:{new string('9', 90)}") + OaiPages.Record("oai:x:\u009b31m", "<nothing/>")));
        _folder.File("sma-1", $$"""
            {
              "name": "SMA Satu", "kind": "senior-high-school", "place": "Sewon",
              "oaiPmh": { "baseUrl": "{{_library.Address}}", "metadataPrefix": "oai_dc", "retries": 0, "archiveDays": 30 },
            }
            """);
    }

    [TearDown]
    public async Task ClearAsync()
    {
        await _library.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_dry_run_shows_what_would_change_in_eighty_columns_and_leaves_no_trace()
    {
        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest", "--dry-run"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Match(@"(?m)^SMA Satu: nothing was stored\. It would come to this:$"));
        Assert.That(run.Output, Does.Match(@"(?m)^           2 new$\n^               oai:x:1: Laskar Pelangi$\n^               oai:x:99.*…$"));
        Assert.That(run.Output, Does.Match(@"(?m)^           1 set aside, because they cannot be read$"));
        Assert.That(run.Output.Split('\n'), Has.All.Length.LessThanOrEqualTo(80));
        CommandLineTests.AssertIsPlain(run);
        Assert.That(Directory.Exists(_folder.Data), Is.False);
    }

    [Test]
    public async Task A_dry_run_goes_beside_a_running_service()
    {
        await using var service = await Server.DataFolder.OpenAsync(_folder.Data, TimeProvider.System, default);

        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest", "sma-1", "--dry-run"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(await service.Store.Harvests.ListLatestRunsAsync(default), Is.Empty);
        Assert.That(Directory.Exists(Path.Combine(_folder.Data, "pages")), Is.False);
    }

    [Test]
    public async Task A_harvest_that_must_wait_says_until_when()
    {
        var hour = TimeOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        _folder.File("sma-1", $$"""
            {
              "name": "SMA Satu", "kind": "senior-high-school", "place": "Sewon",
              "oaiPmh": { "baseUrl": "{{_library.Address}}", "allowedHours": "{{hour.AddHours(3):HH:mm}}-{{hour.AddHours(4):HH:mm}}" },
            }
            """);

        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Match(@"(?m)^SMA Satu: paused$").And.Match(@"(?m)^SMA Satu: The library may be asked only from .* \(Asia/Jakarta\)\.$"));
        Assert.That(_library.Requests, Is.Empty);
    }

    [Test]
    public async Task Kept_pages_are_replayed_dry_and_wet_with_the_librarys_system_off()
    {
        var harvest = await ServerProcess.RunAsync(_folder.Arguments("harvest"));
        Assert.That(harvest.Code, Is.Zero, harvest.Everything);
        await _library.DisposeAsync();
        foreach (var file in Directory.GetFiles(_folder.Data, "catalog.db*"))
        {
            File.Delete(file);
        }

        var dry = await ServerProcess.RunAsync(_folder.Arguments("replay", "sma-1", "--dry-run"));
        Assert.That((dry.Code, dry.Output), Is.EqualTo((0, dry.Output)), dry.Everything);
        Assert.That(dry.Output, Does.Match(@"(?m)^           2 new$"));

        var wet = await ServerProcess.RunAsync(_folder.Arguments("replay", "sma-1", "--from", "2020-01-01"));
        Assert.That(wet.Code, Is.Zero, wet.Everything);
        Assert.That(wet.Output.Trim(), Is.EqualTo("SMA Satu: the pages are read again. 2 new, 0 changed, 0 unchanged, 0 deleted, 1 set aside."));

        var later = await ServerProcess.RunAsync(_folder.Arguments("replay", "sma-1", "--from", "2999-01-01"));
        Assert.That(later.Code, Is.EqualTo(1), later.Everything);
        Assert.That(later.Errors, Does.StartWith("SMA Satu: no pages are kept since 2999-01-01."));
    }

    [TestCase("replay", "sma-1", "--from", "21-11-2026")]
    [TestCase("replay", "sma-9")]
    [TestCase("replay")]
    public async Task What_is_written_wrong_starts_nothing(params string[] verb)
    {
        var run = await ServerProcess.RunAsync(_folder.Arguments(verb));

        Assert.That(run.Code, Is.EqualTo(2), run.Everything);
        Assert.That(Directory.Exists(_folder.Data), Is.False);
    }

    [Test]
    public async Task A_contact_that_cannot_stand_in_a_request_is_refused()
    {
        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest", "--contact", "me (at home)"));

        Assert.That(run.Code, Is.EqualTo(2), run.Everything);
        Assert.That(run.Errors, Does.StartWith("--contact takes a mail or web address such as you@example.org, not 'me (at home)'."));
    }
}
