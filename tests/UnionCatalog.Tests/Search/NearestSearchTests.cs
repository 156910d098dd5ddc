using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Tests.Search;

/// <summary>Nearest first, over libraries along the equator, one every few kilometres from the place that the reader chose.</summary>
internal sealed class NearestSearchTests
{
    /// <summary>Kilometres of each library from the place; null: not known. The first two are in it.</summary>
    private static readonly double?[] Away = [0, 3, 2, 8, 20, 24, 40, 90, 200, 240, 900, null];

    private readonly Dictionary<string, double> _nearest = [];
    private SearchBench _bench = null!;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _bench = await SearchBench.OpenAsync();
        _bench.Members.Replace(Away.Select((away, index) => SearchBench.Member($"lib-{index}", LibraryKind.Other, index < 2 ? "Sewon" : $"Place {index}") with
        {
            Position = away is null ? null : new GeoPosition(0, (away.Value - (index < 2 ? 1.5 : 0)) / 111.195),
        }));
        var random = new Random(11);
        for (var book = 0; book < 120; book++)
        {
            // Every book's title has the same words, so that every one is found; some say them twice, and so are more relevant.
            var title = $"Ilmu alam {Number(book)}{(random.Next(3) == 0 ? " ilmu alam" : "")}";
            var holders = random.GetItems(Enumerable.Range(0, Away.Length).ToArray(), random.Next(1, 4)).Distinct().ToList();
            await _bench.StoreAsync([.. holders.Select(holder => SearchBench.Record($"lib-{holder}", $"{book}", $"title={title}", $"creator=Penulis {Number(book)}", $"date={1900 + book}"))]);
            _nearest[$"{book}"] = holders.Min(Band);
        }

        await _bench.Indexer.CatchUpAsync(null, default);
    }

    [OneTimeTearDown]
    public async Task ClearAsync() => await _bench.DisposeAsync();

    [TestCase("ilmu alam", 7)]
    [TestCase("ilmu alam", 20)]
    [TestCase("", 100)]
    public void Pages_go_through_the_bands_of_distance_and_in_each_by_relevance(string words, int size)
    {
        var byRelevance = All(new SearchRequest { Text = words, Size = size });
        var nearest = All(new SearchRequest { Text = words, Size = size, Near = "Sewon", Sort = SearchSort.Nearest });

        Assert.That(byRelevance, Has.Count.EqualTo(120));
        Assert.That(nearest, Is.EqualTo(byRelevance.OrderBy(book => _nearest[book])));
        Assert.That(nearest, Is.Not.EqualTo(byRelevance));
    }

    [Test]
    public void Totals_and_facets_are_of_everything_that_is_found()
    {
        var request = new SearchRequest { Text = "ilmu", Size = 5, Facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Library] = ["lib-4", "lib-8"] } };
        var (plain, nearest) = (_bench.Search.Search(request), _bench.Search.Search(request with { Near = "sewon", Sort = SearchSort.Nearest }));

        Assert.That(nearest.Total, Is.EqualTo(plain.Total).And.GreaterThan(5));
        foreach (var facet in plain.Facets)
        {
            Assert.That(nearest.Facets[facet.Key], Is.EqualTo(facet.Value), $"{facet.Key}");
        }

        Assert.That(nearest.Entries.SelectMany(entry => entry.Libraries).Select(held => held.Library.Value), Has.Some.AnyOf("lib-4", "lib-8"));
    }

    [Test]
    public void A_page_behind_the_last_is_empty() =>
        Assert.That(_bench.Search.Search(new SearchRequest { Near = "Sewon", Sort = SearchSort.Nearest, Page = 90, Size = 100 }).Entries, Is.Empty);

    [Test]
    public void Without_a_place_nearest_is_by_relevance() =>
        Assert.That(All(new SearchRequest { Text = "ilmu", Sort = SearchSort.Nearest }), Is.EqualTo(All(new SearchRequest { Text = "ilmu" })));

    [Test]
    public void A_place_that_is_not_known_is_refused_by_name() =>
        Assert.That(() => _bench.Search.Search(new SearchRequest { Near = "Atlantis" }), Throws.TypeOf<InvalidSearchException>().With.Property("Field").EqualTo("near"));

    private List<string> All(SearchRequest request)
    {
        var books = new List<string>();
        for (var page = 1; _bench.Search.Search(request with { Page = page }) is { Entries.Count: > 0 } result; page++)
        {
            books.AddRange(result.Entries.Select(entry => entry.Libraries[0].Identifier));
        }

        return books;
    }

    /// <summary>Titles that differ by a word, not by a number, so that no two are taken for volumes or years of one.</summary>
    private static string Number(int book) => $"{(char)('a' + (book / 10))}{(char)('k' + (book % 10))}ra{(char)('p' + (book % 7))}u";

    private static double Band(int holder) => holder < 2 ? 0 : Away[holder] switch
    {
        <= 10 => 10, <= 25 => 25, <= 50 => 50, <= 100 => 100, <= 250 => 250, _ => double.PositiveInfinity,
    };
}
