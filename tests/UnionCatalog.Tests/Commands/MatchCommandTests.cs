using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Commands;

/// <summary>Why records are together, and the coordinator's word about it, by the command line beside a running service.</summary>
internal sealed class MatchCommandTests
{
    private MatchedCatalog _catalog = null!;
    private TempFolder _configurations = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _catalog = await MatchedCatalog.StartAsync();
        _configurations = new();
        await File.WriteAllTextAsync(
            _configurations.File("sma-1.json"), """{ "name": "SMA Negeri 1 Sukamaju", "kind": "other", "place": "Sewon", "oaiPmh": { "baseUrl": "http://127.0.0.1:1/oai" } }""");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _catalog.DisposeAsync();
        _configurations.Dispose();
    }

    [Test]
    public async Task Two_records_are_explained_as_a_table_with_a_verdict()
    {
        var run = await RunAsync("explain", MatchedCatalog.Together[0], MatchedCatalog.Together[1]);

        Assert.That(run.Code, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.Contain($"A  {MatchedCatalog.Together[0]}").And.Contain("SMA Negeri 1 Sukamaju").And.Contain("/records/"));
        Assert.That(run.Output, Does.Match(@"\| Title +\| Laskar Pelangi +\| LASKAR PELANGI +\| the same +\| +\+[0-9.]+ \|"));
        Assert.That(run.Output, Does.Contain("Together: what the two records say fits well enough.").And.Contain("Brought together by the same: ISBN"));
        CommandLineTests.AssertIsPlain(run);
    }

    [Test]
    public async Task It_is_told_in_Indonesian_when_asked_so()
    {
        var run = await RunAsync("explain", MatchedCatalog.Apart[0], MatchedCatalog.Apart[1], "--lang", "id");

        Assert.That(run.Output, Does.Contain("Terpisah: jilid, kelas, atau bagiannya berbeda.").And.Contain("kelas 10").And.Contain("kelas 11"), run.Everything);
    }

    [TestCase("explain sma-1/none perpusda/1", "There is no record sma-1/none.")]
    [TestCase("explain sma-1 perpusda/1", "A record is named by its library and its identifier there")]
    [TestCase("explain sma-1/1", "'B' missing")]
    [TestCase("explain sma-1/1 perpusda/1 --lang fr", "'fr'")]
    [TestCase("match review --limit 0", "--limit takes a number from 1 to 1000, not '0'.")]
    [TestCase("match together sma-1/1 perpusda/1", "--why")]
    [TestCase("match together perpusda/1 perpusda/1 --why x", "a decision needs two")]
    [TestCase("match apart sma-1/none perpusda/1 --why x", "There is no record sma-1/none.")]
    [TestCase("match withdraw sma-1/none perpusda/1", "Nothing was decided of sma-1/none and perpusda/1.")]
    public async Task What_cannot_be_done_is_told_in_a_line(string arguments, string expected)
    {
        var run = await RunAsync(arguments.Split(' '));

        Assert.That(run.Code, Is.EqualTo(2), run.Everything);
        Assert.That(run.Errors, Does.Contain(expected));
    }

    [Test]
    public async Task The_pairs_that_wait_are_listed_with_what_speaks_for_and_against()
    {
        var run = await RunAsync("match", "review", "--limit", "5");

        Assert.That(run.Output, Does.Contain("1 pair is not certain.").And.Contain("Touches 2 copies").And.Contain("Bumi Manusia").And.Contain("For: Title: the same"), run.Everything);
        CommandLineTests.AssertIsPlain(run);
    }

    [Test]
    public async Task A_decision_is_kept_shown_contradicted_and_withdrawn()
    {
        var (a, b, c) = (MatchedCatalog.Together[0], MatchedCatalog.Together[1], MatchedCatalog.Together[2]);
        var kept = await RunAsync("match", "together", a, b, "--why", "sampulnya sama", "--by", "Bu Sari");
        Assert.That((kept.Code, kept.Output), Is.EqualTo((0, kept.Output)), kept.Everything);
        Assert.That(kept.Output, Does.Contain("“sampulnya sama” (Bu Sari, ").And.Contain("The catalogue follows it within a minute."));
        await RunAsync("match", "together", b, c, "--why", "juga");

        var refused = await RunAsync("match", "apart", c, a, "--why", "lain");
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Errors, Does.StartWith("Not kept, because it contradicts").And.Contain("sampulnya sama").And.Contain("juga"));

        var list = await RunAsync("match", "overrides");
        Assert.That(list.Output.Trim().Split('\n'), Has.Length.EqualTo(2));
        Assert.That((await RunAsync("match", "withdraw", b, a)).Output, Does.Contain("The decision is withdrawn."));
        Assert.That((await RunAsync("match", "withdraw", b, c)).Code, Is.Zero);
        Assert.That((await RunAsync("match", "overrides")).Output.Trim(), Is.EqualTo("Nothing has been decided yet."));
    }

    [Test]
    public async Task Where_nothing_was_harvested_that_is_told()
    {
        using var empty = new TempFolder();
        var run = await ServerProcess.RunAsync("match", "review", "--data", empty.File("data"), "--configs", _configurations.Path);

        Assert.That((run.Code, run.Errors), Is.EqualTo((2, $"Nothing has been harvested yet into {empty.File("data")}.")));
    }

    private Task<Finished> RunAsync(params string[] arguments) =>
        ServerProcess.RunAsync([.. arguments, "--data", _catalog.Service.Folder, "--configs", _configurations.Path]);
}
