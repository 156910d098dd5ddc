using System.Net;
using System.Text.Json;

namespace UnionCatalog.Tests.Api;

/// <summary>Whole results, however large, are walked by following "next".</summary>
public sealed class CursorTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [TestCase("q=sejarah")]
    [TestCase("sort=relevance")]
    [TestCase("sort=newest")]
    [TestCase("sort=oldest")]
    [TestCase("sort=title")]
    [TestCase("sort=mostHeld")]
    [TestCase("sort=added")]
    [TestCase("sort=arrival")]
    [TestCase("q=indonesia&library=perpusda-sukamaju&library=man-1-sukamaju&yearFrom=1990&sort=title")]
    [TestCase("title=ronggeng+dukuh+parux")]
    public async Task Each_edition_comes_once_in_the_order_of_the_pages(string query)
    {
        var byPages = (await _service.WalkAsync(query)).Select(Editions.Id).ToList();
        var byCursor = await FollowAsync($"/api/search?{query}&size=17");

        Assert.That(byPages, Is.Not.Empty);
        Assert.That(byCursor, query.Contains("arrival", StringComparison.Ordinal) ? Is.EquivalentTo(byPages) : Is.EqualTo(byPages));
    }

    [Test]
    public async Task A_walk_may_begin_behind_any_page_and_change_its_size()
    {
        var all = (await _service.WalkAsync("sort=title")).Select(Editions.Id).ToList();
        var third = await _service.GetJsonAsync("/api/search?sort=title&size=20&page=3");
        var rest = await FollowAsync(third.GetProperty("next").GetString()!.Replace("size=20", "size=100", StringComparison.Ordinal));

        Assert.That(rest, Is.EqualTo(all.Skip(60)));
    }

    [Test]
    public async Task The_header_Link_says_the_same()
    {
        using var response = await _service.GetAsync("/api/search?q=sejarah&size=2");
        var next = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("next").GetString();

        Assert.That(response.Headers.GetValues("Link").Single(), Is.EqualTo($"<{next}>; rel=\"next\""));
    }

    [Test]
    public async Task Behind_a_cursor_the_total_stays_and_nothing_else_is_counted()
    {
        var first = await _service.GetJsonAsync("/api/search?q=sejarah&size=2");
        var second = await _service.GetJsonAsync(first.GetProperty("next").GetString()!);

        Assert.That(second.Total(), Is.EqualTo(first.Total()));
        Assert.That(first.GetProperty("facets").EnumerateObject().Count(), Is.Positive);
        Assert.That(second.GetProperty("facets").EnumerateObject().Count(), Is.Zero);
        Assert.That(second.GetProperty("page").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task The_last_page_and_the_order_of_nearness_lead_nowhere()
    {
        foreach (var query in new[] { "q=ronggeng&size=100", "size=2&sort=nearest&near=Kecamatan+Mekarsari", "q=xyzzyqq" })
        {
            using var response = await _service.GetAsync("/api/search?" + query);
            Assert.That(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("next").ValueKind, Is.EqualTo(JsonValueKind.Null), query);
            Assert.That(response.Headers.Contains("Link"), Is.False, query);
        }
    }

    [TestCase("cursor=x")]
    [TestCase("cursor=%00")]
    [TestCase("cursor=AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("q=komik&CURSOR")]
    [TestCase("sort=title&CURSOR")]
    [TestCase("q=sejarah&library=man-1-sukamaju&CURSOR")]
    [TestCase("q=sejarah&cursor=a&cursor=b")]
    public async Task A_cursor_that_this_search_did_not_give_is_refused(string query)
    {
        var next = (await _service.GetJsonAsync("/api/search?q=sejarah&size=2")).GetProperty("next").GetString()!;
        var cursor = next[next.IndexOf("cursor=", StringComparison.Ordinal)..];
        using var response = await _service.GetAsync("/api/search?" + query.Replace("CURSOR", cursor, StringComparison.Ordinal));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").TryGetProperty("cursor", out _));
    }

    [Test]
    public async Task A_cursor_and_a_page_exclude_each_other()
    {
        var next = (await _service.GetJsonAsync("/api/search?q=sejarah&size=2")).GetProperty("next").GetString()!;
        using var response = await _service.GetAsync(next + "&page=2");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").TryGetProperty("page", out _));
    }

    private async Task<List<string>> FollowAsync(string first)
    {
        var found = new List<string>();
        for (string? next = first; next is not null;)
        {
            var page = await _service.GetJsonAsync(next);
            found.AddRange(page.Ids());
            next = page.GetProperty("next").GetString();
        }

        return found;
    }
}
