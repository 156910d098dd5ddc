using System.Text.Json;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;
using UnionCatalog.Search;
using UnionCatalog.Search.Asking;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Search;

/// <summary>What was found lately: nobody can tell from an answer whether it was remembered.</summary>
internal sealed class SearchMemoryTests
{
    private static readonly SearchState State = new(1, new object());

    [Test]
    public async Task An_answer_is_the_same_whether_it_is_remembered_or_not([ValueSource(typeof(IndexEngines), nameof(IndexEngines.All))] string engine)
    {
        var bench = await DemoBench.Of(engine);
        var remembering = new CatalogSearch(bench.Index, bench.Members) { Memory = new SearchMemory(fewestHits: 1, kept: 20) };
        var forgetting = new CatalogSearch(bench.Index, bench.Members) { Memory = new SearchMemory(fewestHits: int.MaxValue) };
        var requests = Requests(bench.Members).ToArray();
        var random = new Random(20_261_127);
        for (var time = 0; time < 3 * requests.Length; time++)
        {
            // Readers go on to the next page more often than to another search.
            var request = requests[random.Next(4) > 0 ? time / 4 % requests.Length : random.Next(requests.Length)] with { Page = 1 + random.Next(3), Size = 5 + random.Next(2) };
            Assert.That(Show(remembering.Search(request)), Is.EqualTo(Show(forgetting.Search(request))), RequestText.Of(request));
        }
    }

    [Test]
    public async Task A_search_is_remembered_until_the_catalogue_changes_or_the_libraries_do()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync([.. Enumerable.Range(0, 5).Select(Book)]);
        var search = new CatalogSearch(bench.Index, bench.Members) { Memory = new SearchMemory(fewestHits: 1) };
        var request = new SearchRequest { Text = "kitab" };
        bool IsRemembered() => search.Memory.Recall(new SearchState(search.Stamp, bench.Members.All), RequestText.Of(request)) is not null;

        Assert.That(IsRemembered(), Is.False);
        Assert.That(search.Search(request).Total, Is.EqualTo(5));
        Assert.That(IsRemembered(), Is.True);

        await bench.AddAsync(Book(5));
        Assert.That(IsRemembered(), Is.False);
        Assert.That(search.Search(request).Total, Is.EqualTo(6));
        Assert.That(IsRemembered(), Is.True);

        bench.Members.Replace([.. bench.Members.All.Take(1)]);
        Assert.That(IsRemembered(), Is.False);
    }

    [Test]
    public void No_request_is_taken_for_another_whatever_is_typed()
    {
        var fields = new Dictionary<SearchField, string> { [SearchField.Title] = "b" };
        var facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Language] = ["ind", "eng"] };
        var joined = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Language] = ["eng\0Language:ind"] };
        SearchRequest[] requests =
        [
            new() { Text = "a" }, new() { Text = "a", Fields = fields }, new() { Text = "a\0Title=b" }, new() { Text = "a7:Title=b" }, new() { Text = "a", Near = "b" },
            new() { Text = "a", Facets = facets }, new() { Text = "a", Facets = joined }, new() { Text = "a", YearFrom = 1 }, new() { Text = "a", YearTo = 1 },
            new() { Text = "a", Sort = SearchSort.Title }, new() { Text = "" }, new() { Fields = fields },
        ];
        Assert.That(requests.Select(RequestText.Of), Is.Unique);
        Assert.That(RequestText.Of(new() { Page = 2, Size = 5 }), Is.EqualTo(RequestText.Of(new())));
    }

    [Test]
    public void The_latest_are_kept_and_at_most_twice_as_many()
    {
        var memory = new SearchMemory(fewestHits: 1, kept: 10);
        for (var number = 0; number < 100; number++)
        {
            memory.Keep(State, $"{number}", Hits(1));
            Assert.That(memory.Recall(State, "0"), Is.Not.Null, "what is asked again and again is not forgotten");
        }

        var known = Enumerable.Range(0, 100).Where(number => memory.Recall(State, $"{number}") is not null).ToList();
        Assert.That(known, Is.SupersetOf(Enumerable.Range(91, 9)));
        Assert.That(known, Has.Count.LessThanOrEqualTo(20));
    }

    [Test]
    public void What_is_quickly_found_again_and_what_is_not_whole_is_not_kept()
    {
        var memory = new SearchMemory(fewestHits: 10);
        memory.Keep(State, "few", Hits(9));
        memory.Keep(State, "part", Hits(10, isPartial: true));
        memory.Keep(State, "many", Hits(10));

        Assert.That(memory.Recall(State, "few"), Is.Null);
        Assert.That(memory.Recall(State, "part"), Is.Null);
        Assert.That(memory.Recall(State, "many"), Is.Not.Null);
        Assert.That(memory.Recall(State with { Stamp = 2 }, "many"), Is.Null);
    }

    private static IEnumerable<SearchRequest> Requests(MemberDirectory members) =>
        from text in new[] { "", "sejarah", "indonesia", "buku -sejarah", "sejrah indonesa", "judul:bumi", "\"laskar pelangi\"", "qwxyz sejarah", "tahun:1990..2010", "9789793062792" }
        from narrowed in new SearchRequest[]
        {
            new(), new() { Sort = SearchSort.Newest }, new() { Sort = SearchSort.Title, YearFrom = 1980 }, new() { Sort = SearchSort.Nearest, Near = members.Places.All[0].Name },
            new() { Facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Language] = ["ind"], [SearchFacet.Library] = [.. members.All.Take(2).Select(member => member.Id.Value)] } },
        }
        select narrowed with { Text = text };

    private static string Show(SearchResult result) => JsonSerializer.Serialize(new
    {
        result.Total, Ids = result.Entries.Select(entry => entry.Id), result.Facets, result.Widening, result.DidYouMean, result.Next, result.IsPartial,
    });

    private static HarvestedRecord Book(int number) => SearchBench.Record("sd", $"{number}", $"title=Kitab {(char)('a' + number)}{(char)('a' + number)}", $"date={2000 + number}");

    private static Found Hits(long total, bool isPartial = false) =>
        new(new WidenedQuery(new Query.Everything(), SearchWidening.None, []), (1, 20), new SearchHits(total, [], new Dictionary<string, IReadOnlyList<FacetCount>>(), isPartial));
}
