using System.Net;
using System.Text.Json;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>An ISBN or ISSN in the search box leads to its edition, or is told of plainly.</summary>
public sealed class NumberSearchTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [TestCase("978-602-291-662-8", "9786022916628")]
    [TestCase("9786022916628", "9786022916628")]
    [TestCase("ISBN 978 602 291 662 8", "9786022916628")]
    [TestCase("isbn:978-602-291-662-8", "9786022916628")]
    [TestCase("602-291-662-3", "9786022916628")]
    [TestCase("6022916623", "9786022916628")]
    [TestCase("ISSN 0126-4273", "0126-4273")]
    [TestCase("0126-4273", "0126-4273")]
    public async Task A_number_in_any_form_goes_straight_to_its_record(string typed, string number)
    {
        var id = (await _service.GetJsonAsync($"/api/search?identifier={number}")).Ids().Single();
        using var response = await _service.GetAsync($"/search?q={Uri.EscapeDataString(typed)}");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(response.Headers.Location!.OriginalString, Is.EqualTo($"/records/{id}"));
    }

    [TestCase("q=9786022916628&language=ind")]
    [TestCase("q=9786022916628&yearFrom=1990")]
    [TestCase("q=9786022916628&title=laskar")]
    [TestCase("q=9786022916628+laskar")]
    [TestCase("identifier=9786022916628")]
    public async Task Whoever_asks_for_more_than_the_number_stays_in_the_list(string query) =>
        Assert.That((await _service.ReadAsync($"/search?{query}")).QuerySelectorAll(".card"), Has.Exactly(1).Items);

    [Test]
    public async Task A_number_that_several_editions_have_gives_their_list()
    {
        var all = (await _service.GetJsonAsync("/api/search?size=100&sort=title&format=book")).GetProperty("results").EnumerateArray();
        foreach (var isbn in all.SelectMany(Isbns).Distinct())
        {
            if ((await _service.GetJsonAsync($"/api/search?identifier={isbn}")).Total() > 1)
            {
                Assert.That((await _service.ReadAsync($"/search?q={isbn}")).QuerySelectorAll(".card"), Has.Length.GreaterThan(1));
                return;
            }
        }

        Assert.Fail("no two editions of the demo have the same number");
    }

    [Test]
    public async Task The_api_answers_with_the_edition_as_ever() =>
        Assert.That((await _service.GetJsonAsync("/api/search?q=978-602-291-662-8")).Total(), Is.EqualTo(1));

    [TestCase("978-979-3062-79-2", "id", "Belum ada perpustakaan yang memiliki buku dengan ISBN 9789793062792.")]
    [TestCase("979-3062-79-7", "en", "No library has a book with the ISBN 9789793062792.")]
    [TestCase("2301-8879", "en", "No library has a serial with the ISSN 2301-8879.")]
    public async Task A_number_that_nobody_has_is_told_of_plainly(string typed, string language, string told)
    {
        var page = await _service.ReadAsync($"/search?q={typed}", language);

        Assert.That(page.QuerySelectorAll(".card"), Is.Empty);
        Assert.That(page.Texts(".nothing p"), Does.Contain(told));
    }

    [Test]
    public async Task With_filters_nobody_is_told_that_nobody_has_it() =>
        Assert.That((await _service.ReadAsync("/search?q=9786022916628&language=ara", "en")).Texts(".nothing p"), Has.None.Contains("ISBN"));

    private static IEnumerable<string> Isbns(JsonElement edition) => edition.GetProperty("identifiers").EnumerateArray()
        .Where(identifier => identifier.GetProperty("kind").GetString() == "isbn").Select(identifier => identifier.GetProperty("value").GetString()!);
}
