using System.Net;
using AngleSharp.Dom;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The directory of the libraries, and a page for each.</summary>
public sealed class LibraryPagesTests
{
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task Harvest() => _service = await DemoCatalog.Service;

    [Test]
    public async Task The_directory_lists_libraries_by_regency_and_place_each_with_its_page_and_its_collection()
    {
        var page = await _service.ReadAsync("/libraries");

        Assert.That(page.Texts("h2"), Is.EqualTo(["Kabupaten Sukamaju"]));
        Assert.That(page.Texts(".province"), Is.EqualTo(["Jawa Barat"]));
        Assert.That(page.Texts(".libraries h3"), Is.EqualTo([
            "MAN 1 Sukamaju", "SMK Negeri 1 Sukamaju", "SMP Negeri 2 Sukamaju", "Perpustakaan Daerah Kabupaten Sukamaju", "SD Negeri 1 Sukamaju", "SMA Negeri 1 Sukamaju",
        ]));
        foreach (var link in page.QuerySelectorAll(".libraries h3 a"))
        {
            Assert.That((await _service.ReadAsync(link.Href())).QuerySelector("h1")!.Text(), Is.EqualTo(link.Text()));
        }
    }

    [Test]
    public async Task A_library_tells_what_its_visitors_need_to_know()
    {
        var page = await _service.ReadAsync("/libraries/sman-1-sukamaju");

        Assert.That(page.Texts(".visit dt"), Is.EqualTo(["Alamat", "Jam buka", "Peminjaman bagi orang luar", "Telepon", "Surel"]));
        Assert.That(page.Texts(".visit dd")[1], Is.EqualTo("Senin–Kamis 07.00–15.30, Jumat 07.00–11.30"));
        Assert.That(page.QuerySelector(".visit a[href^='tel:']").Href(), Is.EqualTo("tel:0264555303"));
        Assert.That(page.QuerySelector(".visit a[href^='mailto:']").Href(), Is.EqualTo("mailto:perpustakaan@sman1sukamaju.example.sch.id"));
    }

    [Test]
    public async Task Every_bar_of_its_charts_counts_what_its_link_finds()
    {
        var page = await _service.ReadAsync("/libraries/perpusda-sukamaju");

        Assert.That(page.Texts(".bars caption"), Is.EqualTo(["Menurut kelas", "Menurut bahasa", "Menurut dasawarsa"]));
        foreach (var row in page.QuerySelectorAll(".bars tbody tr"))
        {
            var found = await _service.ReadAsync(row.QuerySelector("a").Href());
            Assert.That(found.QuerySelector("h1")!.Text(), Does.StartWith($"{row.QuerySelector(".number")!.Text()} judul"), row.Text());
        }
    }

    [Test]
    public async Task Within_a_library_is_searched_by_its_own_box()
    {
        var page = await _service.ReadAsync("/libraries/sdn-1-sukamaju");
        var form = page.QuerySelector("form.within")!;
        var sent = string.Join('&', form.QuerySelectorAll("input[type=hidden]").Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}"));

        Assert.That((form.GetAttribute("action"), sent), Is.EqualTo(("/search", "library=sdn-1-sukamaju")));
    }

    [Test]
    public async Task Its_newest_titles_are_titles_of_it()
    {
        var page = await _service.ReadAsync("/libraries/smkn-1-sukamaju");
        var newest = page.QuerySelectorAll(".newest a").Select(link => link.Href().Split('/')[^1]).ToList();
        var own = (await _service.WalkAsync("library=smkn-1-sukamaju")).Select(Editions.Id);

        Assert.That(newest, Has.Count.EqualTo(8).And.SubsetOf(own));
        Assert.That(page.Texts(".more a"), Has.Some.EndsWith("tercatat ganda"));
    }

    [TestCase("/libraries/nowhere")]
    [TestCase("/libraries/SMAN-1-SUKAMAJU")]
    [TestCase("/libraries/<script>")]
    public async Task A_library_that_there_is_not_is_not_found(string address) => await _service.ReadAsync(address, status: HttpStatusCode.NotFound);

    [Test]
    public async Task What_is_new_is_listed_by_week_and_can_be_narrowed()
    {
        var all = await _service.ReadAsync("/new");
        var total = (await _service.WalkAsync("")).Count;

        Assert.That(all.QuerySelector("#week .count")!.Text(), Is.EqualTo($"{total} judul"), "the demo was harvested today");
        Assert.That(all.QuerySelectorAll(".newest li"), Has.Exactly(30).Items);
        Assert.That(all.QuerySelector(".new .more a[href^='/search?addedFrom=']"), Is.Not.Null);
        foreach (var link in all.QuerySelectorAll("section .chips a").Take(3).Concat(all.QuerySelectorAll("section .chips a").TakeLast(3)))
        {
            var narrowed = await _service.ReadAsync(link.Href());
            Assert.That(narrowed.QuerySelector(".total")!.Text(), Does.StartWith($"{link.QuerySelector(".count")!.Text()} judul "), link.Text());
        }
    }

    [Test]
    public async Task The_api_tells_of_a_library_what_its_file_tells()
    {
        var collection = await _service.GetJsonAsync("/api/libraries/sman-1-sukamaju");
        var library = collection.GetProperty("library");

        Assert.That(library.GetProperty("regency").GetString(), Is.EqualTo("Kabupaten Sukamaju"));
        Assert.That(library.GetProperty("position").GetProperty("latitude").GetDouble(), Is.EqualTo(-6.8365));
        Assert.That(library.GetProperty("visit").GetProperty("openingHours").GetString(), Does.StartWith("Senin"));
        Assert.That(collection.GetProperty("editions").GetInt64(), Is.EqualTo((await _service.GetJsonAsync("/api/search?library=sman-1-sukamaju")).Total()));
        Assert.That(collection.GetProperty("decades").EnumerateArray().Sum(decade => decade.GetProperty("count").GetInt64()), Is.Positive);
        using var missing = await _service.GetAsync("/api/libraries/nowhere");
        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
