using UnionCatalog.Search;
using UnionCatalog.Server;
using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.Commands;

/// <summary>The harvest verb and what may be done after it, on members that answer, that are down, and that answer with something else.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class HarvestCommandTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";
    private ConfigFolder _folder = null!;
    private ReplayServer _fine = null!;
    private ReplayServer _failing = null!;

    [SetUp]
    public async Task MakeAsync()
    {
        _folder = new();
        _fine = await StartAsync("Bumi");
        _failing = await StartAsync("Laskar Pelangi");
    }

    [TearDown]
    public async Task ClearAsync()
    {
        await _fine.DisposeAsync();
        await _failing.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Members_that_fail_leave_the_others_and_their_own_earlier_records_alone()
    {
        _folder.Member("a-html", _failing.Address, "SMA Laman");
        _folder.Member("b-down", _fine.Address, "SMA Padam");
        _folder.Member("c-fine", _fine.Address, "SMA Baik");
        var before = await ServerProcess.RunAsync(_folder.Arguments("harvest"));
        Assert.That(before.Code, Is.Zero, before.Everything);
        _folder.Member("b-down", new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}/oai"), "SMA Padam");
        _failing.On("verb=Identify", new Reply("<!doctype html><html><body>Selamat datang</body></html>") { ContentType = "text/html" });
        Titles(_fine, First + "&from=2026-11-20T16:00:00Z", "Bumi", "Bulan");

        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest"));

        Assert.That(run.Code, Is.EqualTo(1), run.Everything);
        Assert.That(run.Output, Does.Match(@"(?m)^SMA Laman: The address answered with a web page, not with OAI-PMH\."));
        Assert.That(run.Output, Does.Match(@"(?m)^SMA Padam: 127\.0\.0\.1:[0-9]+ refused the connection"));
        Assert.That(run.Output, Does.Match(@"\| SMA Baik +\| changes since .* complete"));
        CommandLineTests.AssertIsPlain(run);
        Assert.That(await FindAsync("laskar"), Is.EqualTo(["a-html"]));
        Assert.That(await FindAsync("bumi"), Is.EqualTo(["b-down", "c-fine"]));
        Assert.That(await FindAsync("bulan"), Is.EqualTo(["c-fine"]));

        var report = await ServerProcess.RunAsync(_folder.Arguments("report"));
        Assert.That(report.Code, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain(report.Output.Trim()), "the report tells the same again");
    }

    [Test]
    public async Task One_member_is_harvested_by_name_and_reported_alone()
    {
        _folder.Member("a", _fine.Address, "SMA Satu");
        _folder.Member("b", _failing.Address, "SMA Dua");

        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest", "b"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("SMA Dua").And.Not.Contain("SMA Satu"));
        Assert.That(await FindAsync(""), Is.EqualTo(["b"]));
    }

    [Test]
    public async Task Full_fetches_everything_again()
    {
        _folder.Member("a", _fine.Address);
        await ServerProcess.RunAsync(_folder.Arguments("harvest"));

        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest", "--full"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Match(@"\| everything \| +0 \| +0 \|.* nothing new"));
        Assert.That(_fine.Requests.Count(request => request == First), Is.EqualTo(2));
    }

    [Test]
    public async Task Unreadable_records_are_counted_and_listed_without_what_would_disturb_a_terminal()
    {
        _folder.Member("a", _fine.Address);
        _fine.On(First, OaiPages.List(OaiPages.Record("oai:x:1\u009b31m", "<nothing/>") + OaiPages.Record("oai:x:2")));

        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("SMA Contoh: 1 record could not be read and was set aside:").And.Match(@"(?m)^  oai:x:1.?31m: \w"));
        CommandLineTests.AssertIsPlain(run);
    }

    [Test]
    public async Task Broken_pages_are_told()
    {
        _folder.Member("a", _fine.Address);
        _fine.On(First, OaiPages.List(OaiPages.Record("oai:x:1") + OaiPages.Record("oai:x:2") + "&"));

        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain("SMA Contoh: 1 page came broken and was read record by record."));
    }

    [Test]
    public async Task Without_members_there_is_nothing_to_harvest()
    {
        var run = await ServerProcess.RunAsync(_folder.Arguments("harvest"));

        Assert.That(run.Code, Is.Zero);
        Assert.That(run.Output.Trim(), Is.EqualTo($"There is nothing to harvest: {_folder.Configurations} has no member's configuration file yet."));
    }

    [TestCase("deleted")]
    [TestCase("cut short")]
    [TestCase("rubbish")]
    public async Task An_index_that_is_gone_or_damaged_is_built_again(string damage)
    {
        _folder.Member("a", _fine.Address);
        await ServerProcess.RunAsync(_folder.Arguments("harvest"));
        Damage(Path.Combine(_folder.Data, "index"), damage);

        var run = await ServerProcess.RunAsync(_folder.Arguments("rebuild-index", "--clusters"));

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output.Trim(), Is.EqualTo("The index is built again: 1 edition."));
        Assert.That(await FindAsync("bumi"), Is.EqualTo(["a"]));
    }

    [Test]
    public async Task A_store_begun_anew_leaves_nothing_of_the_old_one_in_the_index()
    {
        _folder.Member("a", _failing.Address);
        await ServerProcess.RunAsync(_folder.Arguments("harvest"));
        foreach (var file in Directory.GetFiles(_folder.Data, "catalog.db*"))
        {
            File.Delete(file);
        }

        _folder.Member("a", _fine.Address);
        await ServerProcess.RunAsync(_folder.Arguments("harvest"));

        Assert.That(await FindAsync("bumi"), Is.EqualTo(["a"]));
        Assert.That(await FindAsync("laskar"), Is.Empty);
    }

    private static async Task<ReplayServer> StartAsync(string title)
    {
        var server = (await ReplayServer.StartAsync()).On("verb=Identify", OaiPages.Identify());
        Titles(server, First, title);
        Titles(server, First + "&from=2026-11-20T16:00:00Z", title);
        return server;
    }

    private static void Titles(ReplayServer server, string request, params string[] titles) => server.On(request, OaiPages.List(string.Concat(titles.Select(
        (title, number) => OaiPages.Record($"oai:x:{number}", OaiPages.Dublin.Replace("Laskar Pelangi", title, StringComparison.Ordinal))))));

    private static void Damage(string index, string how)
    {
        if (how == "deleted")
        {
            Directory.Delete(index, recursive: true);
            return;
        }

        foreach (var file in Directory.GetFiles(index, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            File.WriteAllBytes(file, how == "rubbish" ? [.. bytes.Select(letter => (byte)~letter)] : bytes[..(bytes.Length / 2)]);
        }
    }

    /// <summary>The libraries that hold what is found.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(string words)
    {
        await using var data = await DataFolder.OpenAsync(_folder.Data, TimeProvider.System, default);
        var found = new CatalogSearch(data.Index, _folder.Members).Search(new SearchRequest { Text = words });
        return [.. found.Entries.SelectMany(entry => entry.Libraries).Select(held => held.Library.Value).Distinct().Order(StringComparer.Ordinal)];
    }
}
