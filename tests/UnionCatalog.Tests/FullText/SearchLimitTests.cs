using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>What a search may ask, of an empty index as of a full one: what is beyond is refused with its limit.</summary>
[TestFixture(false)]
[TestFixture(true)]
[Parallelizable(ParallelScope.Self)]
public sealed class SearchLimitTests(bool isFilled)
{
    private static readonly SearchPlan All = new() { Query = new Query.Everything() };

    private TempFolder _folder = null!;
    private SearchIndex _index = null!;
    private IndexSnapshot _snapshot = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _folder = new TempFolder();
        _index = SearchIndex.Open(_folder.Path, RandomLibrary.Schema);
        if (isFilled)
        {
            using var draft = _index.BeginDraft();
            var library = new RandomLibrary(1);
            for (var number = 0; number < 60; number++)
            {
                draft.Put(library.Document());
            }

            draft.Commit(1);
        }

        _snapshot = _index.OpenSnapshot();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _snapshot.Dispose();
        _index.Dispose();
        _folder.Dispose();
    }

    private static IEnumerable<TestCaseData> Limits()
    {
        static TestCaseData Case(string name, int limit, Func<int, SearchPlan> ask) => new TestCaseData(limit, ask).SetArgDisplayNames(name);
        static TestCaseData Query(string name, int limit, Func<int, Query> ask) => Case(name, limit, size => All with { Query = ask(size) });
        static IReadOnlyList<T> Some<T>(int count, Func<int, T> draw) => [.. Enumerable.Range(0, count).Select(draw)];
        static Query Nest(int depth) => depth == 1 ? new Query.Term("title", "buku") : new Query.Not(Nest(depth - 1));
        yield return Query("slop", IndexLimits.Slop, slop => new Query.Phrase("title", ["buku", "laut"], slop));
        yield return Query("edits", IndexLimits.Edits, edits => new Query.Fuzzy("title", "buku", edits));
        yield return Query("values", IndexLimits.FilterValues, size => new Query.In("library", Some(size, value => $"{value}")));
        yield return Query("depth", IndexLimits.Depth, Nest);
        yield return Query("parts", IndexLimits.Clauses, size => new Query.AnyOf(Some(size - 1, part => new Query.Term("title", $"b{part}"))));
        yield return Query("words of a phrase", IndexLimits.Clauses, size => new Query.AllOf([new Query.Phrase("title", Some(size - 2, part => $"b{part}"))]));
        yield return Case("filter values", IndexLimits.FilterValues, size => All with { Filters = [new FacetFilter("library", Some(size, value => $"{value}"))] });
        yield return Case("filters", IndexLimits.Columns, size => All with { Filters = Some(size, _ => new FacetFilter("library", ["umum"])) });
        yield return Case("number filters", IndexLimits.Columns, size => All with { NumberFilters = Some(size, _ => new NumberFilter("year", 1, 2)) });
        yield return Case("facets", IndexLimits.Columns, size => All with { Facets = Some(size, _ => new FacetRequest("library")) });
        yield return Case("sorts", IndexLimits.Sorts, size => All with { Sort = Some(size, _ => new SortBy("year", false)) });
        yield return Case("count", IndexLimits.Reach, size => All with { Count = size });
        yield return Case("offset", IndexLimits.Reach, size => All with { Offset = size, Count = 0 });
        yield return Case("offset and count", IndexLimits.Reach, size => All with { Offset = size - 20 });
    }

    [TestCaseSource(nameof(Limits))]
    public void A_search_is_answered_up_to_its_limit_and_refused_beyond(int limit, Func<int, SearchPlan> ask)
    {
        // How whole a query of many parts is counted is the engine's business, as long as it is near.
        Assert.That(() => _snapshot.Search(ask(limit is IndexLimits.Clauses or IndexLimits.Depth ? limit - 4 : limit)), Throws.Nothing);
        Assert.That(
            () => _snapshot.Search(ask(limit is IndexLimits.Clauses or IndexLimits.Depth ? limit + 4 : limit + 1)),
            Throws.TypeOf<IndexLimitException>().With.Property("Limit").EqualTo(limit).And.Message.Contains($"at most {limit}"));
    }

    [Test]
    public void Parts_are_counted_over_the_whole_query()
    {
        IReadOnlyList<string> words = [.. Enumerable.Range(0, 40).Select(word => $"b{word}")];
        IReadOnlyList<Query.Term> forms = [.. words.Select(word => new Query.Term("title", word))];
        Query[] parts = [new Query.AnyOf(forms), new Query.AllOf(forms), new Query.BestOf(forms), new Query.Phrase("title", words), new Query.Terms("title", words, 1)];
        foreach (var part in parts)
        {
            Assert.That(
                () => _snapshot.Search(All with { Query = new Query.AnyOf([.. Enumerable.Repeat(part, 40)]) }),
                Throws.TypeOf<IndexLimitException>().With.Message.Contains($"{IndexLimits.Clauses}"), PlanText.Show(part));
        }
    }

    [Test]
    public void Numbers_that_wrap_around_are_refused() => Assert.That(
        () => _snapshot.Search(All with { Offset = int.MaxValue, Count = int.MaxValue }), Throws.TypeOf<IndexLimitException>());

    private static IEnumerable<TestCaseData> Nonsense() => Named(NonsensePlans());

    private static IEnumerable<SearchPlan> NonsensePlans()
    {
        var buku = new Query.Term("title", "buku");
        yield return All with { Offset = -1 };
        yield return All with { Count = -1 };
        yield return All with { Offset = int.MinValue, Count = int.MinValue };
        yield return All with { Budget = TimeSpan.FromSeconds(-1) };
        yield return All with { Facets = [new FacetRequest("library", -1)] };
        yield return All with { StaticBoost = new StaticBoost("year", -1) };
        yield return All with { StaticBoost = new StaticBoost("year", float.NaN) };
        yield return All with { StaticBoost = new StaticBoost("year", float.PositiveInfinity) };
        yield return All with { Query = new Query.Boost(buku, -1) };
        yield return All with { Query = new Query.Boost(buku, float.NaN) };
        yield return All with { Query = new Query.Boost(buku, float.PositiveInfinity) };
        yield return All with { Query = new Query.Phrase("title", ["buku", "laut"], -1) };
        yield return All with { Query = new Query.Fuzzy("title", "buku", -1) };
        yield return All with { Query = new Query.Fuzzy("title", "buku", 1, -1) };
        yield return All with { Query = new Query.AnyOf([buku], 0) };
        yield return All with { Query = new Query.Terms("title", ["buku"], 0) };
    }

    [TestCaseSource(nameof(Nonsense))]
    public void A_number_that_makes_no_sense_is_refused(SearchPlan plan) =>
        Assert.That(() => _snapshot.Search(plan), Throws.InstanceOf<ArgumentOutOfRangeException>(), PlanText.Show(plan));

    private static IEnumerable<TestCaseData> EmptyParts() =>
        EmptyQueries().Select(query => new TestCaseData(query).SetArgDisplayNames(PlanText.Show(query)));

    private static IEnumerable<Query> EmptyQueries()
    {
        yield return new Query.Term("title", "");
        yield return new Query.Word([]);
        yield return new Query.Word([new Query.Term("title", "buku"), new Query.Term("author", "")]);
        yield return new Query.Terms("title", [], 1);
        yield return new Query.Terms("title", ["buku", ""], 1);
        yield return new Query.Phrase("title", []);
        yield return new Query.Phrase("title", ["buku", ""]);
        yield return new Query.Prefix("title", "");
        yield return new Query.Wildcard("title", "");
        yield return new Query.Fuzzy("title", "", 2);
    }

    [TestCaseSource(nameof(EmptyParts))]
    public void A_part_that_looks_for_nothing_is_refused_wherever_it_is(Query part)
    {
        Query[] places =
        [
            part, new Query.AllOf([part]), new Query.AnyOf([new Query.Everything(), part]), new Query.BestOf([part]), new Query.Not(part),
            new Query.Except(new Query.Everything(), part), new Query.Except(part, new Query.Nothing()), new Query.Boost(part, 2),
            new Query.AllOf([new Query.Nothing(), part]),
        ];
        foreach (var query in places)
        {
            Assert.That(() => _snapshot.Search(All with { Query = query }), Throws.TypeOf<EmptyQueryException>(), PlanText.Show(query));
        }
    }

    [Test]
    public void No_parts_at_all_find_everything_or_nothing()
    {
        var all = _snapshot.DocumentCount;
        long Total(Query query) => _snapshot.Search(All with { Query = query }).Total;
        Assert.That(
            (Total(new Query.AllOf([])), Total(new Query.AnyOf([])), Total(new Query.BestOf([])), Total(new Query.Not(new Query.Nothing()))),
            Is.EqualTo((all, 0L, 0L, all)));
    }

    private static IEnumerable<TestCaseData> UnknownNames() => Named(UnknownNamePlans());

    private static IEnumerable<SearchPlan> UnknownNamePlans()
    {
        yield return All with { Query = new Query.Term("titel", "buku") };
        yield return All with { Query = new Query.Term("year", "1998") };
        yield return All with { Query = new Query.Word([new Query.Term("title", "buku"), new Query.Term("titel", "buku")]) };
        yield return All with { Query = new Query.Terms("titel", ["buku"], 1) };
        yield return All with { Query = new Query.Wildcard("titel", "b*") };
        yield return All with { Query = new Query.Fuzzy("titel", "buku", 1) };
        yield return All with { Query = new Query.AllOf([new Query.Boost(new Query.Phrase("titel", ["buku"]), 2)]) };
        yield return All with { Query = new Query.Except(new Query.Everything(), new Query.Prefix("titel", "b")) };
        yield return All with { Query = new Query.AnyOf([new Query.BestOf([new Query.Range("library", 1, 2)])]) };
        yield return All with { Query = new Query.Not(new Query.In("by-title", ["buku"])) };
        yield return All with { Filters = [new FacetFilter("title", [])] };
        yield return All with { Filters = [new FacetFilter("by-title", [])] };
        yield return All with { NumberFilters = [new NumberFilter("subject", 1, 2)] };
        yield return All with { Facets = [new FacetRequest("by-title")] };
        yield return All with { Sort = [new SortBy("library", false)] };
        yield return All with { StaticBoost = new StaticBoost("library", 1) };
    }

    [TestCaseSource(nameof(UnknownNames))]
    public void A_name_that_the_schema_has_not_is_refused(SearchPlan plan) =>
        Assert.That(() => _snapshot.Search(plan), Throws.TypeOf<UnknownFieldException>(), PlanText.Show(plan));

    [Test]
    public void Terms_of_a_field_that_is_not_there_are_refused() =>
        Assert.That(() => _snapshot.Terms("year"), Throws.TypeOf<UnknownFieldException>());

    [TestCase(1_000)]
    [TestCase(1_000_000)]
    public void A_query_nested_beyond_all_reason_is_refused_and_nothing_falls(int depth)
    {
        Func<Query, Query>[] nests =
        [
            inner => new Query.Boost(inner, 1), inner => new Query.Not(inner), inner => new Query.AllOf([inner]), inner => new Query.AnyOf([inner]),
            inner => new Query.BestOf([inner]), inner => new Query.Except(inner, new Query.Nothing()), inner => new Query.Except(new Query.Everything(), inner),
        ];
        foreach (var nest in nests)
        {
            Query query = new Query.Everything();
            for (var level = 0; level < depth; level++)
            {
                query = nest(query);
            }

            Assert.That(() => _snapshot.Search(All with { Query = query }), Throws.TypeOf<IndexLimitException>());
        }
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("not a cursor, and a long one: äöü \U00010428")]
    [TestCase("AAAA")]
    public void A_cursor_that_no_search_gave_is_refused(string cursor) =>
        Assert.That(() => _snapshot.Search(All with { After = cursor }), Throws.TypeOf<InvalidCursorException>());

    private static IEnumerable<TestCaseData> Named(IEnumerable<SearchPlan> plans) =>
        plans.Select(plan => new TestCaseData(plan).SetArgDisplayNames(PlanText.Show(plan)));
}
