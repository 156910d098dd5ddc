using System.Net;
using System.Text.Json;

namespace UnionCatalog.Tests.Api;

/// <summary>A library's own duplicates, as a program reads them.</summary>
public sealed class DuplicatesApiTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [Test]
    public async Task Every_cluster_with_two_records_of_a_library_is_listed_with_them()
    {
        var clusters = await _service.Data.Store.Clusters.ListAsync(default).ToListAsync();
        foreach (var member in _service.Members.All)
        {
            var expected = clusters.Select(cluster => cluster.Records.Where(record => record.Source == member.Id).Select(record => record.Identifier).ToList())
                .Where(records => records.Count > 1).Select(records => string.Join(" + ", records.Order(StringComparer.Ordinal)));
            var answer = await _service.GetJsonAsync($"/api/libraries/{member.Id}/duplicates");
            var editions = answer.GetProperty("editions").EnumerateArray().ToList();

            Assert.That(editions.Select(edition => string.Join(" + ", edition.Texts("records", "identifier"))), Is.EquivalentTo(expected), member.Name);
            Assert.That(answer.Total(), Is.EqualTo(editions.Count));
            Assert.That(editions.Select(edition => edition.GetProperty("title").GetProperty("proper").GetString()), Has.All.Not.Empty);
            Assert.That(editions.SelectMany(edition => edition.GetProperty("records").EnumerateArray()).Select(record => record.GetProperty("link").GetString()), Has.All.StartsWith("http"));
        }
    }

    [Test]
    public async Task Pages_follow_each_other()
    {
        var all = (await _service.GetJsonAsync("/api/libraries/smkn-1-sukamaju/duplicates")).GetProperty("editions").EnumerateArray().Select(Editions.Id).ToList();
        var paged = new List<string>();
        for (var page = 1; page <= all.Count + 1; page++)
        {
            paged.AddRange((await _service.GetJsonAsync($"/api/libraries/smkn-1-sukamaju/duplicates?size=1&page={page}")).GetProperty("editions").EnumerateArray().Select(Editions.Id));
        }

        Assert.That(all, Has.Count.GreaterThan(1));
        Assert.That(paged, Is.EqualTo(all));
    }

    [TestCase("/api/libraries/nowhere/duplicates", HttpStatusCode.NotFound)]
    [TestCase("/api/libraries/%2e%2e/duplicates", HttpStatusCode.NotFound)]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?page=0", HttpStatusCode.BadRequest)]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?size=101", HttpStatusCode.BadRequest)]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?page=2147483647&size=100", HttpStatusCode.BadRequest)]
    [TestCase("/api/libraries/smkn-1-sukamaju/duplicates?page=x", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_answered_is_a_problem(string address, HttpStatusCode status)
    {
        using var response = await _service.GetAsync(address);

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }

    [Test]
    public async Task A_library_that_has_an_edition_twice_stands_once_with_all_its_items()
    {
        var duplicate = (await _service.GetJsonAsync("/api/libraries/smkn-1-sukamaju/duplicates")).GetProperty("editions").EnumerateArray().First();
        var edition = await _service.GetJsonAsync($"/api/records/{duplicate.Id()}");
        var held = edition.Holdings().Single(held => held.GetProperty("library").GetString() == "smkn-1-sukamaju");

        Assert.That(held.Texts("records", "identifier"), Is.EqualTo(duplicate.Texts("records", "identifier")));
        Assert.That(held.GetProperty("items").GetArrayLength(), Is.GreaterThanOrEqualTo(2));
        Assert.That(edition.Holdings().Select(other => other.GetProperty("library").GetString()), Is.Unique);
        Assert.That(edition.GetProperty("sources").GetProperty("title").EnumerateArray().Select(library => library.GetString()), Does.Contain("smkn-1-sukamaju"));
    }

    [Test]
    public async Task Where_each_value_comes_from_is_said_of_every_edition()
    {
        foreach (var edition in (await _service.GetJsonAsync("/api/search?q=sejarah&size=20")).Results())
        {
            var full = await _service.GetJsonAsync($"/api/records/{edition.Id()}");
            var (sources, values) = (full.GetProperty("sources"), full.GetProperty("valueSources"));
            var libraries = edition.Libraries();

            Assert.That(sources.EnumerateObject().SelectMany(field => field.Value.EnumerateArray()).Select(library => library.GetString()).Distinct(), Is.SubsetOf(libraries));
            Assert.That(sources.GetProperty("title").GetArrayLength(), Is.Positive);
            foreach (var list in new[] { "subjects", "contributors", "identifiers", "publications", "languages", "notes", "classifications", "series", "workTitles" })
            {
                var count = full.GetProperty(list).GetArrayLength();
                Assert.That(values.TryGetProperty(list, out var each) ? each.GetArrayLength() : 0, Is.EqualTo(count), list);
                Assert.That(count == 0 || each.EnumerateArray().All(value => value.GetArrayLength() > 0), list);
            }
        }
    }

    [Test]
    public async Task Other_editions_are_named_and_lead_back()
    {
        var editions = (await _service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk")).Ids();
        foreach (var id in editions)
        {
            var others = (await _service.GetJsonAsync($"/api/records/{id}")).GetProperty("otherEditions").EnumerateArray().ToList();
            Assert.That(others.Select(Editions.Id), Is.EquivalentTo(editions.Where(other => other != id)));
            Assert.That(others.Select(other => other.GetProperty("libraries").GetInt32()), Has.All.Positive);
        }
    }
}
