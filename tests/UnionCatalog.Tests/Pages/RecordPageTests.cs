using System.Net;
using System.Text;
using AngleSharp.Dom;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The page of an edition: its other editions and where its description comes from; and the page of a library's duplicates.</summary>
public sealed class RecordPageTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [Test]
    public async Task Another_edition_is_named_with_its_year_and_how_many_have_it_and_leads_back()
    {
        var id = (await _service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003")).Ids().Single();
        var page = await _service.ReadAsync($"/records/{id}");
        var editions = page.QuerySelectorAll(".editions li");
        var there = await _service.ReadAsync(editions.Single().QuerySelector("a").Href(), "en");

        Assert.That(page.Texts("h2"), Does.Contain("Edisi lain"));
        Assert.That(editions.Single().Text(), Does.Contain("Ronggeng Dukuh Paruk").And.Contain("perpustakaan"));
        Assert.That(there.Texts("h2"), Does.Contain("Other editions"));
        Assert.That(there.QuerySelectorAll(".editions a").Select(PageReading.Href), Does.Contain($"/records/{id}"));
    }

    [Test]
    public async Task Where_a_description_comes_from_is_told_where_there_are_several_records()
    {
        var id = (await _service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003")).Ids().Single();
        var page = await _service.ReadAsync($"/records/{id}", "en");
        var rows = page.QuerySelectorAll(".sources tbody tr");

        Assert.That(page.QuerySelector(".sources summary")!.Text(), Is.EqualTo("Where this description comes from"));
        Assert.That(rows[0].QuerySelector("th")!.Text(), Is.EqualTo("Title Ronggeng Dukuh Paruk"));
        Assert.That(rows[0].QuerySelector("td")!.Text(), Is.EqualTo("all of them"));
        Assert.That(rows.Select(row => row.QuerySelector("td")!.Text()), Has.Some.Contains("Sukamaju"));
        Assert.That(rows.Select(row => row.QuerySelector("td")!.Text()), Has.All.Not.Empty);
    }

    [Test]
    public async Task Of_one_record_it_need_not_be_told()
    {
        var single = (await _service.WalkAsync("q=sejarah")).First(edition => edition.Holdings().Sum(held => held.GetProperty("records").GetArrayLength()) == 1);

        Assert.That((await _service.ReadAsync($"/records/{single.Id()}")).QuerySelector(".sources"), Is.Null);
    }

    [Test]
    public async Task The_list_of_libraries_leads_to_the_duplicates_of_those_that_have_any()
    {
        var editions = (await _service.GetJsonAsync("/api/libraries/smkn-1-sukamaju/duplicates")).GetProperty("editions").EnumerateArray().ToList();
        var libraries = await _service.ReadAsync("/libraries");
        var link = libraries.QuerySelectorAll(".libraries a").Single(link => link.Href() == "/libraries/smkn-1-sukamaju/duplicates");
        var page = await _service.ReadAsync(link.Href());

        Assert.That(editions, Is.Not.Empty);
        Assert.That(link.Text(), Is.EqualTo($"{editions.Count} judul tercatat ganda"));
        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo("Judul ganda di SMK Negeri 1 Sukamaju"));
        Assert.That(page.QuerySelectorAll(".duplicates .card h2 a").Select(PageReading.Href), Is.EqualTo(editions.Select(edition => $"/records/{edition.Id()}")));
        foreach (var (card, edition) in page.QuerySelectorAll(".duplicates .card").Zip(editions))
        {
            var records = edition.GetProperty("records").EnumerateArray().ToList();
            Assert.That(card.Texts(".held"), Is.EqualTo(new[] { $"{records.Count} cantuman" }));
            Assert.That(card.QuerySelectorAll(".own a").Select(PageReading.Href), Is.EqualTo(records.Select(record => record.GetProperty("link").GetString())));
            Assert.That(card.Texts(".own .where"), Has.All.Not.Empty, "the call numbers");
        }
    }

    [Test]
    public async Task A_library_that_has_an_edition_twice_is_shown_once_with_all_its_copies_and_both_records()
    {
        var duplicates = await _service.ReadAsync("/libraries/smkn-1-sukamaju/duplicates", "en");
        var card = duplicates.QuerySelector(".duplicates .card")!;
        var page = await _service.ReadAsync(card.QuerySelector("h2 a").Href(), "en");
        var held = page.QuerySelectorAll(".holdings > tbody").Single(library => library.QuerySelector("h3")!.Text() == "SMK Negeri 1 Sukamaju");

        Assert.That(held.QuerySelectorAll("a[rel]").Select(PageReading.Href), Is.EqualTo(card.QuerySelectorAll(".own a").Select(PageReading.Href)));
        Assert.That(held.Texts("a[rel]")[1], Is.EqualTo("See it in its catalogue (2)"));
        var found = await _service.ReadAsync($"/search?q={card.QuerySelector("h2")!.Text().Escaped()}");
        Assert.That(found.QuerySelectorAll(".card").Select(result => result.Texts(".library")), Has.All.Unique);
    }

    [Test]
    public async Task A_spreadsheet_of_the_duplicates_has_a_line_a_record()
    {
        using var response = await _service.GetAsync("/libraries/smkn-1-sukamaju/duplicates.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/csv; charset=utf-8; header=present"));
        Assert.That(response.Content.Headers.ContentDisposition?.FileName, Is.EqualTo("judul-ganda-smkn-1-sukamaju.csv"));
        Assert.That(bytes.AsSpan()[..3].SequenceEqual(Encoding.UTF8.Preamble), "a byte order mark, for Excel");
        Assert.That(lines[0], Is.EqualTo("edition,title,author,year,records,record,call_numbers,link"));
        var listed = (await _service.GetJsonAsync("/api/libraries/smkn-1-sukamaju/duplicates")).GetProperty("editions").EnumerateArray();
        Assert.That(lines, Has.Length.EqualTo(1 + listed.Sum(edition => edition.GetProperty("records").GetArrayLength())));
    }

    [TestCase("/libraries/nowhere/duplicates", HttpStatusCode.NotFound)]
    [TestCase("/libraries/nowhere/duplicates.csv", HttpStatusCode.NotFound)]
    [TestCase("/libraries/smkn-1-sukamaju/duplicates?page=0", HttpStatusCode.OK)]
    [TestCase("/libraries/smkn-1-sukamaju/duplicates?page=x", HttpStatusCode.OK)]
    [TestCase("/libraries/smkn-1-sukamaju/duplicates?page=99999999999", HttpStatusCode.OK)]
    public async Task Odd_addresses_are_answered_calmly(string address, HttpStatusCode status) =>
        Assert.That((await _service.ReadAsync(address, status: status)).QuerySelectorAll("h1"), Has.Exactly(1).Items);

    [Test]
    public async Task A_library_without_duplicates_has_none()
    {
        await using var service = await RunningService.StartAsync(new UnionCatalog.Members.MemberDirectory([UnionCatalog.Tests.Search.SearchBench.Member("sd", UnionCatalog.Members.LibraryKind.PrimarySchool, "Bantul")]));
        var page = await service.ReadAsync("/libraries/sd/duplicates", "en");

        Assert.That(page.Texts("main p"), Does.Contain("This library has described 0 titles more than once."));
        Assert.That(page.QuerySelectorAll(".card"), Is.Empty);
    }
}
