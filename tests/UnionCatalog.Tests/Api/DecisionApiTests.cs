using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Server.Jobs;

namespace UnionCatalog.Tests.Api;

/// <summary>The coordinator's decisions by the API: kept, contradicted, followed and withdrawn.</summary>
internal sealed class DecisionApiTests
{
    private const string Address = MatchedCatalog.Decisions;
    private MatchedCatalog _catalog = null!;

    [SetUp]
    public async Task StartAsync() => _catalog = await MatchedCatalog.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _catalog.DisposeAsync();

    [Test]
    public async Task What_is_decided_is_kept_followed_and_withdrawn()
    {
        var (a, b) = (MatchedCatalog.Unsure[0], MatchedCatalog.Unsure[1]);
        Assert.That(await AreTogetherAsync(a, b), Is.False);

        var (status, told) = await _catalog.DecideAsync(new { kind = "together", a, b, why = "cetakan yang sama", by = "Bu Sari" });
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), told.ToString());
        Assert.That((told.GetProperty("isNew").GetBoolean(), told.GetProperty("note").GetString()), Is.EqualTo((true, "The catalogue follows within a minute.")));
        Assert.That(told.GetProperty("decision").GetProperty("by").GetString(), Is.EqualTo("Bu Sari"));
        await _catalog.CatchUpAsync();
        Assert.That(await AreTogetherAsync(a, b), Is.True);
        Assert.That(await StandingAsync(a, b), Is.EqualTo("togetherByWord"));

        var (_, again) = await _catalog.DecideAsync(new { kind = "together", a = b, b = a, why = "lagi", by = "Pak Joko" });
        Assert.That((again.GetProperty("isNew").GetBoolean(), again.GetProperty("decision").GetProperty("why").GetString()), Is.EqualTo((false, "cetakan yang sama")));
        var list = await _catalog.GetAsync(Address);
        Assert.That(list.GetProperty("decisions").EnumerateArray().Select(decision => decision.GetProperty("kind").GetString()), Is.EqualTo(new[] { "together" }));

        using var withdrawn = await _catalog.SendAsync(HttpMethod.Delete, $"{Address}?a={b.Escaped()}&b={a.Escaped()}");
        Assert.That(withdrawn.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await _catalog.CatchUpAsync();
        Assert.That(await AreTogetherAsync(a, b), Is.False);
        using var nothing = await _catalog.SendAsync(HttpMethod.Delete, $"{Address}?a={b.Escaped()}&b={a.Escaped()}");
        Assert.That(nothing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_is_parted_stays_apart_and_readers_are_not_told_by_whom()
    {
        var (a, b) = (MatchedCatalog.Together[0], MatchedCatalog.Together[1]);
        await _catalog.DecideAsync(new { kind = "apart", a, b, why = "edisi filmnya lain", by = "Bu Sari" });
        await _catalog.CatchUpAsync();

        Assert.That(await StandingAsync(a, b), Is.EqualTo("apartByWord"));
        var told = await _catalog.Service.GetJsonAsync($"/api/matching/explain?a={a.Escaped()}&b={b.Escaped()}");
        Assert.That(told.GetProperty("decisions")[0].GetString(), Does.Contain("edisi filmnya lain").And.Not.Contain("Bu Sari"));
    }

    [Test]
    public async Task The_running_service_follows_at_once()
    {
        var (a, b) = (MatchedCatalog.Unsure[0], MatchedCatalog.Unsure[1]);
        var worker = _catalog.Service.Services.GetRequiredService<CatalogWorker>();
        await worker.StartAsync(default);
        await _catalog.DecideAsync(new { kind = "together", a, b, why = "sama" });
        for (var patience = 0; patience < 200 && !await AreTogetherAsync(a, b); patience++)
        {
            await Task.Delay(50);
        }

        Assert.That(await AreTogetherAsync(a, b), Is.True, "without the minute that the worker rests by itself");
        await worker.StopAsync(default);
    }

    [Test]
    public async Task A_contradiction_is_refused_with_the_chain()
    {
        var (a, b, c) = (MatchedCatalog.Together[0], MatchedCatalog.Together[1], MatchedCatalog.Together[2]);
        await _catalog.DecideAsync(new { kind = "together", a, b, why = "satu", by = "Bu Sari" });
        await _catalog.DecideAsync(new { kind = "together", a = b, b = c, why = "dua", by = "Pak Joko" });
        var (status, problem) = await _catalog.DecideAsync(new { kind = "apart", a, b = c, why = "tiga" });

        Assert.That(status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(
            problem.GetProperty("detail").GetString(),
            Does.Contain("contradicts").And.Contain("satu").And.Contain("Bu Sari").And.Contain("dua").And.Contain("Withdraw one of those"));
    }

    private async Task<bool> AreTogetherAsync(string a, string b) => await _catalog.EditionOfAsync(a) == await _catalog.EditionOfAsync(b);

    private async Task<string?> StandingAsync(string a, string b) =>
        (await _catalog.Service.GetJsonAsync($"/api/matching/explain?a={a.Escaped()}&b={b.Escaped()}")).GetProperty("standing").GetString();
}
