using System.Net;
using System.Text.Json;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Tests.Commands;

namespace UnionCatalog.Tests.Api;

/// <summary>A record that throws when it is read, as one of a later version does, is told of and fails no page.</summary>
internal sealed class UnreadableRecordTests
{
    private static readonly string Bad = MatchedCatalog.Together[1];
    private static readonly string Good = MatchedCatalog.Together[0];

    private MatchedCatalog _catalog = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _catalog = await MatchedCatalog.StartAsync();
        var key = RecordKey.Parse(Bad)!;
        var harvests = _catalog.Service.Data.Store.Harvests;
        var run = await harvests.BeginRunAsync(key.Source, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "oai_dc", Started = DateTimeOffset.UtcNow }, default);
        await harvests.AppendPageAsync(
            new HarvestPage { RunId = run.Id, Next = new ListPosition(0, null), Records = [new HarvestedRecord.Live(key, null, (MetadataFormat)99, "of a later version"u8.ToArray())] },
            default);
        await harvests.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UtcNow }, default);
    }

    [TearDown]
    public async Task StopAsync() => await _catalog.DisposeAsync();

    [TestCase("en", "The record smp-2/oai:smp2:1 is stored, but cannot be read.")]
    [TestCase("id", "Cantuman smp-2/oai:smp2:1 tersimpan, tetapi tidak dapat dibaca.")]
    public async Task It_is_told_by_every_door_in_both_languages(string language, string told)
    {
        var edition = await _catalog.EditionOfAsync(Good);
        using var pair = await _catalog.Service.GetAsync($"/api/matching/explain?a={Good.Escaped()}&b={Bad.Escaped()}&lang={language}");
        Assert.That(pair.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(JsonDocument.Parse(await pair.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), Is.EqualTo(told));

        var matching = await _catalog.Service.GetJsonAsync($"/api/records/{edition}/matching?lang={language}");
        Assert.That((matching.GetProperty("total").GetInt32(), matching.GetProperty("records").GetArrayLength()), Is.EqualTo((3, 2)));
        Assert.That(matching.GetProperty("unreadable").EnumerateArray().Select(sentence => sentence.GetString()), Is.EqualTo(new[] { told }));

        using var page = await _catalog.Service.GetAsync($"/records/{edition}/matching", ("Accept-Language", language));
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain(told));

        using var configurations = new TempFolder();
        await File.WriteAllTextAsync(
            configurations.File("sma-1.json"), """{ "name": "SMA Negeri 1 Sukamaju", "kind": "other", "place": "Sewon", "oaiPmh": { "baseUrl": "http://127.0.0.1:1/oai" } }""");
        var run = await ServerProcess.RunAsync("explain", Good, Bad, "--lang", language, "--data", _catalog.Service.Folder, "--configs", configurations.Path);
        Assert.That((run.Code, run.Errors.Trim()), Is.EqualTo((2, told)), run.Everything);
    }

    [Test]
    public async Task The_catalogue_goes_on_without_it()
    {
        await _catalog.StoreAsync(("perpusda/2", "title=Bumi Manusia|creator=Pramoedya Ananta Toer|date=1980"));
        await _catalog.CatchUpAsync();

        var matching = await _catalog.Service.GetJsonAsync($"/api/records/{await _catalog.EditionOfAsync(Good)}/matching?lang=en");
        Assert.That((matching.GetProperty("total").GetInt32(), matching.GetProperty("unreadable").GetArrayLength()), Is.EqualTo((2, 0)));
        Assert.That(await _catalog.EditionOfAsync("perpusda/2"), Is.Not.Empty, "what was stored behind it is taken");
    }
}
