using AngleSharp.Html.Dom;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The search with a box for each question, and the page on how to ask.</summary>
public sealed class AdvancedPageTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [Test]
    public async Task What_was_asked_stands_in_the_boxes_and_is_asked_again_unchanged()
    {
        const string Asked = "q=indonesia&title=sejarah&author=toer&subject=x&series=y&publisher=z&identifier=979&classification=959&library=sman-1-sukamaju&library=man-1-sukamaju"
            + "&kind=madrasah&place=Kecamatan%20Mekarsari&available=now&format=book&language=ind&language=jav&year=1999&subjectHeading=Biografi&authorName=Toer&audience=juvenile&class=900&yearFrom=1950&yearTo=2000&sort=title";
        var results = await _service.ReadAsync("/search?" + Asked);
        var change = results.QuerySelector(".nothing a[href^='/advanced']").Href();
        var page = await _service.ReadAsync(change);
        var again = page.Send(".advanced");

        Assert.That(Parts(again), Is.EquivalentTo(Parts("/search?" + Asked)));
    }

    [TestCase("yearFrom=2000&yearTo=1990", "id", "Tahun terbit: tahun awal tidak boleh sesudah tahun akhir.")]
    [TestCase("yearFrom=2000&yearTo=1990", "en", "Year of publication: the first year must not be after the last.")]
    [TestCase("author={long}", "id", "Pengarang: terlalu panjang, paling banyak 1.000 huruf.")]
    [TestCase("subject={words}", "en", "Subject: too many words, at most 50 at once.")]
    public async Task What_cannot_be_asked_so_stands_in_the_boxes_to_be_mended(string wrong, string language, string told)
    {
        var asked = "q=indonesia&title=sejarah&library=sman-1-sukamaju&subjectHeading=Biografi&sort=title&"
            + wrong.Replace("{long}", new string('a', 1_001), StringComparison.Ordinal).Replace("{words}", string.Join('+', Enumerable.Range(0, 51).Select(number => $"w{number}")), StringComparison.Ordinal);
        var page = await _service.ReadAsync("/search?" + asked, language, System.Net.HttpStatusCode.BadRequest);

        Assert.That(page.QuerySelector(".advanced [role=alert]")!.Text(), Does.StartWith(told));
        Assert.That(Parts(page.Send(".advanced")), Is.EquivalentTo(Parts("/search?" + asked)));
    }

    [Test]
    public async Task Boxes_left_empty_ask_nothing()
    {
        var page = await _service.ReadAsync("/advanced");
        var all = await _service.ReadAsync(page.Send(".advanced"));
        var some = await _service.ReadAsync(page.Send(".advanced", "class=500", "language=ara"));

        Assert.That(all.QuerySelectorAll(".chosen"), Is.Empty);
        Assert.That(all.QuerySelector("h1")!.TextContent, Is.EqualTo((await _service.ReadAsync("/search")).QuerySelector("h1")!.TextContent));
        Assert.That(some.Texts(".chosen bdi"), Is.EquivalentTo(new[] { "500 Sains & matematika", "Arab" }));
    }

    [Test]
    public async Task All_that_can_be_asked_has_a_box()
    {
        var page = await _service.ReadAsync("/advanced");
        var names = page.QuerySelectorAll(".advanced input").Cast<IHtmlInputElement>().Select(input => input.Name).Distinct();

        Assert.That(names, Is.SupersetOf(new[]
        {
            "q", "title", "author", "subject", "series", "publisher", "identifier", "classification", "yearFrom", "yearTo", "available", "language", "format", "library", "class", "kind", "place",
        }));
        Assert.That(page.QuerySelectorAll(".advanced [name=library]"), Has.Exactly(_service.Members.All.Count).Items);
    }

    [TestCase("id")]
    [TestCase("en")]
    public async Task Every_example_of_how_to_ask_finds_something(string language)
    {
        var page = await _service.ReadAsync("/help", language);
        var examples = page.QuerySelectorAll("a.example").ToList();

        var number = examples.Single(example => example.Text().StartsWith("isbn:", StringComparison.Ordinal));
        using var led = await _service.GetAsync(number.Href());

        Assert.That(examples, Has.Count.GreaterThan(8));
        Assert.That((await _service.ReadAsync(led.Headers.Location!.OriginalString, language)).Body!.TextContent, Does.Contain("978-979-27-4784-3").Or.Contain("9789792747843"), "a number leads to its edition");
        foreach (var example in examples.Where(example => example != number))
        {
            var found = await _service.ReadAsync(example.Href(), language);
            Assert.That(((IHtmlInputElement)found.QuerySelector("#q")!).Value, Is.EqualTo(example.Text()));
            Assert.That(found.QuerySelectorAll(".card"), Is.Not.Empty, example.Text());
            Assert.That(found.QuerySelectorAll(".notice"), Is.Empty, $"{example.Text()} is found as it was asked");
        }
    }

    private static IEnumerable<string> Parts(string address) =>
        from part in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..])
        from value in part.Value
        where value.Length > 0
        select $"{part.Key}={value}";
}
