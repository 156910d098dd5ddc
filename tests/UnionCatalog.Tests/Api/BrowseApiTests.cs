using System.Net;
using System.Text.Json;
using UnionCatalog.Search.Suggesting;

namespace UnionCatalog.Tests.Api;

/// <summary>Suggestions and lists over HTTP.</summary>
public sealed class BrowseApiTests
{
    private static readonly string[] Lists = ["author", "title", "subject", "series", "callNumber"];

    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [Test]
    public async Task Each_suggestion_leads_to_a_page_of_this_site()
    {
        foreach (var typed in new[] { "ronggeng", "tohari", "sejarah indo", "قاموس" })
        {
            var suggestions = await SuggestAsync(typed);
            Assert.That(suggestions, Is.Not.Empty, typed);
            foreach (var suggestion in suggestions)
            {
                var address = suggestion.GetProperty("address").GetString()!;
                Assert.That(suggestion.GetProperty("kind").GetString(), Is.AnyOf("title", "author", "subject"));
                Assert.That(address, Does.Match("^/(records/|search\\?)"));
                using var page = await _service.GetAsync(address);
                Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
                if (address.StartsWith("/search", StringComparison.Ordinal))
                {
                    Assert.That((await _service.GetJsonAsync("/api" + address)).Total(), Is.Positive, address);
                }
            }
        }
    }

    [Test]
    public async Task Suggestions_are_kept_for_a_minute()
    {
        using var response = await _service.GetAsync("/api/suggest?q=ronggeng");

        Assert.That(response.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [TestCase("/api/suggest")]
    [TestCase("/api/suggest?q=")]
    [TestCase("/api/suggest?q=%20%00%22")]
    public async Task For_nothing_there_are_none(string address) =>
        Assert.That((await _service.GetJsonAsync(address)).GetProperty("suggestions").GetArrayLength(), Is.Zero);

    [TestCaseSource(nameof(Lists))]
    public async Task A_list_is_walked_by_its_addresses_there_and_back(string list)
    {
        var there = await WalkAsync($"/api/browse/{list}?size=40", "next");
        var back = await WalkAsync($"/api/browse/{list}?size=40&direction=backward", "previous");

        Assert.That(there, Is.Unique.And.Not.Empty);
        Assert.That(back, Is.EquivalentTo(there));
    }

    [TestCase("author")]
    [TestCase("subject")]
    public async Task The_search_of_a_heading_finds_as_many_as_the_list_counts(string list)
    {
        foreach (var heading in (await _service.GetJsonAsync($"/api/browse/{list}?size=100")).GetProperty("entries").EnumerateArray())
        {
            var found = await _service.GetJsonAsync("/api" + heading.GetProperty("address").GetString());
            Assert.That(found.Total(), Is.EqualTo(heading.GetProperty("count").GetInt64()), heading.GetRawText());
        }
    }

    [TestCase("title")]
    [TestCase("series")]
    [TestCase("callNumber")]
    public async Task The_search_of_a_heading_finds_its_editions_at_least(string list)
    {
        foreach (var heading in (await _service.GetJsonAsync($"/api/browse/{list}?size=60")).GetProperty("entries").EnumerateArray())
        {
            var found = await _service.GetJsonAsync("/api" + heading.GetProperty("address").GetString());
            Assert.That(found.Total(), Is.GreaterThanOrEqualTo(heading.GetProperty("count").GetInt64()), heading.GetRawText());
        }
    }

    [Test]
    public async Task It_says_whether_the_heading_is_there()
    {
        Assert.That((await _service.GetJsonAsync("/api/browse/title?from=RONGGENG+dukuh+paruk")).GetProperty("isExact").GetBoolean());
        Assert.That((await _service.GetJsonAsync("/api/browse/title?from=ronggeng+dukuh+parux")).GetProperty("isExact").GetBoolean(), Is.False);
    }

    [TestCase("/api/suggest?q=LONG", "q")]
    [TestCase("/api/browse/title?size=0", "size")]
    [TestCase("/api/browse/title?size=x", "size")]
    [TestCase("/api/browse/title?direction=up", "direction")]
    [TestCase("/api/browse/title?cursor=%3F", "cursor")]
    [TestCase("/api/browse/title?from=a&from=b", "from")]
    [TestCase("/api/browse/title?from=%00", "from")]
    [TestCase("/api/browse/title?page=2", "page")]
    public async Task What_cannot_be_answered_is_named(string address, string field)
    {
        using var response = await _service.GetAsync(address.Replace("LONG", new string('a', CatalogSuggester.MaximumLength + 1), StringComparison.Ordinal));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Test]
    public async Task There_is_no_other_list()
    {
        using var response = await _service.GetAsync("/api/browse/publisher");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("callNumber"));
    }

    /// <summary>A machine that is busy may have spent a suggestion's time before it began; who types on asks again.</summary>
    private async Task<List<JsonElement>> SuggestAsync(string typed)
    {
        for (var attempt = 1; ; attempt++)
        {
            List<JsonElement> suggestions = [.. (await _service.GetJsonAsync($"/api/suggest?q={typed.Escaped()}")).GetProperty("suggestions").EnumerateArray()];
            if (suggestions.Count > 0 || attempt == 20)
            {
                return suggestions;
            }
        }
    }

    private async Task<List<string>> WalkAsync(string address, string on)
    {
        var headings = new List<string>();
        for (string? next = address; next is not null;)
        {
            var page = await _service.GetJsonAsync(next);
            headings.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("heading").GetString()!));
            next = page.GetProperty(on).GetString();
        }

        return headings;
    }
}
