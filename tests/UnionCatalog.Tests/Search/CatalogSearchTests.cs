using UnionCatalog.Members;
using UnionCatalog.Search;

namespace UnionCatalog.Tests.Search;

/// <summary>What is found, counted, ordered and refused, over a real index of a few books.</summary>
internal sealed class CatalogSearchTests
{
    private SearchBench _bench = null!;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _bench = await SearchBench.OpenAsync();
        await _bench.AddAsync(
            SearchBench.Record("sd", "laskar", "title=Laskar Pelangi", "creator=Hirata, Andrea", "publisher=Bentang", "coverage=Yogyakarta", "date=2005", "subject=Persahabatan", "identifier=ISBN 979-3062-79-7", "language=id"),
            SearchBench.Record("sma", "laskar-2", "title=LASKAR PELANGI", "creator=Andrea Hirata", "publisher=Bentang", "date=2005", "identifier=9789793062792", "language=id"),
            SearchBench.Record("sma", "bumi", "title=Bumi", "creator=Tere Liye", "publisher=Gramedia", "date=2014", "subject=Fantasi", "language=id"),
            SearchBench.Record("sma", "rainbow", "title=The Rainbow Troops", "creator=Hirata, Andrea", "date=2009", "language=en"),
            SearchBench.Record("sd", "undated", "title=Atlas Indonesia", "publisher=Gramedia"),
            SearchBench.Record("sd", "horison", "title=Horison", "identifier=ISSN 0125-9016", "date=1966"));
    }

    [OneTimeTearDown]
    public async Task ClearAsync() => await _bench.DisposeAsync();

    [TestCase("9793062797")]
    [TestCase("979-3062-79-7")]
    [TestCase("979 3062 79 7")]
    [TestCase("9789793062792")]
    [TestCase("978-979-3062-79-2")]
    [TestCase("ISBN 978-979-3062-79-2")]
    [TestCase("isbn: 9793062797")]
    public void An_isbn_is_found_in_any_form(string typed)
    {
        Assert.That(_bench.Find(typed), Is.EqualTo(["laskar", "laskar-2"]));
        Assert.That(FindField(SearchField.Identifier, typed), Is.EqualTo(["laskar", "laskar-2"]));
    }

    [TestCase("0125-9016")]
    [TestCase("01259016")]
    [TestCase("ISSN 0125-9016")]
    public void An_issn_is_found_in_any_form(string typed) => Assert.That(_bench.Find(typed), Is.EqualTo(["horison"]));

    [TestCase(SearchField.Identifier, "---", "")]
    [TestCase(SearchField.Title, "pelangi", "laskar laskar-2")]
    [TestCase(SearchField.Title, "hirata", "")]
    [TestCase(SearchField.Author, "hirata", "laskar laskar-2 rainbow")]
    [TestCase(SearchField.Author, "andrea HIRATA", "laskar laskar-2 rainbow")]
    [TestCase(SearchField.Subject, "fantasi", "bumi")]
    [TestCase(SearchField.Publisher, "gramedia", "bumi undated")]
    public void Words_are_looked_for_in_their_field(SearchField field, string words, string expected) =>
        Assert.That(FindField(field, words).Order(StringComparer.Ordinal), Is.EqualTo(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Test]
    public void Words_and_fields_must_all_hold() => Assert.That(
        _bench.Find(new SearchRequest { Text = "hirata", Fields = new Dictionary<SearchField, string> { [SearchField.Title] = "rainbow" } }), Is.EqualTo(["rainbow"]));

    [Test]
    public void Facets_count_editions_not_records()
    {
        var facets = _bench.Search.Search(new SearchRequest()).Facets;

        Assert.That(Counts(facets[SearchFacet.Library]), Is.EqualTo("sd 3, sma 3"));
        Assert.That(Counts(facets[SearchFacet.Kind]), Is.EqualTo("primary-school 3, senior-high-school 3"));
        Assert.That(Counts(facets[SearchFacet.Place]), Is.EqualTo("Bantul 3, Sewon 3"));
        Assert.That(Counts(facets[SearchFacet.Language]), Is.EqualTo("ind 2, eng 1"));
        Assert.That(Counts(facets[SearchFacet.Year]), Is.EqualTo("1966 1, 2005 1, 2009 1, 2014 1"));
    }

    [Test]
    public void Facets_narrow_and_any_of_ones_values_will_do()
    {
        Assert.That(FindFacet(SearchFacet.Place, "Sewon"), Is.EquivalentTo(["laskar", "laskar-2", "bumi", "rainbow"]));
        Assert.That(FindFacet(SearchFacet.Year, "1966", "2014"), Is.EquivalentTo(["horison", "bumi"]));
        Assert.That(FindFacet(SearchFacet.Year, "1800"), Is.Empty);
    }

    [TestCase(2005, 2009, "laskar laskar-2 rainbow")]
    [TestCase(2010, null, "bumi")]
    [TestCase(null, 1999, "horison")]
    [TestCase(2006, 2008, "")]
    public void Years_are_a_range_with_both_ends(int? from, int? to, string expected) => Assert.That(
        _bench.Find(new SearchRequest { YearFrom = from, YearTo = to }).Order(StringComparer.Ordinal),
        Is.EqualTo(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [TestCase(SearchSort.Title, "undated bumi horison laskar laskar-2 rainbow")]
    [TestCase(SearchSort.Newest, "bumi rainbow laskar laskar-2 horison undated")]
    [TestCase(SearchSort.Oldest, "horison laskar laskar-2 rainbow bumi undated")]
    [TestCase(SearchSort.MostHeld, "laskar laskar-2 undated bumi horison rainbow")]
    public void Results_are_ordered(SearchSort sort, string expected) =>
        Assert.That(_bench.Find(new SearchRequest { Sort = sort }), Is.EqualTo(expected.Split(' ')));

    [Test]
    public void Pages_follow_each_other()
    {
        var pages = Enumerable.Range(1, 4).Select(page => _bench.Find(new SearchRequest { Sort = SearchSort.Title, Page = page, Size = 2 }));

        Assert.That(pages.Select(page => string.Join(' ', page)), Is.EqualTo(["undated bumi", "horison laskar laskar-2", "rainbow", ""]));
    }

    [Test]
    public void A_search_beyond_a_limit_names_its_field()
    {
        var manyWords = new string('x', SearchRequest.MaximumTextLength + 1);
        var wordsBeyondReason = string.Join(' ', Enumerable.Range(0, 250));
        (SearchRequest Request, string Field)[] cases =
        [
            (new() { Text = manyWords }, "q"),
            (new() { Text = wordsBeyondReason, Fields = new Dictionary<SearchField, string> { [SearchField.Title] = "bumi" } }, "q"),
            (new() { Fields = new Dictionary<SearchField, string> { [SearchField.Author] = manyWords } }, "author"),
            (new() { Facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Place] = [.. Enumerable.Repeat("x", 1_001)] } }, "place"),
            (new() { Page = 0 }, "page"),
            (new() { Page = 501, Size = 20 }, "page"),
            (new() { Page = int.MaxValue, Size = 100 }, "page"),
            (new() { Size = 0 }, "size"),
            (new() { Size = 101 }, "size"),
            (new() { YearFrom = 2001, YearTo = 2000 }, "yearFrom"),
        ];
        foreach (var (request, field) in cases)
        {
            Assert.That(
                () => _bench.Search.Search(request),
                Throws.TypeOf<InvalidSearchException>().With.Property("Field").EqualTo(field).And.Message.StartsWith(field + ": "));
        }

        Assert.That(() => _bench.Search.Search(new SearchRequest { Page = 500, Size = 20, Text = manyWords[1..] }), Throws.Nothing);
    }

    [Test]
    public void An_edition_is_found_by_its_name()
    {
        var entry = _bench.Search.Search(new SearchRequest { Text = "bumi" }).Entries.Single();

        Assert.That(_bench.Search.Find(new(entry.Id))?.Description.Title.Proper, Is.EqualTo("Bumi"));
        Assert.That(_bench.Search.Find(new("aaaaaaaaaaaa")), Is.Null);
        Assert.That(_bench.Search.Find(new("")), Is.Null);
    }

    [TestCase("http://opac/{identifier}", "oai:x/17?", "http://opac/oai%3Ax%2F17%3F")]
    [TestCase("http://opac/?id={number}", "oai:x:slims-17", "http://opac/?id=17")]
    [TestCase("http://opac/?id={number}", "none", null)]
    [TestCase("javascript:alert({number})", "17", null)]
    [TestCase("/records/{number}", "17", null)]
    public async Task A_link_is_made_from_the_members_address(string template, string identifier, string? expected)
    {
        await using var bench = await SearchBench.OpenAsync();
        bench.Members.Replace([SearchBench.Member("sd", LibraryKind.PrimarySchool, "Bantul") with { RecordLink = template }]);
        await bench.AddAsync(SearchBench.Record("sd", identifier, "title=Bumi"));

        Assert.That(bench.Search.Search(new SearchRequest()).Entries.Single().Libraries.Single().Link?.AbsoluteUri, Is.EqualTo(expected));
    }

    private IReadOnlyList<string> FindField(SearchField field, string words) =>
        _bench.Find(new SearchRequest { Fields = new Dictionary<SearchField, string> { [field] = words } });

    private IReadOnlyList<string> FindFacet(SearchFacet facet, params string[] values) =>
        _bench.Find(new SearchRequest { Facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [facet] = values } });

    private static string Counts(IReadOnlyList<UnionCatalog.FullText.FacetCount> counts) => string.Join(", ", counts.Select(count => $"{count.Value} {count.Count}"));
}
