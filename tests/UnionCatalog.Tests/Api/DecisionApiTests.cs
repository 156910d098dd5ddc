using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Server.Jobs;

namespace UnionCatalog.Tests.Api;

/// <summary>The coordinator's decisions by the API: kept, contradicted, followed and withdrawn.</summary>
internal sealed class DecisionApiTests
{
    private const string Address = "/api/matching/overrides";
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

        var (status, told) = await DecideAsync(new { kind = "together", a, b, why = "cetakan yang sama", by = "Bu Sari" });
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), told.ToString());
        Assert.That((told.GetProperty("isNew").GetBoolean(), told.GetProperty("note").GetString()), Is.EqualTo((true, "The catalogue follows within a minute.")));
        Assert.That(told.GetProperty("decision").GetProperty("by").GetString(), Is.EqualTo("Bu Sari"));
        await _catalog.CatchUpAsync();
        Assert.That(await AreTogetherAsync(a, b), Is.True);
        Assert.That(await StandingAsync(a, b), Is.EqualTo("togetherByWord"));

        var (_, again) = await DecideAsync(new { kind = "together", a = b, b = a, why = "lagi", by = "Pak Joko" });
        Assert.That((again.GetProperty("isNew").GetBoolean(), again.GetProperty("decision").GetProperty("why").GetString()), Is.EqualTo((false, "cetakan yang sama")));
        var list = await GetAsync(Address);
        Assert.That(list.GetProperty("decisions").EnumerateArray().Select(decision => decision.GetProperty("kind").GetString()), Is.EqualTo(new[] { "together" }));

        using var withdrawn = await SendAsync(HttpMethod.Delete, $"{Address}?a={b.Escaped()}&b={a.Escaped()}");
        Assert.That(withdrawn.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await _catalog.CatchUpAsync();
        Assert.That(await AreTogetherAsync(a, b), Is.False);
        using var nothing = await SendAsync(HttpMethod.Delete, $"{Address}?a={b.Escaped()}&b={a.Escaped()}");
        Assert.That(nothing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_is_parted_stays_apart_and_readers_are_not_told_by_whom()
    {
        var (a, b) = (MatchedCatalog.Together[0], MatchedCatalog.Together[1]);
        await DecideAsync(new { kind = "apart", a, b, why = "edisi filmnya lain", by = "Bu Sari" });
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
        await DecideAsync(new { kind = "together", a, b, why = "sama" });
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
        await DecideAsync(new { kind = "together", a, b, why = "satu", by = "Bu Sari" });
        await DecideAsync(new { kind = "together", a = b, b = c, why = "dua", by = "Pak Joko" });
        var (status, problem) = await DecideAsync(new { kind = "apart", a, b = c, why = "tiga" });

        Assert.That(status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(
            problem.GetProperty("detail").GetString(),
            Does.Contain("contradicts").And.Contain("satu").And.Contain("Bu Sari").And.Contain("dua").And.Contain("Withdraw one of those"));
    }

    [TestCase("""{"kind":"together","a":"sma-1/none","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.NotFound)]
    [TestCase("""{"kind":"together","a":"sma-1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"together","a":"smp-2/oai:smp2:1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"sideways","a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":7,"a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"apart","a":"sma-1/1","b":"smp-2/oai:smp2:1"}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"apart","a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"   "}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":"apart","a":1,"b":2,"why":"x"}""", HttpStatusCode.BadRequest)]
    [TestCase("""[]""", HttpStatusCode.BadRequest)]
    [TestCase("""null""", HttpStatusCode.BadRequest)]
    [TestCase("""{"kind":""", HttpStatusCode.BadRequest)]
    [TestCase("", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_meant_is_refused(string body, HttpStatusCode status)
    {
        using var response = await SendAsync(HttpMethod.Post, Address, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That((await GetAsync(Address)).GetProperty("decisions").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_body_in_letters_that_there_are_not_is_refused()
    {
        var body = new ByteArrayContent("""{"kind":"apart","a":"sma-1/1","b":"smp-2/oai:smp2:1","why":"x"}"""u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=nonsense");
        using var response = await SendAsync(HttpMethod.Post, Address, body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_reason_or_a_name_that_is_too_long_is_refused()
    {
        var (a, b) = (MatchedCatalog.Together[0], MatchedCatalog.Together[1]);

        Assert.That((await DecideAsync(new { kind = "apart", a, b, why = new string('x', 1_001) })).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await DecideAsync(new { kind = "apart", a, b, why = "x", by = new string('x', 101) })).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await DecideAsync(new { kind = "apart", a, b, why = new string('x', 70_000) })).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("page=0")]
    [TestCase("page=x")]
    [TestCase("size=101")]
    [TestCase("size=99999999999999")]
    public async Task A_page_that_cannot_be_is_refused(string query)
    {
        foreach (var list in new[] { Address, "/api/matching/review" })
        {
            using var response = await SendAsync(HttpMethod.Get, $"{list}?{query}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(query.Split('=')[0]));
        }
    }

    [Test]
    public async Task Nobody_else_sees_or_decides()
    {
        foreach (var (method, address) in new[] { (HttpMethod.Get, Address), (HttpMethod.Post, Address), (HttpMethod.Delete, Address), (HttpMethod.Get, "/api/matching/review") })
        {
            using var request = new HttpRequestMessage(method, address);
            using var response = await _catalog.Service.Client.SendAsync(request);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), $"{method} {address}");
        }
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> DecideAsync(object decision)
    {
        using var response = await SendAsync(HttpMethod.Post, Address, JsonContent.Create(decision));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        using var response = await SendAsync(HttpMethod.Get, address);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content, Headers = { { _catalog.Key.Name, _catalog.Key.Value } } };
        return await _catalog.Service.Client.SendAsync(request);
    }

    private async Task<bool> AreTogetherAsync(string a, string b) => await _catalog.EditionOfAsync(a) == await _catalog.EditionOfAsync(b);

    private async Task<string?> StandingAsync(string a, string b) =>
        (await _catalog.Service.GetJsonAsync($"/api/matching/explain?a={a.Escaped()}&b={b.Escaped()}")).GetProperty("standing").GetString();
}
