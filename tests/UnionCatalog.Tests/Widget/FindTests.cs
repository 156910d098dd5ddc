using System.Net;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Widget;

/// <summary>The plain link: it leads to the book, or to a search for it, or says what to do.</summary>
public sealed class FindTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [TestCase("isbn=9786022916628")]
    [TestCase("isbn=978-602-291-662-8&title=Laskar+Pelangi&author=Hirata,+Andrea")]
    [TestCase("isbn=-&issn=&title=Laskar+Pelangi+/+Andrea+Hirata.&author=Hirata,+Andrea&issn=9786022916628")]
    [TestCase("isbn=rusak+9786022916628+(jil.+1)")]
    public async Task It_leads_to_the_record(string query)
    {
        var id = (await _service.GetJsonAsync("/api/search?identifier=9786022916628")).Ids().Single();

        Assert.That(await LeadsToAsync(query), Is.EqualTo($"/records/{id}"));
    }

    [TestCase("title=Ronggeng+Dukuh+Paruk&author=Ahmad+Tohari", "/search?q=Ronggeng%20Dukuh%20Paruk%20Ahmad%20Tohari")]
    [TestCase("isbn=&title=Laskar+Pelangi+/+Andrea+Hirata.&author=Hirata,+Andrea+-+Personal+Name;", "/search?q=Laskar%20Pelangi%20Hirata%2C%20Andrea")]
    [TestCase("title=Laskar+Pelangi&author=Xyzzy", "/search?q=Laskar%20Pelangi%20Xyzzy")]
    [TestCase("title=Sejarah", "/search?q=Sejarah")]
    public async Task It_leads_to_a_search_where_it_may_be_several(string query, string address) => Assert.That(await LeadsToAsync(query), Is.EqualTo(address));

    [TestCase("isbn=9780306406157", "9780306406157")]
    [TestCase("title=Xyzzy+Plugh", "Xyzzy Plugh")]
    [TestCase("title=%3Cxyzzyplugh%3E%22", "<xyzzyplugh>\"")]
    [TestCase("", "")]
    [TestCase("isbn=-", "")]
    public async Task It_helps_where_there_is_nothing(string query, string words)
    {
        var page = await _service.ReadAsync($"/find?{query}", "en", HttpStatusCode.NotFound);

        Assert.That(page.Texts("h1"), Is.EqualTo(new[] { "Not in the union catalogue yet" }));
        Assert.That(page.QuerySelector("#q")!.GetAttribute("value") ?? "", Is.EqualTo(words), "what was looked for stands in the box, to be changed");
        Assert.That(page.QuerySelector("main script"), Is.Null);
    }

    [Test]
    public async Task It_leads_to_no_other_site_and_breaks_over_nothing(
        [Values("isbn=//evil.example", "title=https://evil.example/", "title=%0d%0aLocation:+https://evil.example", "title=%F0%9F%93%9A%F0%9F%93", "isbn=%00&title=%00", "title=%22%22%22+OR+(+-")] string query)
    {
        using var response = await _service.GetAsync($"/find?{query}");

        Assert.That((int)response.StatusCode, Is.EqualTo(302).Or.EqualTo(404));
        Assert.That(response.Headers.Location is not { IsAbsoluteUri: true });
        Assert.That(response.Headers.Location?.OriginalString ?? "/", Does.StartWith("/").And.Not.StartsWith("//"));
    }

    [Test]
    public async Task A_link_that_is_too_long_is_told_so() => await _service.ReadAsync($"/find?title={new string('a', 8_100)}", status: HttpStatusCode.BadRequest);

    private async Task<string> LeadsToAsync(string query)
    {
        using var response = await _service.GetAsync($"/find?{query}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return response.Headers.Location!.OriginalString;
    }
}
