using System.Net;
using System.Text.Json;
using System.Web;
using UnionCatalog.Exporting;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The page of an edition: what it leads to, what is taken along from it, what programs find in it.</summary>
public sealed class RecordPartsTests
{
    private RunningService _service = null!;
    private string _id = null!;

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await DemoCatalog.Service;
        _id = (await _service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003")).Ids().Single();
    }

    [TestCase("Pengarang")]
    [TestCase("Subjek")]
    public async Task A_value_leads_to_what_else_has_it_and_to_this(string name)
    {
        var page = await _service.ReadAsync($"/records/{_id}");
        var term = page.QuerySelectorAll("dt").Single(term => term.Text() == name);
        var link = term.NextElementSibling!.QuerySelector("a").Href();
        var found = await _service.ReadAsync(link + "&size=100");

        Assert.That(link, Does.StartWith("/search?"));
        Assert.That(found.QuerySelectorAll(".card h2 a").Select(PageReading.Href), Does.Contain($"/records/{_id}"));
    }

    [Test]
    public async Task The_sign_between_a_name_and_its_other_script_is_of_neither()
    {
        var id = (await _service.GetJsonAsync("/api/search?q=%D9%81%D8%AA%D8%AD+%D8%A7%D9%84%D9%82%D8%B1%D9%8A%D8%A8")).GetProperty("results").EnumerateArray()
            .First(record => record.GetProperty("contributors").EnumerateArray().Any(one => one.GetProperty("originalScript").ValueKind == JsonValueKind.String)).Id();
        var page = await _service.ReadAsync($"/records/{id}");
        var told = page.QuerySelectorAll("dt").Single(term => term.Text() == "Pengarang").NextElementSibling!;

        Assert.That(told.TextContent, Does.Match("^[^/]*[a-z)] / \\p{IsArabic}[^/]*$"));
        Assert.That(told.QuerySelectorAll("bdi").Select(part => part.TextContent), Has.None.Contains("/"));
    }

    [Test]
    public async Task Each_library_is_told_with_its_kind_its_page_and_what_visitors_need_to_know()
    {
        var page = await _service.ReadAsync($"/records/{_id}");
        var libraries = page.QuerySelectorAll(".holdings > tbody");

        Assert.That(libraries.Select(library => library.QuerySelector("h3 a").Href()), Is.EqualTo(libraries.Select(library => $"/libraries/{library.GetAttribute("data-library")}")));
        foreach (var library in libraries)
        {
            var member = _service.Members.Find(new(library.GetAttribute("data-library")!))!;
            Assert.That(library.QuerySelector("h3")!.Text(), Is.EqualTo(member.Name));
            Assert.That(library.Texts(".where")[0], Does.Contain(member.Place));
            Assert.That(library.Texts(".visit dd"), Is.EqualTo(new[] { member.Visit.OpeningHours, member.Visit.LendingPolicy }.OfType<string>()));
        }
    }

    [Test]
    public async Task Each_shelf_is_a_line_of_the_table_beside_the_library_that_has_it()
    {
        var table = (await _service.ReadAsync($"/records/{_id}", "en")).QuerySelector("table.holdings")!;
        var library = table.QuerySelector("[data-library=perpusda-sukamaju]")!;
        var lines = library.QuerySelectorAll("tr").Select(line => line.Texts("td")).ToList();

        Assert.That(table.QuerySelector("caption")!.Text(), Is.EqualTo("At 4 libraries"));
        Assert.That(table.Texts("thead th"), Is.EqualTo(new[] { "Library", "Call number", "Shelf, place", "Copies", "Status", "Catalogue" }));
        Assert.That(table.QuerySelectorAll("tbody > tr:first-child > th[scope=rowgroup]"), Has.Exactly(4).Items);
        Assert.That(lines[0][..3], Is.EqualTo(new[] { "899.221 3 TOH r", "PUSAT · FIKSI", "2" }));
        Assert.That(lines[0][3], Does.StartWith("1 of 2 available").And.Contain("As of "));
        Assert.That(lines[0][4], Is.EqualTo("See it in its catalogue"));
        Assert.That(lines[1], Is.EqualTo(new[] { "899.221 3 TOH r", "KELILING · FIKSI", "1", "Available" }));
        Assert.That(lines[2].Single(), Does.StartWith("Opening hours and lending Open"));
        Assert.That(library.QuerySelector("th")!.GetAttribute("rowspan"), Is.EqualTo("3"));
    }

    [Test]
    public async Task From_a_place_the_nearest_library_comes_first_with_its_distance()
    {
        var page = await _service.ReadAsync($"/records/{_id}");
        var last = _service.Members.Find(new(page.QuerySelectorAll(".holdings > tbody")[^1].GetAttribute("data-library")!))!;
        var near = await _service.ReadAsync($"/records/{_id}?near={last.Place.Escaped()}");
        var nonsense = await _service.ReadAsync($"/records/{_id}?near=Atlantis");

        Assert.That(_service.Members.Find(new(near.QuerySelector(".holdings > tbody")!.GetAttribute("data-library")!))!.Place, Is.EqualTo(last.Place));
        Assert.That(near.Texts(".holdings .far")[0], Does.Contain("km"));
        Assert.That(near.QuerySelector(".holdings caption")!.Text(), Does.Contain(last.Place));
        Assert.That(nonsense.Texts(".holdings h3"), Is.EqualTo(page.Texts(".holdings h3")));
    }

    [Test]
    public async Task References_are_there_as_text_in_the_readers_language_with_their_titles_marked()
    {
        var (indonesian, english) = (await _service.ReadAsync($"/records/{_id}"), await _service.ReadAsync($"/records/{_id}", "en"));

        Assert.That(indonesian.Texts(".citations dt"), Is.EqualTo(new[] { "APA 7", "MLA 9", "Chicago 17" }));
        foreach (var page in new[] { indonesian, english })
        {
            Assert.That(page.Texts(".citations dd"), Has.All.Contains("2003").And.All.Contains("Ronggeng Dukuh Paruk"));
            Assert.That(page.Texts(".citations cite"), Has.Length.EqualTo(3).And.All.StartsWith("Ronggeng Dukuh Paruk"));
            Assert.That(page.Texts(".citations dd"), Has.None.Contains(" ."), "no blank before a stop");
        }
    }

    [Test]
    public async Task Every_form_can_be_taken_along()
    {
        var page = await _service.ReadAsync($"/records/{_id}");
        var links = page.QuerySelectorAll(".forms a").Select(PageReading.Href).ToList();

        Assert.That(links, Is.EqualTo(ExportForms.All.Select(form => $"/records/{_id}.{form.Ending}")));
        Assert.That(page.QuerySelectorAll("link[rel=alternate]").Select(PageReading.Href), Is.EqualTo(links));
        Assert.That(page.QuerySelectorAll("link[rel=alternate]").Select(link => link.GetAttribute("type")), Is.EqualTo(ExportForms.All.Select(form => form.MediaType)));
        foreach (var link in links)
        {
            using var response = await _service.GetAsync(link);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), link);
        }
    }

    [Test]
    public async Task The_page_says_what_it_is_to_search_engines_and_reference_managers()
    {
        var page = await _service.ReadAsync($"/records/{_id}");
        var address = new Uri(_service.Address, $"/records/{_id}").ToString();
        var data = JsonDocument.Parse(page.Scripts.Single(script => script.Type == "application/ld+json").Text).RootElement;
        var coins = HttpUtility.ParseQueryString(page.QuerySelector("span.Z3988")!.GetAttribute("title")!);

        Assert.That(page.QuerySelector("link[rel=canonical]").Href(), Is.EqualTo(address));
        Assert.That(data.GetProperty("@type").GetString(), Is.EqualTo("Book"));
        Assert.That(data.GetProperty("@id").GetString(), Is.EqualTo(address));
        Assert.That(
            data.GetProperty("offers").EnumerateArray().Select(offer => offer.GetProperty("offeredBy").GetProperty("name").GetString()),
            Is.EquivalentTo(page.Texts(".holdings h3")));
        Assert.That(coins["rft.btitle"], Does.StartWith("Ronggeng Dukuh Paruk"));
        Assert.That(coins["rft_id"], Is.EqualTo(address));
        Assert.That(coins["rft.date"], Is.EqualTo("2003"));
    }

    [Test]
    public async Task It_can_be_handed_on()
    {
        var page = await _service.ReadAsync($"/records/{_id}");
        var address = new Uri(_service.Address, $"/records/{_id}").ToString();
        var links = page.QuerySelectorAll("section[aria-labelledby=share] a").Select(PageReading.Href).ToList();

        Assert.That(page.Texts(".address bdi"), Is.EqualTo(new[] { address }));
        Assert.That(links[0], Does.StartWith("mailto:?subject=Ronggeng%20Dukuh%20Paruk"));
        Assert.That(links[1], Does.StartWith("https://wa.me/?text="));
        Assert.That(links.Select(Uri.UnescapeDataString), Has.All.EndsWith(address));
    }

    [Test]
    public async Task The_address_is_that_by_which_the_reader_came()
    {
        using var response = await _service.GetAsync($"/records/{_id}", ("Host", "katalog.example.org"), ("X-Forwarded-Proto", "https"));

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain($"<link rel=\"canonical\" href=\"https://katalog.example.org/records/{_id}\""));
    }

    [Test]
    public async Task A_book_without_a_picture_has_a_drawn_cover()
    {
        var image = (await _service.ReadAsync($"/records/{_id}")).QuerySelector("img.cover")!;
        using var response = await _service.GetAsync(image.GetAttribute("src")!);

        Assert.That(image.GetAttribute("alt"), Is.Empty, "the title stands beside it");
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/svg+xml"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(">RD</text>"));
    }
}
