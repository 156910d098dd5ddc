using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.Commands;

/// <summary>The coordinator's word, by the command line.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class HeldCommandTests
{
    private ConfigFolder _folder = null!;
    private ReplayServer _server = null!;

    [SetUp]
    public async Task HarvestTwiceAsync()
    {
        _folder = new();
        _server = await ReplayServer.StartAsync();
        _server.On("verb=Identify", OaiPages.Identify());
        _server.On("verb=ListRecords&metadataPrefix=oai_dc", OaiPages.List(Enumerable.Range(1, 40)), OaiPages.List(Enumerable.Range(1, 3)));
        _folder.File("sma-1", $$"""{ "name": "SMA Satu", "kind": "other", "place": "Sewon", "preset": "slims9-oai2", "oaiPmh": { "baseUrl": "{{_server.Address}}", "retries": 0 } }""");
        Assert.That((await ServerProcess.RunAsync(_folder.Arguments("harvest"))).Code, Is.Zero);
    }

    [TearDown]
    public async Task ClearAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task What_waits_is_told_shown_and_removed_by_the_coordinators_word()
    {
        var none = await ServerProcess.RunAsync(_folder.Arguments("held"));
        Assert.That(none.Output.Trim(), Is.EqualTo("No removal waits for a decision."));

        var harvest = await ServerProcess.RunAsync(_folder.Arguments("harvest"));
        Assert.That(harvest.Output, Does.Contain("SMA Satu: 37 records were missing from its list").And.Contain("40 records in"), harvest.Everything);

        var held = await ServerProcess.RunAsync(_folder.Arguments("held"));
        Assert.That(held.Output, Does.Contain("1  SMA Satu: 37 records of 40 (92.5 %) were missing").And.Contain("oai:x:4").And.Contain("Laskar Pelangi"));
        CommandLineTests.AssertIsPlain(held);

        var confirmed = await ServerProcess.RunAsync(_folder.Arguments("held", "confirm", "1", "--by", "Bu Sari"));
        Assert.That((confirmed.Code, confirmed.Output), Is.EqualTo((0, confirmed.Output)));
        Assert.That(confirmed.Output, Does.StartWith("SMA Satu: 37 records removed."));
        var refused = await ServerProcess.RunAsync(_folder.Arguments("held", "refuse", "1"));
        Assert.That((refused.Code, refused.Errors.Trim()), Is.EqualTo((2, $"Removal 1 was decided before: {confirmed.Output.Trim()["SMA Satu: ".Length..]}")));

        var rebuilt = await ServerProcess.RunAsync(_folder.Arguments("report"));
        Assert.That(rebuilt.Output, Does.Match(@"SMA Satu +\|.*\| +3 \|"), rebuilt.Everything);
    }

    [Test]
    public async Task A_removal_that_never_was_is_told_as_such()
    {
        var run = await ServerProcess.RunAsync(_folder.Arguments("held", "confirm", "9"));

        Assert.That((run.Code, run.Errors.Trim()), Is.EqualTo((2, "There is no removal 9. 'held' lists those that wait.")));
    }
}
