using System.Globalization;
using System.Text.Json;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Tests.Api;

/// <summary>Searching the demo's catalogue through the API, held against a plain look at every edition.</summary>
public sealed class SearchApiTests
{
    private RunningService _service = null!;
    private List<JsonElement> _all = null!;

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await DemoCatalog.Service;
        _all = await _service.WalkAsync("");
    }

    [TestCase("title")]
    [TestCase("author")]
    [TestCase("subject")]
    [TestCase("series")]
    [TestCase("publisher")]
    [TestCase("identifier")]
    public async Task An_edition_is_found_by_the_words_of_each_field(string field)
    {
        var having = _all.Where(edition => WordsOf(edition, field) is not null).Take(12).ToList();

        Assert.That(having, Is.Not.Empty);
        foreach (var edition in having)
        {
            var words = WordsOf(edition, field)!;
            var answer = await _service.GetJsonAsync($"/api/search?{field}={words.Escaped()}&size=100");
            Assert.That(answer.Ids(), Does.Contain(edition.Id()), $"{field}={words}");
            Assert.That(answer.Total(), Is.LessThan(_all.Count), $"{field}={words} narrows");
        }
    }

    [Test]
    public async Task A_word_of_one_field_is_not_found_in_another()
    {
        var answer = await _service.GetJsonAsync("/api/search?author=ronggeng");

        Assert.That(answer.Total(), Is.Zero);
        Assert.That(answer.Results(), Is.Empty);
    }

    [Test]
    public async Task Several_fields_must_all_hold()
    {
        var answer = await _service.GetJsonAsync("/api/search?title=ronggeng&author=tohari&q=gramedia&yearTo=1990");

        Assert.That(answer.Results().Select(Editions.Year), Is.EqualTo(new int?[] { 1982 }));
    }

    [Test]
    public async Task A_title_that_four_libraries_hold_is_one_result_with_four_libraries()
    {
        foreach (var (query, title, year) in new[] { ("q=ronggeng+dukuh+paruk&yearFrom=2003&yearTo=2003", "Ronggeng Dukuh Paruk", 2003), ("q=tempo&format=serial", "Tempo", 1971) })
        {
            var answer = await _service.GetJsonAsync($"/api/search?{query}");
            var edition = answer.Results().Single(edition => edition.GetProperty("title").GetProperty("proper").GetString() == title);

            Assert.That(edition.Year(), Is.EqualTo(year));
            Assert.That(edition.Libraries(), Is.EquivalentTo(new[] { "man-1-sukamaju", "perpusda-sukamaju", "sman-1-sukamaju", "smkn-1-sukamaju" }));
        }
    }

    [Test]
    public async Task Holdings_say_who_where_under_which_number_and_whether_it_is_in()
    {
        var answer = await _service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003");
        var held = answer.Results().Single().Holdings().Single(held => held.GetProperty("library").GetString() == "perpusda-sukamaju");
        var item = held.GetProperty("items")[0];

        Assert.That(held.GetProperty("libraryName").GetString(), Is.EqualTo("Perpustakaan Daerah Kabupaten Sukamaju"));
        Assert.That(held.GetProperty("link").GetString(), Does.StartWith("http://127.0.0.1:").And.Contains("4445"));
        Assert.That(item.GetProperty("branch").GetString(), Is.EqualTo("PUSAT"));
        Assert.That(item.GetProperty("callNumber").GetString(), Is.EqualTo("899.221 3 TOH r"));
        Assert.That(item.GetProperty("status").GetString(), Is.EqualTo("onLoan"));
    }

    [Test]
    public async Task An_isbn_finds_its_edition_in_every_form()
    {
        var having = _all.Where(edition => Isbns(edition).Any()).Take(8).ToList();

        Assert.That(having, Is.Not.Empty);
        foreach (var edition in having)
        {
            var isbn = Isbns(edition).First();
            var short10 = Isbn10(isbn);
            foreach (var form in new[] { isbn, $"{isbn[..3]}-{isbn[3..6]}-{isbn[6..9]}-{isbn[9..12]}-{isbn[12..]}", short10, $"{short10[..3]}-{short10[3..6]}-{short10[6..9]}-{short10[9..]}", $"ISBN {isbn}" })
            {
                Assert.That((await _service.GetJsonAsync($"/api/search?q={form.Escaped()}")).Ids(), Does.Contain(edition.Id()), form);
                Assert.That((await _service.GetJsonAsync($"/api/search?identifier={form.Escaped()}")).Ids(), Does.Contain(edition.Id()), form);
            }
        }
    }

    [Test]
    public async Task Facets_narrow_and_count_as_a_plain_look_at_every_edition_does()
    {
        var libraries = (await _service.GetJsonAsync("/api/libraries")).EnumerateArray().ToDictionary(library => library.GetProperty("id").GetString()!);
        var random = new Random(20_261_121);
        var values = Compared.ToDictionary(facet => facet, facet => _all.SelectMany(edition => ValuesOf(edition, facet, libraries)).Distinct().Order().ToArray());
        for (var round = 0; round < 30; round++)
        {
            var chosen = values.Keys.Where(_ => random.Next(3) == 0)
                .ToDictionary(facet => facet, facet => random.GetItems(values[facet], random.Next(1, 4)).Distinct().ToArray());
            var query = string.Join('&', chosen.SelectMany(pair => pair.Value.Select(value => $"{NameOf(pair.Key)}={value.Escaped()}")));

            var answer = await _service.GetJsonAsync($"/api/search?{query}&size=100");
            var expected = _all.Where(edition => chosen.All(pair => Has(edition, pair.Key, pair.Value))).ToList();
            Assert.That(answer.Total(), Is.EqualTo(expected.Count), query);
            Assert.That(answer.Ids(), expected.Count <= 100 ? Is.EquivalentTo(expected.Select(Editions.Id)) : Is.SubsetOf(expected.Select(Editions.Id)), query);

            // A facet's own choice does not narrow its counts: they say what choosing another value as well would add.
            foreach (var facet in values.Keys.Where(facet => values[facet].Length <= 50))
            {
                var others = _all.Where(edition => chosen.Where(pair => pair.Key != facet).All(pair => Has(edition, pair.Key, pair.Value)));
                var counts = others.SelectMany(edition => ValuesOf(edition, facet, libraries)).CountBy(value => value).ToDictionary(pair => pair.Key, pair => (long)pair.Value);
                var told = answer.GetProperty("facets").GetProperty(NameOf(facet)).EnumerateArray()
                    .ToDictionary(value => value.GetProperty("value").GetString()!, value => value.GetProperty("count").GetInt64());
                Assert.That(told.Where(pair => pair.Value > 0), Is.EquivalentTo(counts), $"{facet} of {query}");
            }
        }

        bool Has(JsonElement edition, SearchFacet facet, string[] any) => ValuesOf(edition, facet, libraries).Intersect(any).Any();
    }

    [TestCase(2003, 2003)]
    [TestCase(1990, 2005)]
    [TestCase(null, 1985)]
    [TestCase(2021, null)]
    [TestCase(-5, 1)]
    public async Task A_range_of_years_keeps_both_its_ends(int? from, int? to)
    {
        var found = await _service.WalkAsync($"yearFrom={from}&yearTo={to}");

        Assert.That(found.Select(Editions.Id), Is.EquivalentTo(_all
            .Where(edition => edition.Year() is { } year && year >= (from ?? 0) && year <= (to ?? 9999)).Select(Editions.Id)));
    }

    [Test]
    public async Task Each_order_is_kept_over_all_pages()
    {
        var newest = (await _service.WalkAsync("sort=newest", 50)).Select(Editions.Year).OfType<int>();
        var oldest = (await _service.WalkAsync("sort=oldest", 50)).Select(Editions.Year).OfType<int>();
        var mostHeld = (await _service.WalkAsync("sort=mostHeld", 50)).Select(edition => edition.Libraries().Length);
        var titles = (await _service.WalkAsync("sort=title", 50)).Select(Filed).ToList();

        Assert.That(newest, Is.Ordered.Descending);
        Assert.That(oldest, Is.Ordered.Ascending);
        Assert.That(mostHeld, Is.Ordered.Descending);
        Assert.That(titles, Is.EqualTo(titles.Order(StringComparer.Ordinal)));
    }

    [TestCase("q=*", 7)]
    [TestCase("q=sejarah", 3)]
    [TestCase("sort=title", 100)]
    public async Task Walking_all_pages_sees_every_result_once(string query, int size)
    {
        var found = await _service.WalkAsync(query, size);

        Assert.That(found.Select(Editions.Id), Is.Unique);
        Assert.That(found, Is.Not.Empty);
    }

    [Test]
    public async Task A_page_beyond_the_last_is_empty_and_keeps_the_total()
    {
        var answer = await _service.GetJsonAsync("/api/search?q=tohari&page=90");

        Assert.That(answer.Results(), Is.Empty);
        Assert.That(answer.Total(), Is.Positive);
        Assert.That(answer.GetProperty("page").GetInt32(), Is.EqualTo(90));
    }

    private static readonly SearchFacet[] Compared =
    [
        SearchFacet.Library, SearchFacet.Kind, SearchFacet.Place, SearchFacet.Format, SearchFacet.Language, SearchFacet.Year,
        SearchFacet.SubjectHeading, SearchFacet.AuthorName, SearchFacet.Audience,
    ];

    private static string NameOf(SearchFacet facet) => Server.Api.SearchParameters.NameOf(facet);

    private static IEnumerable<string> ValuesOf(JsonElement edition, SearchFacet facet, Dictionary<string, JsonElement> libraries) => facet switch
    {
        SearchFacet.Library => edition.Libraries(),
        SearchFacet.Kind => edition.Libraries().Select(id => libraries[id].GetProperty("kind").GetString()!).Distinct(),
        SearchFacet.Place => edition.Libraries().Select(id => libraries[id].GetProperty("place").GetString()!).Distinct(),
        SearchFacet.Format => [edition.GetProperty("format").GetString()!.ToLowerInvariant()],
        SearchFacet.Language => edition.GetProperty("languages").EnumerateArray().Select(language => language.GetString()!),
        SearchFacet.SubjectHeading => edition.Texts("subjects", "text").Distinct(),
        SearchFacet.AuthorName => edition.Texts("contributors", "name").Distinct(),
        SearchFacet.Audience => edition.GetProperty("audienceLevels").EnumerateArray().Select(level => level.GetString()!),
        SearchFacet.Year => edition.Year() is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : [],
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    private static string? WordsOf(JsonElement edition, string field) => field switch
    {
        "title" => edition.GetProperty("title").GetProperty("proper").GetString(),
        "author" => edition.Texts("contributors", "name").FirstOrDefault(),
        "subject" => edition.Texts("subjects", "text").FirstOrDefault(),
        "series" => edition.Texts("series", "title").FirstOrDefault(),
        "publisher" => edition.Texts("publications", "publisher").FirstOrDefault(),
        _ => edition.Texts("identifiers", "value").FirstOrDefault(),
    };

    private static string Filed(JsonElement edition)
    {
        var title = edition.GetProperty("title").Deserialize<Title>(JsonSerializerOptions.Web)!;
        return string.Join(' ', CatalogSchema.Words.Terms($"{title.Proper[title.NonFiling..]} {title.PartNumber} {title.PartName} {title.Remainder}"));
    }

    private static IEnumerable<string> Isbns(JsonElement edition) => edition.GetProperty("identifiers").EnumerateArray()
        .Where(id => id.GetProperty("isValid").GetBoolean()).Select(id => id.GetProperty("value").GetString()!).Where(value => value.StartsWith("978", StringComparison.Ordinal) && value.Length == 13);

    /// <summary>ISO 2108:1992: weights 10 to 2, the remainder to 11, X for ten.</summary>
    private static string Isbn10(string isbn)
    {
        var nine = isbn[3..12];
        var check = (11 - (nine.Select((digit, index) => (digit - '0') * (10 - index)).Sum() % 11)) % 11;
        return nine + (check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture));
    }
}
