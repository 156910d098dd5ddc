using System.Globalization;
using System.Net;
using System.Xml.Linq;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Hostile;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Feeds;

/// <summary>New titles and saved searches as feeds that any reader of feeds takes.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [TestCase("/new.atom")]
    [TestCase("/new.atom?library=sdn-1-sukamaju")]
    [TestCase("/new.atom?class=800")]
    [TestCase("/feeds/search.atom?q=sejarah")]
    [TestCase("/feeds/search.atom?q=xyzzy&kind=madrasah")]
    public async Task Atom_has_what_its_standard_asks_for(string address)
    {
        var feed = (await ReadAsync(address, "application/atom+xml; charset=utf-8")).Root!;

        // RFC 4287, sections 4.1.1 and 4.1.2: one of each of these, and in each entry too.
        Assert.That(feed.Name, Is.EqualTo(Atom + "feed"));
        foreach (var part in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.That(new[] { "id", "title", "updated" }.Select(name => part.Elements(Atom + name).Count()), Has.All.EqualTo(1), address);
            Assert.That(Uri.TryCreate(part.Element(Atom + "id")!.Value, UriKind.Absolute, out _), "an id is a whole address");
            Assert.That(DateTimeOffset.TryParseExact(part.Element(Atom + "updated")!.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.That(part.Elements(Atom + "link").Count(link => link.Attribute("rel")!.Value == "alternate"), Is.EqualTo(1));
            Assert.That(part.Elements(Atom + "category").Select(category => category.Attribute("term")!.Value), Has.All.Not.Empty);
        }

        Assert.That(feed.Element(Atom + "author")?.Element(Atom + "name")?.Value, Is.Not.Empty, "entries without an author have the feed's");
        Assert.That(Link(feed, "self"), Is.EqualTo(_service.Address.GetLeftPart(UriPartial.Authority) + address));
        Assert.That(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value), Is.Unique);
        Assert.That(feed.Elements(Atom + "entry").Count(), address.Contains("xyzzy", StringComparison.Ordinal) ? Is.Zero : Is.InRange(1, 50));
    }

    [Test]
    public async Task Rss_says_the_same_as_atom()
    {
        var atom = (await ReadAsync("/new.atom?library=sdn-1-sukamaju", "application/atom+xml; charset=utf-8")).Root!;
        var channel = (await ReadAsync("/new.rss?library=sdn-1-sukamaju", "application/rss+xml; charset=utf-8")).Root!.Element("channel")!;

        Assert.That(channel.Parent!.Attribute("version")!.Value, Is.EqualTo("2.0"));
        Assert.That(new[] { "title", "link", "description" }.Select(name => channel.Elements(name).Count()), Has.All.EqualTo(1));
        Assert.That(
            channel.Elements("item").Select(item => (item.Element("guid")!.Value, item.Element("title")!.Value, Date(item.Element("pubDate")!.Value))),
            Is.EqualTo(atom.Elements(Atom + "entry").Select(entry => (entry.Element(Atom + "id")!.Value, entry.Element(Atom + "title")!.Value, Date(entry.Element(Atom + "updated")!.Value)))));
        Assert.That(
            channel.Elements("item").Select(item => string.Join('|', item.Elements(DublinCore + "creator").Select(name => name.Value))),
            Is.EqualTo(atom.Elements(Atom + "entry").Select(entry => string.Join('|', entry.Elements(Atom + "author").Select(author => author.Element(Atom + "name")!.Value)))));

        static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    [Test]
    public async Task A_search_is_subscribed_to_from_its_page_and_leads_back_to_it()
    {
        var page = await _service.ReadAsync("/search?q=sejarah&library=perpusda-sukamaju&page=2&sort=title&size=10");
        var address = page.QuerySelector("link[rel=alternate][type='application/atom+xml']").Href();
        var feed = (await ReadAsync(address, "application/atom+xml; charset=utf-8")).Root!;

        Assert.That(address, Is.EqualTo("/feeds/search.atom?q=sejarah&library=perpusda-sukamaju"));
        Assert.That(feed.Element(Atom + "title")!.Value, Does.Contain("sejarah").And.Contain("Perpustakaan Daerah Kabupaten Sukamaju"));
        Assert.That(Link(feed, "alternate"), Does.EndWith("/search?q=sejarah&library=perpusda-sukamaju"));
        var found = await _service.WalkAsync("q=sejarah&library=perpusda-sukamaju");
        Assert.That(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value.Split('/')[^1]), Is.EquivalentTo(found.Select(Editions.Id)).And.Not.Empty);
    }

    [Test]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        using var first = await _service.GetAsync("/new.atom");
        using var again = await _service.GetAsync("/new.atom", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await _service.GetAsync("/new.atom?library=sdn-1-sukamaju", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.That(first.Headers.CacheControl?.ToString(), Is.EqualTo("public, max-age=900"));
        Assert.That((again.StatusCode, other.StatusCode), Is.EqualTo((HttpStatusCode.NotModified, HttpStatusCode.OK)));
    }

    [TestCase("/feeds/search.atom?page=x")]
    [TestCase("/feeds/search.rss?near=Atlantis")]
    [TestCase("/new.atom?addedFrom=kemarin")]
    [TestCase("/new?library=%01")]
    public async Task A_feed_of_what_cannot_be_asked_says_so(string address)
    {
        using var response = await _service.GetAsync(address);
        Assert.That(response.StatusCode, address.EndsWith("%01", StringComparison.Ordinal) ? Is.EqualTo(HttpStatusCode.OK) : Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Hostile_records_make_a_feed_of_letters()
    {
        var hostile = await HostileCatalog.Service;
        foreach (var ending in (string[])["atom", "rss"])
        {
            foreach (var address in (string[])[$"/new.{ending}", $"/feeds/search.{ending}?q={"<script>xevil(1)</script>".Escaped()}", .. hostile.Members.All.Select(member => $"/new.{ending}?library={member.Id}")])
            {
                using var response = await hostile.GetAsync(address);
                var text = await response.Content.ReadAsStringAsync();
                var feed = XDocument.Parse(text);

                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
                Assert.That(feed.Descendants().Select(element => element.Name.LocalName).Distinct(), Is.SubsetOf(Names), address);
                Assert.That(feed.Descendants("description").SelectMany(summary => summary.Value.Where(letter => letter is '<' or '>')), Is.Empty, "HTML in RSS is taken for HTML");
                Assert.That(text.AsSpan().IndexOfAny("\u202E\u202A\u2066\0"), Is.Negative, address);
                Assert.That(feed.Descendants().Attributes("href").Select(link => link.Value), Has.All.StartsWith("http://127.0.0.1:"), address);
            }
        }
    }

    private static readonly string[] Names =
    [
        "feed", "id", "title", "updated", "published", "link", "author", "name", "entry", "category", "summary",
        "rss", "channel", "description", "language", "lastBuildDate", "item", "guid", "pubDate", "creator",
    ];

    private async Task<XDocument> ReadAsync(string address, string type)
    {
        using var response = await _service.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo(type), address);
        return XDocument.Parse(await response.Content.ReadAsStringAsync());
    }

    private static string Link(XElement feed, string relation) => feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
}
