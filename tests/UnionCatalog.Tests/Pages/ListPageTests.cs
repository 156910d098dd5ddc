using System.Net;
using UnionCatalog.Exporting;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The pages of a reader's own list, by their addresses and without scripts.</summary>
public sealed class ListPageTests
{
    private RunningService _service = null!;
    private string[] _ids = null!;

    private string Names => string.Join('&', _ids.Select(id => $"id={id}"));

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await DemoCatalog.Service;
        _ids = [.. (await _service.GetJsonAsync("/api/search?q=sejarah&size=10")).Ids().Take(8)];
    }

    [Test]
    public async Task The_basket_shows_what_its_address_names_and_gives_it_in_every_form()
    {
        var page = await _service.ReadAsync($"/basket?{Names}");

        Assert.That(page.QuerySelectorAll(".kept h2 a").Select(PageReading.Href), Is.EqualTo(_ids.Select(id => $"/records/{id}")));
        Assert.That(page.QuerySelectorAll(".forms a").Select(PageReading.Href), Is.EqualTo(ExportForms.All.Select(form => $"/export?format={form.Name}&{Names}")));
        Assert.That(page.QuerySelector("meta[name=robots]")!.GetAttribute("content"), Is.EqualTo("noindex"));
    }

    [Test]
    public async Task An_empty_basket_says_how_it_is_filled()
    {
        var page = await _service.ReadAsync("/basket");

        Assert.That(page.Texts(".basket p")[0], Is.EqualTo("Belum ada buku di keranjang ini."));
        Assert.That(page.QuerySelectorAll(".forms"), Is.Empty);
    }

    [Test]
    public async Task What_is_no_longer_there_is_told()
    {
        var page = await _service.ReadAsync($"/basket?{Names}&id=aaaaaaaaaaaa&id=%3Cb%3E", "en");

        Assert.That(page.Texts(".basket [role=status]"), Is.EqualTo(new[] { "2 books of this list are no longer in the catalogue." }));
        Assert.That(page.QuerySelector(".basket")!.GetAttribute("data-unknown"), Is.EqualTo("aaaaaaaaaaaa"));
        Assert.That(page.QuerySelectorAll(".kept > li"), Has.Exactly(_ids.Length).Items);
    }

    [TestCase("/basket")]
    [TestCase("/bibliography")]
    public async Task More_than_two_hundred_are_refused_in_words(string address)
    {
        var page = await _service.ReadAsync($"{address}?{string.Join('&', Enumerable.Range(0, 201).Select(number => $"id={number:000000000000}"))}", status: HttpStatusCode.BadRequest);

        Assert.That(page.Texts("h1"), Is.EqualTo(new[] { "Daftar ini tidak dapat ditampilkan" }));
    }

    [Test]
    public async Task A_bibliography_names_every_book_under_its_subjects_with_the_libraries_that_have_it()
    {
        var page = await _service.ReadAsync($"/bibliography?{Names}&group=subject&style=chicago&title=Bacaan+sejarah");
        var headings = page.Texts(".bibliography h2");

        Assert.That(page.Texts("h1"), Is.EqualTo(new[] { "Bacaan sejarah" }));
        Assert.That(headings, Is.Unique.And.Not.Empty);
        Assert.That(headings.Where(heading => heading != "Tanpa subjek"), Is.Ordered.Using((IComparer<string>)StringComparer.Create(new("id"), ignoreCase: true)));
        Assert.That(page.QuerySelectorAll(".references > li .held-where").Select(PageReading.Text), Has.All.Not.Empty);
        foreach (var id in _ids)
        {
            var title = (await _service.GetJsonAsync($"/api/records/{id}")).GetProperty("title").GetProperty("proper").GetString();
            Assert.That(page.Texts(".references cite"), Has.Some.StartsWith(title!));
        }
    }

    [Test]
    public async Task By_author_each_book_stands_once_and_in_one_list_without_headings()
    {
        var byAuthor = await _service.ReadAsync($"/bibliography?{Names}&group=author");
        var inOne = await _service.ReadAsync($"/bibliography?{Names}&group=none");

        Assert.That(byAuthor.QuerySelectorAll(".references > li"), Has.Exactly(_ids.Length).Items);
        Assert.That(inOne.QuerySelectorAll(".references > li"), Has.Exactly(_ids.Length).Items);
        Assert.That(inOne.QuerySelectorAll(".bibliography h2"), Is.Empty);
        Assert.That(inOne.Texts(".reference"), Is.Ordered.Using((IComparer<string>)StringComparer.Create(new("id"), ignoreCase: true)));
    }

    [TestCase("group=x&style=y")]
    [TestCase("group=&title=%00%01")]
    [TestCase("title=%E2%80%AEabc")]
    public async Task What_makes_no_sense_is_as_usual(string query)
    {
        var page = await _service.ReadAsync($"/bibliography?{Names}&{query}");

        Assert.That(page.QuerySelectorAll("h1"), Has.Exactly(1).Items);
        Assert.That(page.QuerySelector("#list-group option[selected]")!.GetAttribute("value"), Is.EqualTo("subject"));
    }
}
