using UnionCatalog.FullText;
using UnionCatalog.Search;
using UnionCatalog.Search.Browsing;

namespace UnionCatalog.Tests.Search.Browsing;

/// <summary>Headings as records have them: alike, absurd, hostile.</summary>
public sealed class HeadingTests
{
    [Test]
    public async Task Of_spellings_that_are_filed_alike_the_most_frequent_is_shown()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(
            Book("1", "Bumi", "SEJARAH"), Book("2", "Bulan", "Sejarah"), Book("3", "Komet", "Sejarah"), Book("4", "Bintang", "Sejárah."), Book("5", "Matahari", "Sejarah -- Abad 20"));
        var browser = new CatalogBrowser(bench.Search);

        var page = browser.Browse(new BrowseRequest(BrowseList.Subject) { From = "sejarah" });

        Assert.That(page.IsExact);
        Assert.That(page.Entries.Select(entry => $"{entry.Heading} {entry.Count}"), Is.EqualTo(["Sejarah 4", "Sejarah -- Abad 20 1"]));
        Assert.That(page.Entries[0].Spellings, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_heading_goes_with_its_last_edition()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(Book("1", "Bumi", "Sejarah"), Book("2", "Bulan", "Sastra"));
        await bench.AddAsync(SearchBench.Deleted("sd", "2"));
        var browser = new CatalogBrowser(bench.Search);

        Assert.That(browser.Browse(new BrowseRequest(BrowseList.Subject)).Entries.Select(entry => entry.Heading), Is.EqualTo(["Sejarah"]));
        Assert.That(browser.Letters(BrowseList.Title), Is.EqualTo(["b"]));
    }

    [Test]
    public async Task Of_an_empty_union_the_lists_are_empty()
    {
        await using var bench = await SearchBench.OpenAsync();
        var browser = new CatalogBrowser(bench.Search);
        foreach (var list in Enum.GetValues<BrowseList>())
        {
            Assert.That(browser.Browse(new BrowseRequest(list) { From = "a" }), Has.Property("Entries").Empty.And.Property("Next").Null.And.Property("Previous").Null);
            Assert.That(browser.Browse(new BrowseRequest(list) { IsBackward = true }).Entries, Is.Empty);
            Assert.That(browser.Letters(list), Is.Empty);
        }
    }

    [TestCase("</title><script>xevil(1)</script>")]
    [TestCase("nul\0l\u0001 \u001b[31m x\u0085y")]
    [TestCase("\u202Elive\u202D \u2066\u2067")]
    [TestCase("\uD800 half \uDC00")]
    [TestCase("日本語の図書館目録")]
    [TestCase("💥💥💥")]
    public void A_heading_is_a_term_that_gives_it_back(string heading)
    {
        foreach (var text in new[] { heading, string.Concat(Enumerable.Repeat(heading, 60)), string.Join(' ', Enumerable.Repeat(heading, 60)) })
        {
            var key = FilingKey.Of(BrowseList.Title, text);
            var term = BrowseTerm.Of(key, text);
            var read = BrowseTerm.Read(term);

            Assert.That(term.Length, Is.InRange(1, IndexLimits.TermLength));
            Assert.That(read.Key, Is.EqualTo(key));
            Assert.That(read.Heading.Any(char.IsControl), Is.False);
            Assert.That(read.Heading, text.Length > BrowseTerm.HeadingLength ? Does.EndWith("…") : Has.Length.EqualTo(text.Length));
            Assert.That(BrowseTerm.IsCut(read.Heading), Is.EqualTo(text.Length > BrowseTerm.HeadingLength));
        }
    }

    private static UnionCatalog.Store.HarvestedRecord Book(string id, string title, string subject) =>
        SearchBench.Record("sd", id, $"title={title}", "creator=Tere Liye", "date=2015", $"subject={subject}");
}
