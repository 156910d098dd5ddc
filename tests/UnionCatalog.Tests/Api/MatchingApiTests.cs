using System.Net;
using System.Text;
using System.Text.Json;

namespace UnionCatalog.Tests.Api;

/// <summary>A program asks why records are together or apart, and the coordinator's decides.</summary>
internal sealed class MatchingApiTests
{
    private MatchedCatalog _catalog = null!;

    private RunningService Service => _catalog.Service;

    [OneTimeSetUp]
    public async Task StartAsync() => _catalog = await MatchedCatalog.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _catalog.DisposeAsync();

    [Test]
    public async Task Two_records_are_explained_with_everything_that_was_compared()
    {
        var pair = await ExplainAsync(MatchedCatalog.Together[0], MatchedCatalog.Together[1], "en");

        Assert.That(pair.GetProperty("standing").GetString(), Is.EqualTo("together"));
        Assert.That(pair.GetProperty("outcome").GetString(), Is.EqualTo("same"));
        Assert.That(pair.GetProperty("verdict").GetString(), Does.StartWith("Together"));
        Assert.That(pair.GetProperty("foundBy").EnumerateArray().Select(family => family.GetString()), Does.Contain("isbn"));
        Assert.That(pair.GetProperty("a").GetProperty("record").GetString(), Is.EqualTo(MatchedCatalog.Together[0]));
        Assert.That(pair.GetProperty("a").GetProperty("edition").GetString(), Is.EqualTo(await _catalog.EditionOfAsync(MatchedCatalog.Together[0])));
        var title = Evidence(pair, "title");
        Assert.That(
            (title.GetProperty("name").GetString(), title.GetProperty("agreement").GetString(), title.GetProperty("a").GetString(), title.GetProperty("b").GetString(), title.GetProperty("comparedB").GetString()),
            Is.EqualTo(("Title", "agree", "Laskar Pelangi", "LASKAR PELANGI", "laskar pelangi")));
        Assert.That(pair.GetProperty("evidence").EnumerateArray().Sum(piece => piece.GetProperty("weight").GetInt32()), Is.LessThanOrEqualTo(pair.GetProperty("weight").GetInt32() + 1_000));
    }

    [Test]
    public async Task What_no_weight_overrules_is_named()
    {
        var pair = await ExplainAsync(MatchedCatalog.Apart[0], MatchedCatalog.Apart[1], "id");

        Assert.That((pair.GetProperty("standing").GetString(), pair.GetProperty("veto").GetString()), Is.EqualTo(("apartByVeto", "parts")));
        Assert.That(pair.GetProperty("verdict").GetString(), Does.Contain("jilid, kelas, atau bagiannya berbeda"));
        Assert.That((Evidence(pair, "course").GetProperty("a").GetString(), Evidence(pair, "course").GetProperty("b").GetString()), Is.EqualTo(("kelas 10 ; untuk SMA", "kelas 11 ; untuk SMA")));
    }

    [Test]
    public async Task A_record_beside_itself_is_told_so()
    {
        var pair = await ExplainAsync(MatchedCatalog.Apart[0], MatchedCatalog.Apart[0], "en");

        Assert.That(pair.GetProperty("standing").GetString(), Is.EqualTo("sameRecord"));
    }

    [Test]
    public async Task The_words_are_in_the_language_that_is_asked_for()
    {
        var (a, b) = (MatchedCatalog.Together[0].Escaped(), MatchedCatalog.Together[1].Escaped());
        using var response = await Service.GetAsync($"/api/matching/explain?a={a}&b={b}", ("Accept-Language", "en"));
        var indonesian = await Service.GetJsonAsync($"/api/matching/explain?a={a}&b={b}");

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Together: what the two records say"));
        Assert.That(indonesian.GetProperty("verdict").GetString(), Does.StartWith("Digabung"));
    }

    [TestCase("", HttpStatusCode.BadRequest, "a")]
    [TestCase("?a=&b=", HttpStatusCode.BadRequest, "b")]
    [TestCase("?a=sma-1&b=smp-2/1", HttpStatusCode.BadRequest, "a")]
    [TestCase("?a=SMA-1/1&b=smp-2/1", HttpStatusCode.BadRequest, "a")]
    [TestCase("?a=/1&b=smp-2/", HttpStatusCode.BadRequest, "b")]
    [TestCase("?a=sma-1/%00&b=smp-2/1", HttpStatusCode.BadRequest, "a")]
    [TestCase("?a=sma-1/%ED%A0%80&b=%FF/1", HttpStatusCode.BadRequest, "b")]
    [TestCase("?a=sma-1/1&b=smp-2/1&lang=fr", HttpStatusCode.BadRequest, "lang")]
    [TestCase("?a=sma-1/1&b=smp-2/1&lang=", HttpStatusCode.BadRequest, "lang")]
    [TestCase("?a=sma-1/1&a=sma-1/2&b=smp-2/2:1", HttpStatusCode.BadRequest, "a")]
    [TestCase("?a=sma-1/none&b=smp-2/oai:smp2:1", HttpStatusCode.NotFound, null)]
    public async Task What_cannot_be_explained_is_answered_with_what_is_wrong(string query, HttpStatusCode status, string? field)
    {
        using var response = await Service.GetAsync("/api/matching/explain" + query);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(problem.GetProperty("detail").GetString(), Is.Not.Empty);
        Assert.That(field is null || problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Test]
    public async Task A_name_longer_than_any_is_refused()
    {
        using var response = await Service.GetAsync($"/api/matching/explain?a=sma-1/{new string('1', 3_000)}&b=smp-2/1");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Absurd_records_are_explained_in_bounds()
    {
        var words = string.Join(' ', Enumerable.Range(1, 1_000).Select(number => $"kata{number}"));
        var isbns = string.Concat(Enumerable.Range(100, 500).Select(number => $"|identifier=ISBN 978602{number}000{number % 10}"));
        await _catalog.StoreAsync(
            ("sma-1/absurd/1", $"title={words}|creator={words}|publisher={words}|date=9999{isbns}"), ("sma-1/absurd/2", $"title={words}|date=-4{isbns}"), ("sma-1/absurd/3", "title= |date=0"));
        foreach (var (a, b) in new[] { ("sma-1/absurd/1", "sma-1/absurd/2"), ("sma-1/absurd/1", "sma-1/absurd/3"), ("sma-1/absurd/3", "sma-1/absurd/3") })
        {
            var pair = await ExplainAsync(a, b, "id");
            Assert.That(pair.GetRawText(), Has.Length.LessThan(30_000));
        }

        Assert.That((await ExplainAsync("sma-1/absurd/1", "sma-1/absurd/2", "en")).GetProperty("standing").GetString(), Is.EqualTo("notPlaced"));
    }

    [Test]
    public async Task An_edition_tells_for_every_record_why_it_is_in()
    {
        var edition = await _catalog.EditionOfAsync(MatchedCatalog.Together[0]);
        var told = await Service.GetJsonAsync($"/api/records/{edition}/matching?lang=en");

        Assert.That((told.GetProperty("id").GetString(), told.GetProperty("total").GetInt32()), Is.EqualTo((edition, 3)));
        var records = told.GetProperty("records").EnumerateArray().ToList();
        Assert.That(records.Select(record => record.GetProperty("record").GetProperty("record").GetString()), Is.EquivalentTo(MatchedCatalog.Together));
        foreach (var record in records)
        {
            Assert.That(record.GetProperty("strongest").GetProperty("a").GetProperty("record").GetString(), Is.EqualTo(record.GetProperty("record").GetProperty("record").GetString()));
            Assert.That(record.GetProperty("reasons").GetArrayLength(), Is.Positive);
        }
    }

    [Test]
    public async Task An_edition_that_never_was_tells_nothing([Values("aaaaaaaaaaaa", "x", "%20", "..%2f..", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")] string id)
    {
        using var response = await Service.GetAsync($"/api/records/{id}/matching");

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }

    private async Task<JsonElement> ExplainAsync(string a, string b, string language) =>
        await Service.GetJsonAsync($"/api/matching/explain?a={a.Escaped()}&b={b.Escaped()}&lang={language}");

    private static JsonElement Evidence(JsonElement pair, string feature) =>
        pair.GetProperty("evidence").EnumerateArray().Single(piece => piece.GetProperty("feature").GetString() == feature);
}
