using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>How results are narrowed: boxes that are ticked, bars that are links, a switch; all without scripts.</summary>
public sealed class FacetPageTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [Test]
    public async Task Several_boxes_are_ticked_and_sent_at_once_and_everything_else_stays()
    {
        var before = await _service.ReadAsync("/search?q=sejarah&sort=newest&size=5&page=2&available=now");
        var sent = before.Send(".filters", "library=sman-1-sukamaju", "library=perpusda-sukamaju", "class=900");
        var after = await _service.ReadAsync(sent);

        Assert.That(after.Texts(".chosen bdi"), Is.EquivalentTo(new[] { "SMA Negeri 1 Sukamaju", "Perpustakaan Daerah Kabupaten Sukamaju", "900 Sejarah & geografi" }));
        Assert.That(after.QuerySelector(".available button")!.GetAttribute("aria-pressed"), Is.EqualTo("true"));
        Assert.That(((IHtmlInputElement)after.QuerySelector("#q")!).Value, Is.EqualTo("sejarah"));
        Assert.That(after.QuerySelector("option[selected]")!.GetAttribute("value"), Is.EqualTo("newest"));
        Assert.That(after.QuerySelectorAll(".card"), Is.Not.Empty);
        Assert.That(after.QuerySelector("ol.cards")!.GetAttribute("start"), Is.EqualTo("1"), "a narrower search begins again");
    }

    [Test]
    public async Task The_number_beside_a_box_is_how_many_there_are_when_it_is_ticked()
    {
        var before = await _service.ReadAsync("/search?q=sejarah");
        foreach (var box in before.QuerySelectorAll(".choices label"))
        {
            var input = (IHtmlInputElement)box.QuerySelector("input")!;
            var after = await _service.ReadAsync($"/search?q=sejarah&{input.Name}={Uri.EscapeDataString(input.Value)}");
            Assert.That(after.QuerySelector("h1")!.Text(), Does.StartWith(box.QuerySelector("small")!.Text() + " judul"), input.Value);
        }
    }

    [Test]
    public async Task What_is_chosen_can_be_unticked_even_where_nothing_of_it_is_left()
    {
        var page = await _service.ReadAsync("/search?q=sejarah&library=perpusda-sukamaju&library=sdn-1-sukamaju");
        var boxes = page.QuerySelectorAll(".filters [name=library]").Cast<IHtmlInputElement>().ToList();

        Assert.That(boxes.Where(box => box.IsChecked).Select(box => box.Value), Is.EquivalentTo(new[] { "perpusda-sukamaju", "sdn-1-sukamaju" }));
        Assert.That(boxes[..2].Select(box => box.IsChecked), Has.All.True, "those chosen stand first");
        Assert.That(await _service.ReadAsync(page.Send(".filters", "library=sdn-1-sukamaju")) is var after ? after.Texts(".chosen bdi") : null, Is.EqualTo(new[] { "Perpustakaan Daerah Kabupaten Sukamaju" }));
    }

    [Test]
    public async Task Every_facet_is_offered_in_words_of_the_readers_language()
    {
        var page = await _service.ReadAsync("/search", "en");

        Assert.That(page.Texts(".facet > summary"), Is.EqualTo(new[]
        {
            "Library", "Where", "Kind of library", "Class (DDC)", "Subject", "Author", "Year", "Format", "Language", "For whom",
        }));
        Assert.That(page.Texts(".filters bdi"), Is.SupersetOf(new[] { "SMA Negeri 1 Sukamaju", "Madrasah", "500 Science & mathematics", "Javanese", "Magazine or serial" }));
        Assert.That(page.QuerySelectorAll(".choices > label").GroupBy(label => label.ParentElement).Select(group => group.Count()), Has.All.LessThanOrEqualTo(10), "long lists are folded");
    }

    [Test]
    public async Task The_bars_of_the_years_lead_to_just_so_many_and_a_table_tells_the_same()
    {
        var page = await _service.ReadAsync("/search?q=sejarah&library=perpusda-sukamaju&yearFrom=1940", "en");
        var bars = page.QuerySelectorAll(".years svg a").ToList();
        var rows = page.QuerySelectorAll(".years tbody tr").Select(row => $"{row.Texts("th")[0]}: {row.Texts("td")[0]}").Where(row => !row.EndsWith(": 0", StringComparison.Ordinal)).ToList();

        Assert.That(bars, Has.Count.GreaterThan(2));
        Assert.That(bars.Select(bar => bar.GetAttribute("aria-label")!.Split(" title")[0]), Is.EqualTo(rows));
        foreach (var bar in bars)
        {
            var after = await _service.ReadAsync(bar.Href(), "en");
            Assert.That(bar.GetAttribute("aria-label"), Does.Contain(": " + after.QuerySelector("h1")!.Text().Split(" for ")[0]));
            Assert.That(after.QuerySelector(".years > a").Href(), Is.EqualTo("/search?q=sejarah&library=perpusda-sukamaju"), "and back to all years");
        }
    }

    [Test]
    public async Task The_switch_shows_what_can_be_had_now_and_is_switched_off_again()
    {
        var before = await _service.ReadAsync("/search?q=sejarah&library=man-1-sukamaju&library=perpusda-sukamaju");
        var on = await _service.ReadAsync(before.Send(".available"));

        Assert.That(before.QuerySelector(".available button")!.GetAttribute("aria-pressed"), Is.EqualTo("false"));
        Assert.That(on.QuerySelector(".available button")!.GetAttribute("aria-pressed"), Is.EqualTo("true"));
        Assert.That(on.QuerySelector("h1")!.Text(), Does.StartWith(before.QuerySelector(".available .count")!.Text()));
        Assert.That(on.QuerySelectorAll(".card").Select(card => card.QuerySelector(".status.available")), Has.None.Null);
        Assert.That(on.Send(".available"), Is.EqualTo("/search?q=sejarah&library=man-1-sukamaju&library=perpusda-sukamaju"));
    }

    [Test]
    public async Task Of_many_libraries_a_card_shows_three_those_asked_for_and_those_that_have_it_first()
    {
        var page = await _service.ReadAsync("/search?q=kamus+besar+bahasa+indonesia+pusat+bahasa&sort=mostHeld&kind=madrasah&library=man-1-sukamaju");
        var card = page.QuerySelectorAll(".card")[0];

        Assert.That(card.QuerySelectorAll(".held-by li"), Has.Exactly(3).Items);
        Assert.That(card.Texts(".library")[0], Is.EqualTo("MAN 1 Sukamaju"));
        Assert.That(card.QuerySelector(".others a").Href(), Does.Match("^/records/[a-z0-9]+#holdings$"));
        Assert.That(card.Texts(".others a"), Has.All.Match("^dan [0-9]+ perpustakaan lain$"));
    }
}
