using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The page of results: what it shows, and where its links and forms lead.</summary>
public sealed class SearchPageTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [Test]
    public async Task A_title_that_four_libraries_hold_is_one_card_with_four_libraries()
    {
        var page = await _service.ReadAsync("/search?q=ronggeng+dukuh+paruk&yearFrom=2003");
        var card = page.QuerySelectorAll(".card").Single();

        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo("1 judul ditemukan untuk “ronggeng dukuh paruk”"));
        Assert.That(card.Texts("h2"), Is.EqualTo(new[] { "Ronggeng Dukuh Paruk" }));
        Assert.That(card.Texts(".held"), Is.EqualTo(new[] { "Ada di 4 perpustakaan" }));
        Assert.That(card.Texts(".library"), Is.EqualTo(new[] { "Perpustakaan Daerah Kabupaten Sukamaju", "SMA Negeri 1 Sukamaju", "MAN 1 Sukamaju", "SMK Negeri 1 Sukamaju" }));
        Assert.That(card.Texts(".spine")[0], Is.EqualTo("899.221 3 TOH r"));
        Assert.That(card.Texts(".status")[0], Is.EqualTo("2 dari 3 tersedia"));
    }

    [Test]
    public async Task Everything_that_narrows_a_search_is_shown_and_can_be_removed()
    {
        var page = await _service.ReadAsync("/search?q=sejarah&title=indonesia&year=2008&year=2009&yearFrom=2000&yearTo=2010&language=ind");

        Assert.That(page.Texts(".chosen bdi"), Is.EqualTo(new[] { "Judul: indonesia", "Indonesia", "2008", "2009", "Tahun: 2000–2010" }));
        foreach (var chip in page.QuerySelectorAll(".chosen a:not(.all)"))
        {
            var after = await _service.ReadAsync(chip.Href());
            Assert.That(after.Texts(".chosen bdi"), Is.EqualTo(page.Texts(".chosen bdi").Where(text => text != chip.QuerySelector("bdi")!.Text())));
        }

        Assert.That(page.QuerySelector(".chosen .all").Href(), Is.EqualTo("/search?q=sejarah"));
    }

    [Test]
    public async Task The_choice_of_order_keeps_the_search_as_it_is()
    {
        var page = await _service.ReadAsync("/search?q=sejarah&title=indonesia&library=perpusda-sukamaju&library=man-1-sukamaju&yearFrom=1990&size=5&page=2&sort=oldest");
        var kept = page.QuerySelectorAll(".sort input").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}");

        Assert.That(kept, Is.EquivalentTo(new[] { "q=sejarah", "title=indonesia", "library=perpusda-sukamaju", "library=man-1-sukamaju", "yearFrom=1990", "size=5" }));
        Assert.That(page.QuerySelectorAll(".sort option[selected]").Single().GetAttribute("value"), Is.EqualTo("oldest"));
    }

    [Test]
    public async Task The_pager_leads_through_all_pages_and_no_further()
    {
        var titles = new List<string>();
        var address = "/search?q=sejarah&size=5";
        for (IElement? next; ; address = next.Href())
        {
            var page = await _service.ReadAsync(address);
            Assert.That(page.QuerySelectorAll(".card"), Is.Not.Empty, address);
            titles.AddRange(page.QuerySelectorAll(".card h2 a").Select(PageReading.Href));
            next = page.QuerySelector(".pager [rel=next]");
            if (next is null)
            {
                Assert.That(page.QuerySelector(".pager [rel=prev]"), Is.Not.Null);
                break;
            }
        }

        Assert.That(titles, Is.Unique);
        Assert.That(titles, Has.Count.EqualTo((await _service.GetJsonAsync("/api/search?q=sejarah")).Total()));
    }

    [Test]
    public async Task Results_are_numbered_on_from_page_to_page()
    {
        var page = await _service.ReadAsync("/search?q=sejarah&size=5&page=2");

        Assert.That(page.QuerySelector("ol.cards")!.GetAttribute("start"), Is.EqualTo("6"));
        Assert.That(page.Texts(".pager span").Single(), Does.StartWith("Halaman 2 dari "));
    }

    [Test]
    public async Task From_a_page_beyond_the_last_there_is_a_way_back()
    {
        var page = await _service.ReadAsync("/search?q=tohari&page=90");
        var back = await _service.ReadAsync(page.QuerySelector(".pager [rel=prev]").Href());

        Assert.That(page.Texts(".results p"), Does.Contain("Tidak ada hasil lagi di halaman ini."));
        Assert.That(back.QuerySelectorAll(".card"), Is.Not.Empty);
    }

    [Test]
    public async Task Nothing_found_says_what_to_try()
    {
        var page = await _service.ReadAsync("/search?q=xyzzy&library=sman-1-sukamaju", "en");

        Assert.That(page.QuerySelector("h1")!.Text(), Does.StartWith("0 titles found"));
        Assert.That(page.Texts(".ways li"), Has.Some.Contains("Check the spelling").And.Some.Contains("fewer words").And.Some.Contains("Ask your librarian"));
        Assert.That(page.QuerySelectorAll(".ways a").Select(PageReading.Href), Does.Contain("/search?q=xyzzy").And.Contain("/advanced?q=xyzzy&library=sman-1-sukamaju").And.Contain("/help"));
        Assert.That(page.QuerySelectorAll(".chosen a"), Has.Exactly(1).Items);
    }

    [Test]
    public async Task What_has_no_word_is_told_of_and_not_said_to_be_found([Values("🙂", "%", "(((", "-", "\"\"", "judul:\"\"", "..", "seri:*", "isbn:🙂", "perpustakaan:%")] string typed)
    {
        var all = (await _service.ReadAsync("/search")).QuerySelector("h1")!.Text();
        var page = await _service.ReadAsync($"/search?q={Uri.EscapeDataString(typed)}");
        var english = await _service.ReadAsync($"/search?q={Uri.EscapeDataString(typed)}", "en");

        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo(all));
        Assert.That(page.Texts(".notice"), Is.EqualTo(new[] { $"Dalam “{typed}” tidak ada kata atau angka yang dapat dicari, jadi itu tidak ikut dicari." }));
        Assert.That(english.Texts(".notice"), Is.EqualTo(new[] { $"There is no word or number in “{typed}” to look for, so it was left out of the search." }));
    }

    [Test]
    public async Task A_star_alone_finds_everything_and_is_told_nothing() =>
        Assert.That((await _service.ReadAsync("/search?q=*")).QuerySelectorAll(".notice"), Is.Empty);

    [Test]
    public async Task The_box_keeps_what_was_typed_and_foreign_parameters_are_passed_over()
    {
        var page = await _service.ReadAsync("/search?q=%22dukuh+paruk%22&utm_source=x");

        Assert.That(((IHtmlInputElement)page.QuerySelector("#q")!).Value, Is.EqualTo("\"dukuh paruk\""));
        Assert.That(page.QuerySelectorAll(".card"), Is.Not.Empty);
    }

    [Test]
    public async Task A_search_that_cannot_be_answered_says_so_in_the_readers_language_and_why()
    {
        var page = await _service.ReadAsync("/search?page=0", status: System.Net.HttpStatusCode.BadRequest);
        var longer = await _service.ReadAsync("/search?" + string.Join('&', Enumerable.Range(0, 900).Select(number => $"library=x{number}")), status: System.Net.HttpStatusCode.BadRequest);

        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo("Pencarian ini tidak dapat dijawab."));
        Assert.That(page.QuerySelector(".detail")!.Text(), Is.EqualTo("Halaman: dihitung mulai dari 1."));
        Assert.That(longer.QuerySelector(".detail")!.Text(), Does.StartWith("Alamat ini lebih dari 8.000 huruf."));
    }

    [TestCase("/search?page=-1", "Halaman: dihitung mulai dari 1.", "Page: counted from 1.")]
    [TestCase("/search?page=99999", "Halaman: yang dapat dilihat adalah 10.000 hasil pertama.", "Page: the first 10,000 results can be seen.")]
    [TestCase("/search?page=two", "Halaman: harus bilangan bulat.", "Page: must be a whole number.")]
    [TestCase("/search?size=1000", "Judul per halaman: dari 1 sampai 100.", "Titles a page: 1 to 100.")]
    [TestCase("/search?sort=best", "Urutan: pilihannya hanya relevance, ", "Order: can be relevance, ")]
    [TestCase("/search?near=Atlantis", "Dekat dari mana: tidak ada perpustakaan di tempat bernama “Atlantis”.", "Near where: no library is in a place called “Atlantis”.")]
    [TestCase("/search?title=a&title=b", "Judul: hanya boleh diisi satu kali.", "Title: may be given once only.")]
    [TestCase("/search?q=%00", "Kata yang dicari: memuat karakter kendali", "Words: has control characters")]
    [TestCase("/new?library=a&addedFrom=kemarin", "Tanggal masuk: harus tanggal seperti 2026-01-31.", "Day of arrival: must be a day such as 2026-01-31.")]
    [TestCase("/feeds/search.atom?page=x", "Halaman: harus bilangan bulat.", "Page: must be a whole number.")]
    [TestCase("/browse/title?size=0", "Judul per halaman: dari 1 sampai ", "Titles a page: 1 to ")]
    [TestCase("/browse/title?cursor=%3F", "Penanda tempat dalam daftar ini tidak dikenal.", "This mark of a place in the list is not known.")]
    [TestCase("/browse/title?direction=up", "Arah: pilihannya hanya forward, backward.", "Direction: can be forward, backward only.")]
    public async Task What_is_wrong_is_said_in_the_readers_language(string address, string indonesian, string english)
    {
        foreach (var (language, words) in new[] { ("id", indonesian), ("en", english) })
        {
            var page = await _service.ReadAsync(address, language, System.Net.HttpStatusCode.BadRequest);
            Assert.That(page.QuerySelector(".message .detail")!.Text(), Does.StartWith(words));
            Assert.That(page.QuerySelector(".message [lang]"), Is.Null, "all of it is in the page's language");
        }
    }

    [Test]
    public async Task A_list_with_too_many_books_is_told_so_in_the_readers_language()
    {
        var page = await _service.ReadAsync("/basket?" + string.Join('&', Enumerable.Range(0, 201).Select(number => $"id={number}")), "id", System.Net.HttpStatusCode.BadRequest);

        Assert.That(page.QuerySelector(".detail")!.Text(), Is.EqualTo("Paling banyak 200 buku sekaligus, dan ini 201."));
    }

    [Test]
    public async Task Every_library_and_every_edition_on_a_page_has_a_page_that_is_there()
    {
        var links = (await _service.ReadAsync("/")).QuerySelectorAll("main a")
            .Concat((await _service.ReadAsync("/libraries")).QuerySelectorAll("main a"))
            .Concat((await _service.ReadAsync("/search?q=tempo")).QuerySelectorAll("main a[href^='/']"))
            .Select(link => link.Href().Split('#')[0]).Distinct().ToList();

        Assert.That(links, Has.Count.GreaterThan(20));
        foreach (var link in links)
        {
            using var response = await _service.GetAsync(link);
            Assert.That((int)response.StatusCode, Is.EqualTo(200), link);
        }
    }

    [Test]
    public async Task The_page_of_an_edition_names_every_shelf_that_has_it()
    {
        var id = (await _service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003")).Ids().Single();
        var page = await _service.ReadAsync($"/records/{id}", "en");

        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo("Ronggeng Dukuh Paruk"));
        Assert.That(page.Texts(".holdings h3"), Is.Unique.And.Exactly(4).Items, "each library once");
        Assert.That(page.Texts(".holdings .where"), Does.Contain("Public library · Kecamatan Sukamaju Kota").And.Contain("PUSAT · FIKSI").And.Contain("KELILING · FIKSI"));
        Assert.That(page.QuerySelectorAll(".holdings a[rel]").Select(PageReading.Href), Has.All.StartsWith("http://127.0.0.1:"));
        Assert.That(page.Texts("dd"), Does.Contain("Tohari, Ahmad").And.Contain("Jakarta : Gramedia Pustaka Utama, 2003").And.Contain("Indonesian"));
    }

    [Test]
    public async Task A_call_number_stands_in_lines_with_its_class_number_whole()
    {
        var id = (await _service.GetJsonAsync("/api/search?q=kamus+besar+bahasa+indonesia&year=2008")).Ids()[0];
        var page = await _service.ReadAsync($"/records/{id}");

        Assert.That(page.QuerySelectorAll(".spine").Select(spine => spine.TextContent.Replace('\n', '|')), Does.Contain("R|499.221 3|KAM|k").And.Contain("499.2213|Kam|k"));
    }
}
