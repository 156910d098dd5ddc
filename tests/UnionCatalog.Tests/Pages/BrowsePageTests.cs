using System.Net;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The alphabetical lists as pages.</summary>
public sealed class BrowsePageTests
{
    private static readonly BrowseList[] Lists = Enum.GetValues<BrowseList>();

    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [Test]
    public async Task The_footer_leads_to_the_lists_and_these_to_each_by_its_letters()
    {
        var home = await _service.ReadAsync("/");
        Assert.That(home.QuerySelector("footer a[href='/browse']"), Is.Not.Null);
        var lists = await _service.ReadAsync("/browse", "en");

        Assert.That(lists.Texts("h2"), Is.EqualTo(["Authors", "Titles", "Subjects", "Series", "Call numbers"]));
        foreach (var link in lists.QuerySelectorAll(".browse a").Select(PageReading.Href).Distinct())
        {
            Assert.That((await _service.ReadAsync(link)).QuerySelectorAll(".headings a, .headings > li > bdi"), Is.Not.Empty, link);
        }
    }

    [Test]
    public async Task A_letter_opens_the_list_at_its_first_heading()
    {
        var page = await _service.ReadAsync("/browse/author?from=t");

        Assert.That(page.Texts(".headings li").First(), Does.StartWith("T").IgnoreCase);
        Assert.That(page.QuerySelector(".here"), Is.Null);
    }

    [Test]
    public async Task What_is_not_there_is_shown_where_it_would_stand_among_its_neighbours()
    {
        var page = await _service.ReadAsync("/browse/title?from=ronggeng+dukuh+parux", "en");
        var lines = page.Texts(".headings li");
        var here = Array.FindIndex(lines, line => line.Contains("would stand here", StringComparison.Ordinal));

        Assert.That(here, Is.EqualTo(2));
        Assert.That(lines[here - 1], Does.StartWith("Ronggeng Dukuh Paruk"));
        Assert.That(page.QuerySelector(".found"), Is.Null);
        Assert.That(page.QuerySelector("#from")!.GetAttribute("value"), Is.EqualTo("ronggeng dukuh parux"));
    }

    [Test]
    public async Task What_is_there_is_marked()
    {
        var page = await _service.ReadAsync("/browse/title?from=Ronggeng+Dukuh+Paruk");

        Assert.That(page.Texts(".found a"), Is.EqualTo(["Ronggeng Dukuh Paruk"]));
        Assert.That(page.QuerySelector(".here"), Is.Null);
    }

    [TestCaseSource(nameof(Lists))]
    public async Task Each_page_leads_on_until_the_end_and_each_heading_to_a_search(BrowseList list)
    {
        var address = $"/browse/{Server.Api.SearchParameters.NameOf(list)}?size=30";
        var headings = new List<string>();
        for (string? next = address; next is not null;)
        {
            var page = await _service.ReadAsync(next);
            headings.AddRange(page.Texts(".headings li"));
            Assert.That(page.QuerySelectorAll(".headings a").Select(PageReading.Href), Has.All.StartsWith("/search?"), next);
            next = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        Assert.That(headings, Is.Unique.And.Not.Empty);
    }

    [TestCase("/browse/title?size=0", HttpStatusCode.BadRequest)]
    [TestCase("/browse/title?cursor=%3F", HttpStatusCode.BadRequest)]
    [TestCase("/browse/nothing", HttpStatusCode.NotFound)]
    [TestCase("/browse/TITLE?utm_source=x", HttpStatusCode.OK)]
    public async Task Odd_addresses_are_answered_calmly(string address, HttpStatusCode status) =>
        Assert.That((await _service.ReadAsync(address, status: status)).QuerySelectorAll("h1"), Has.Exactly(1).Items);
}
