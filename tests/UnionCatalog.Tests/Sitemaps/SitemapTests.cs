using System.Net;
using System.Xml.Linq;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Sitemaps;

/// <summary>What search engines are told: every page that stays, once, by its one address.</summary>
public sealed class SitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Pages =
    [
        "/", "/libraries", "/new", "/browse", "/browse/author", "/browse/title", "/browse/subject", "/browse/series", "/browse/callNumber", "/help", "/widget",
    ];

    private RunningService _service = null!;
    private string _site = null!;

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await DemoCatalog.Service;
        _site = _service.Address.GetLeftPart(UriPartial.Authority);
    }

    [Test]
    public async Task Every_edition_and_library_is_in_it_once_and_answers()
    {
        var listed = new List<string>();
        foreach (var part in await LocationsAsync("/sitemap.xml", "sitemapindex"))
        {
            listed.AddRange(await LocationsAsync(part[_site.Length..], "urlset"));
        }

        var editions = await _service.WalkAsync("");
        Assert.That(listed, Is.EquivalentTo((IEnumerable<string>)
        [
            .. Pages.Select(page => _site + page), .. _service.Members.All.Select(member => $"{_site}/libraries/{member.Id}"),
            .. editions.Select(edition => $"{_site}/records/{edition.Id()}"),
        ]));
        foreach (var address in listed.Where((_, index) => index < 20 || index % 40 == 0))
        {
            Assert.That((await _service.ReadAsync(address[_site.Length..])).QuerySelector("link[rel=canonical]").Href(), Is.EqualTo(address));
        }
    }

    [TestCase("/sitemaps/records-0.xml")]
    [TestCase("/sitemaps/records-2.xml")]
    [TestCase("/sitemaps/records-x.xml")]
    [TestCase("/sitemaps/records-99999999999.xml")]
    public async Task A_part_that_has_nothing_is_not_there(string address)
    {
        using var response = await _service.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Robots_are_kept_from_what_has_no_end_and_shown_the_map()
    {
        using var response = await _service.GetAsync("/robots.txt");
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');

        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/plain; charset=utf-8"));
        Assert.That(lines, Does.Contain("Disallow: /search").And.Contain("Disallow: /api/").And.Contain($"Sitemap: {_site}/sitemap.xml"));
        Assert.That(lines.Where(line => line.StartsWith("Disallow: ", StringComparison.Ordinal)).Any(line => "/records/x".StartsWith(line[10..], StringComparison.Ordinal) || "/libraries".StartsWith(line[10..], StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public async Task A_filter_or_a_language_makes_no_other_address()
    {
        Assert.That((await _service.ReadAsync("/new?library=sdn-1-sukamaju", "en")).QuerySelector("link[rel=canonical]").Href(), Is.EqualTo(_site + "/new"));
        Assert.That((await _service.ReadAsync("/search?q=a")).QuerySelector("link[rel=canonical]"), Is.Null, "a search is not indexed");
    }

    private async Task<List<string>> LocationsAsync(string address, string root)
    {
        using var response = await _service.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        var map = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        Assert.That(map.Name, Is.EqualTo(Sitemap + root));
        return [.. map.Elements().Select(entry => entry.Element(Sitemap + "loc")!.Value)];
    }
}
