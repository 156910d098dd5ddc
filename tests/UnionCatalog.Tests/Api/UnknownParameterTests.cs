using System.Net;
using System.Text.Json;

namespace UnionCatalog.Tests.Api;

/// <summary>Every address of the API refuses what it does not take, in one form.</summary>
public sealed class UnknownParameterTests
{
    private static readonly string[] Addresses =
    [
        "/api/search", "/api/suggest", "/api/browse/title", "/api/holdings", "/api/libraries", "/api/libraries/sman-1-sukamaju", "/api/libraries/smkn-1-sukamaju/duplicates",
        "/api/records/aaaaaaaaaaaa", "/api/records/aaaaaaaaaaaa/availability", "/api/records/aaaaaaaaaaaa/matching", "/api/matching/explain", "/api/matching/review",
        "/api/matching/overrides", "/api/held", "/api/held/1", "/export",
    ];

    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [TestCaseSource(nameof(Addresses))]
    public async Task What_is_not_taken_is_named(string address)
    {
        var message = await RefusedAsync($"{address}?colour=green", "colour");

        Assert.That(message, Does.StartWith("There is no such parameter."));
    }

    [TestCase("/api/search?siz=5", "siz", "size")]
    [TestCase("/api/search?Page=2", "Page", "page")]
    [TestCase("/api/search?auhtor=toer", "auhtor", "author")]
    [TestCase("/api/search?ttitle=bumi", "ttitle", "title")]
    [TestCase("/api/browse/title?form=a", "form", "from")]
    [TestCase("/api/holdings?isnb=9786022916628", "isnb", "isbn")]
    [TestCase("/api/suggest?Q=a", "Q", "q")]
    [TestCase("/export?fromat=ris", "fromat", "format")]
    public async Task What_is_a_slip_away_is_offered(string address, string field, string meant) =>
        Assert.That(await RefusedAsync(address, field), Does.EndWith($"Did you mean {meant}?"));

    [TestCase("/api/suggest?q=a&q=b", "q")]
    [TestCase("/api/browse/title?size=1&size=2", "size")]
    [TestCase("/api/holdings?isbn=9786022916628&title=a&title=b", "title")]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?page=1&page=2", "page")]
    [TestCase("/api/matching/explain?a=a/1&a=a/2", "a")]
    public async Task What_is_given_twice_is_named(string address, string field) => await RefusedAsync(address, field);

    [TestCase("/api/search?page=0", "page")]
    [TestCase("/api/search?page=10001&size=1", "page")]
    [TestCase("/api/search?size=101", "size")]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?page=0", "page")]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?page=x", "page")]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?page=999999999", "page")]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?size=0", "size")]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?size=101", "size")]
    [TestCase("/api/browse/title?size=101", "size")]
    [TestCase("/api/records/aaaaaaaaaaaa/matching?lang=fr", "lang")]
    public async Task A_page_that_there_cannot_be_is_named(string address, string field) => await RefusedAsync(address, field);

    [TestCase("/search?colour=green")]
    [TestCase("/browse/title?colour=green")]
    [TestCase("/new?colour=green")]
    [TestCase("/libraries?colour=green")]
    public async Task A_page_passes_over_it(string address)
    {
        using var page = await _service.GetAsync(address);

        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<string> RefusedAsync(string address, string field)
    {
        using var response = await _service.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), text);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.That(problem.GetProperty("title").GetString(), Is.EqualTo("This cannot be answered as it was asked."));
        Assert.That(problem.GetProperty("detail").GetString(), Is.Not.Empty);
        Assert.That(problem.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo(new[] { field }));
        return problem.GetProperty("errors").GetProperty(field)[0].GetString()!;
    }
}
