using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>What every page keeps to, in both languages.</summary>
public sealed class PageFormTests
{
    /// <summary>What a page is drawn with, beside links to itself and to its feeds.</summary>
    private const string Kept = "link[rel=stylesheet], link[rel=icon]";

    /// <summary>The fullest: up to four libraries of each book, how far each is, and a long address that every link repeats.</summary>
    private const string Nearest = "/search?q=&near=Kecamatan+Mekarsari&sort=nearest&page=2&library=sman-1-sukamaju&library=perpusda-sukamaju&library=smpn-2-sukamaju";

    private static readonly string[] Languages = ["id", "en"];

    private static readonly (string Address, HttpStatusCode Status)[] Addresses =
    [
        ("/", HttpStatusCode.OK),
        ("/libraries", HttpStatusCode.OK),
        ("/search", HttpStatusCode.OK),
        ("/search?q=sejarah&library=perpusda-sukamaju&kind=madrasah&yearFrom=1990&title=indonesia&sort=newest", HttpStatusCode.OK),
        ("/search?q=sejarah&page=40", HttpStatusCode.OK),
        ("/search?q=xyzzy", HttpStatusCode.OK),
        ("/advanced", HttpStatusCode.OK),
        ("/advanced?q=sejarah&title=indonesia&library=sman-1-sukamaju&language=ind&yearTo=2000", HttpStatusCode.OK),
        ("/help", HttpStatusCode.OK),
        ("/records/{id}", HttpStatusCode.OK),
        ("/records/{id}/matching", HttpStatusCode.OK),
        ("/search?page=0", HttpStatusCode.BadRequest),
        ("/nothing", HttpStatusCode.NotFound),
        ("/records/nothing", HttpStatusCode.NotFound),
        ("/records/nothing/matching", HttpStatusCode.NotFound),
    ];

    private RunningService _service = null!;
    private string _id = null!;

    private static IEnumerable<TestCaseData> Pages() => from page in Addresses from language in Languages select new TestCaseData(page.Address, page.Status, language);

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await DemoCatalog.Service;
        _id = (await _service.GetJsonAsync("/api/search?q=kamus+arab")).Ids()[0];
    }

    [TestCaseSource(nameof(Pages))]
    public async Task A_page_has_one_heading_named_parts_and_nothing_twice(string address, HttpStatusCode status, string language)
    {
        var page = await ReadAsync(address, status, language);

        Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo(language));
        Assert.That(page.Title, Is.Not.Empty);
        Assert.That(page.QuerySelectorAll("h1"), Has.Exactly(1).Items);
        Assert.That(page.Texts("h1, h2, h3, a:not([aria-label]), button, dt, label"), Has.None.Empty, "everything has words");
        Assert.That(page.QuerySelectorAll("main"), Has.Exactly(1).Items);
        Assert.That(page.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
        Assert.That(
            page.QuerySelectorAll("input, select").Where(field => field.GetAttribute("type") != "hidden").Where(field => field.Closest("label") is null && page.QuerySelector($"label[for='{field.Id}']") is null),
            Is.Empty, "every field has a label");
        Assert.That(
            page.QuerySelectorAll("[aria-labelledby]").Where(element => page.GetElementById(element.GetAttribute("aria-labelledby")!) is null), Is.Empty);
        Assert.That(page.QuerySelectorAll("a[href^='#']").Where(link => page.GetElementById(link.Href()[1..]) is null), Is.Empty, "links within the page lead somewhere");
        Assert.That(HeadingLevels(page).Zip(HeadingLevels(page).Skip(1)).Where(pair => pair.Second > pair.First + 1), Is.Empty, "no level of heading is left out");
    }

    [TestCaseSource(nameof(Pages))]
    public async Task A_page_is_whole_without_scripts_and_asks_nothing_of_others(string address, HttpStatusCode status, string language)
    {
        var page = await ReadAsync(address, status, language);

        Assert.That(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), style, iframe, object, embed, base, [style], meta[http-equiv]"), Is.Empty);
        Assert.That(page.QuerySelectorAll("*").SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Where(name => name.StartsWith("on", StringComparison.Ordinal)), Is.Empty);
        Assert.That(page.QuerySelectorAll("link:not([rel=canonical]):not([rel=alternate]), [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")), Has.All.StartsWith("/"));
        Assert.That(page.QuerySelectorAll("form").Select(form => form.GetAttribute("action")), Has.All.EqualTo("/search"));
    }

    [TestCaseSource(nameof(Pages))]
    public async Task A_page_forbids_what_it_does_not_need(string address, HttpStatusCode status, string language)
    {
        using var response = await _service.GetAsync(Filled(address), ("Accept-Language", language));

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Is.EqualTo(
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(response.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
        Assert.That(response.Headers.Vary, Is.SupersetOf(new[] { "Accept-Language", "Cookie" }));
    }

    [Test]
    public async Task Only_lasting_pages_are_offered_to_search_engines()
    {
        foreach (var (address, status) in Addresses)
        {
            var page = await ReadAsync(address, status, "id");
            var lasting = status == HttpStatusCode.OK && !address.StartsWith("/search", StringComparison.Ordinal) && !address.StartsWith("/advanced?", StringComparison.Ordinal) && !address.EndsWith("/matching", StringComparison.Ordinal);
            Assert.That(page.QuerySelector("meta[name=robots]"), lasting ? Is.Null : Is.Not.Null, address);
        }
    }

    [TestCase("/")]
    [TestCase("/search?q=sejarah")]
    [TestCase("/libraries")]
    [TestCase("/style.css")]
    public async Task HEAD_is_answered_as_GET_without_the_body(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await _service.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task What_a_page_refers_to_is_there_and_may_be_kept()
    {
        var page = await _service.ReadAsync("/");
        foreach (var link in page.QuerySelectorAll(Kept).Concat((await _service.ReadAsync("/help")).QuerySelectorAll(Kept)))
        {
            using var response = await _service.GetAsync(link.Href());
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), link.Href());
            Assert.That(response.Headers.CacheControl?.ToString(), Does.Contain("immutable"));
        }
    }

    [Test]
    public async Task A_page_of_results_with_its_style_is_under_sixty_kilobytes()
    {
        var style = await _service.Client.GetByteArrayAsync("/style.css");
        foreach (var address in new[] { "/search", "/search?q=sejarah&library=perpusda-sukamaju&available=now&yearFrom=1950", "/search?sort=mostHeld", Nearest })
        {
            var page = await _service.Client.GetByteArrayAsync(address);
            TestContext.Out.WriteLine($"{address}: {page.Length:N0} bytes of HTML and {style.Length:N0} of style");
            Assert.That(page.Length + style.Length, Is.LessThan(60_000), address);
            Assert.That((await _service.ReadAsync(address)).QuerySelectorAll("link[rel=stylesheet]").Select(PageReading.Href), Has.Exactly(1).StartsWith("/style.css").And.Exactly(1).Items, "and there is no other");
        }
    }

    [Test]
    public async Task Letters_of_every_script_stand_in_a_page_as_themselves()
    {
        var id = (await _service.GetJsonAsync("/api/search?q=pengarang:ghazi")).Ids()[0];
        var page = await _service.Client.GetStringAsync($"/records/{id}");

        Assert.That(page, Does.Contain("محمد بن قاسم الغزي").And.Contain("·").And.Not.Contain("&#x6"));
    }

    [Test]
    public async Task The_scripts_of_all_pages_are_under_twenty_kilobytes()
    {
        var script = await _service.Client.GetByteArrayAsync("/script.js");

        TestContext.Out.WriteLine($"{script.Length:N0} bytes of script");
        Assert.That(script, Has.Length.LessThan(20_000).And.Length.Positive);
    }

    private Task<IHtmlDocument> ReadAsync(string address, HttpStatusCode status, string language) => _service.ReadAsync(Filled(address), language, status);

    private string Filled(string address) => address.Replace("{id}", _id, StringComparison.Ordinal);

    private static List<int> HeadingLevels(IHtmlDocument page) => [.. page.QuerySelectorAll("h1, h2, h3").Select(heading => heading.LocalName[1] - '0')];
}
