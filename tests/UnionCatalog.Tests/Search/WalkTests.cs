using UnionCatalog.Search;

namespace UnionCatalog.Tests.Search;

/// <summary>Walking through all that a search finds, while the catalogue changes under the walk.</summary>
internal sealed class WalkTests
{
    private const int Books = 60;

    private SearchBench _bench = null!;

    [SetUp]
    public async Task FillAsync()
    {
        _bench = await SearchBench.OpenAsync();
        await _bench.AddAsync([.. Enumerable.Range(0, Books).Select(number => Book(number, "Kitab"))]);
    }

    [TearDown]
    public async Task ClearAsync() => await _bench.DisposeAsync();

    [TestCase(SearchSort.Arrival)]
    [TestCase(SearchSort.Title)]
    [TestCase(SearchSort.Newest)]
    [TestCase(SearchSort.Oldest)]
    [TestCase(SearchSort.MostHeld)]
    [TestCase(SearchSort.Added)]
    public async Task What_stays_as_it_is_comes_exactly_once_whatever_else_changes(SearchSort sort)
    {
        var random = new Random(20_261_127);
        var changed = new HashSet<int>();
        var found = new List<string>();
        for (var request = new SearchRequest { Text = "kitab", Sort = sort, Size = 7 }; ;)
        {
            var page = _bench.Search.Search(request);
            found.AddRange(Identifiers(page));
            if (page.Next is not { } next)
            {
                break;
            }

            // Between two pages one book goes, one gets another title, and one comes.
            var (gone, other) = (random.Next(Books), random.Next(Books));
            changed.UnionWith([gone, other]);
            await _bench.AddAsync(SearchBench.Deleted("sma", Name(gone)), Book(other, "Zamrud kitab"), Book(Books + found.Count, "Aneka kitab"));
            request = request with { After = next };
        }

        var unchanged = Enumerable.Range(0, Books).Except(changed).Select(Name);
        Assert.That(found.Where(name => unchanged.Contains(name)).Order(StringComparer.Ordinal), Is.EqualTo(unchanged.Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task In_the_order_of_arrival_what_is_changed_comes_exactly_once_as_well()
    {
        var found = new List<string>();
        for (var request = new SearchRequest { Sort = SearchSort.Arrival, Size = 9 }; ;)
        {
            var page = _bench.Search.Search(request);
            found.AddRange(Identifiers(page));
            if (page.Next is not { } next)
            {
                break;
            }

            await _bench.AddAsync([.. Enumerable.Range(0, Books).Select(number => Book(number, found.Count % 2 == 0 ? "Aneka kitab" : "Zamrud kitab"))]);
            request = request with { After = next };
        }

        Assert.That(found.Order(StringComparer.Ordinal), Is.EqualTo(Enumerable.Range(0, Books).Select(Name).Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task By_relevance_a_walk_ends_when_the_catalogue_changes_and_says_so()
    {
        var request = new SearchRequest { Text = "kitab", Size = 7 };
        var next = _bench.Search.Search(request).Next;
        Assert.That(_bench.Search.Search(request with { After = next }).Entries, Has.Count.EqualTo(7));

        await _bench.AddAsync(Book(Books, "Kitab"));
        var refused = Assert.Throws<InvalidSearchException>(() => _bench.Search.Search(request with { After = next }));
        Assert.That(refused!.Field, Is.EqualTo("cursor"));
        Assert.That(refused.Message, Does.Contain("has changed").And.Contain("arrival"));
    }

    [Test]
    public async Task The_stamp_of_the_catalogue_changes_with_it_and_with_nothing_else()
    {
        var before = _bench.Search.Stamp;
        await _bench.AddAsync();
        Assert.That(_bench.Search.Stamp, Is.EqualTo(before));

        await _bench.AddAsync(Book(Books, "Kitab"));
        var more = _bench.Search.Stamp;
        await _bench.AddAsync(SearchBench.Deleted("sma", Name(0)));
        Assert.That(new[] { before, more, _bench.Search.Stamp }, Is.Unique);
    }

    private static string Name(int number) => FormattableString.Invariant($"b{number:000}");

    private static UnionCatalog.Store.HarvestedRecord Book(int number, string title) => SearchBench.Record(
        "sma", Name(number), $"title={title} nomor {number} {(char)('a' + (number % 26))}{(char)('a' + (number / 26))}", $"creator=Penulis {number}", $"date={1960 + (number * 7 % 60)}");

    private static IEnumerable<string> Identifiers(SearchResult page) => page.Entries.SelectMany(entry => entry.Libraries).Select(held => held.Identifier);
}
