using System.Diagnostics;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>Searches that take too long: given up when asked to, and cut short when their time is spent.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class PatienceTests
{
    private const int Documents = 20_000;

    private static readonly SearchPlan All = new() { Query = new Query.Everything() };

    private TempFolder _folder = null!;
    private SearchIndex _index = null!;
    private IndexSnapshot _snapshot = null!;

    [OneTimeSetUp]
    public void Fill()
    {
        _folder = new TempFolder();
        _index = SearchIndex.Open(_folder.Path, RandomLibrary.Schema);
        using var draft = _index.BeginDraft();
        for (var number = 0; number < Documents; number++)
        {
            var document = new IndexDocument($"k{number}");
            document.AddText("title", $"buku laut w{number} {(number % 3 == 0 ? "alam" : "ilmu")} a{number % 200}b{number}");
            document.AddFacet("subject", $"{number % 5_000}");
            document.SetNumber("year", number % 30);
            document.SetSortKey("by-title", $"{number * 7919L % Documents}");
            draft.Put(document);
        }

        draft.Commit(1);
        _snapshot = _index.OpenSnapshot();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _snapshot.Dispose();
        _index.Dispose();
        _folder.Dispose();
    }

    /// <summary>Searches that keep the engine as long as a limit lets them, by what keeps it.</summary>
    private static IEnumerable<TestCaseData> Heavy()
    {
        static TestCaseData Case(string name, Query query) => new TestCaseData(query).SetArgDisplayNames(name);
        static IReadOnlyList<Query> Many(int count, Func<int, Query> draw) => [.. Enumerable.Range(0, count).Select(draw)];
        yield return Case("wildcards", new Query.AnyOf(Many(100, part => new Query.Wildcard("title", $"*{part % 10}*{part}*b*{part % 7}*"))));
        yield return Case("fuzzy", new Query.AnyOf(Many(100, part => new Query.Fuzzy("title", $"a{part % 200}b{part}", 2))));
        yield return Case("phrases", new Query.AnyOf(Many(250, part => new Query.Phrase("title", ["buku", "alam", $"a{part}b{part}"], part % 15))));
        yield return Case("words", new Query.AnyOf(Many(1_000, part => new Query.Term("title", part % 2 == 0 ? "buku" : "laut")), 3));
        yield return Case("prefixes", new Query.AnyOf(Many(250, part => new Query.Prefix("title", $"w{part % 10}"))));
        yield return Case("best of nots", new Query.BestOf(Many(500, part => new Query.Not(new Query.Term("title", $"w{part}")))));
    }

    [TestCaseSource(nameof(Heavy))]
    public void A_search_that_was_given_up_before_it_began_ends(Query query) => Assert.That(
        () => _snapshot.Search(All with { Query = query }, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public void So_do_the_most_frequent_terms() => Assert.That(
        () => _snapshot.Terms("title").MostFrequent("", 10, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public void So_do_the_terms_near_to_one() => Assert.That(
        () => _snapshot.Terms("title").Near("buku", 2, cancellation: new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

    [TestCaseSource(nameof(Heavy))]
    public void A_search_that_is_given_up_by_another_thread_ends(Query query)
    {
        // How long the search takes is the machine's business: so it is asked again and again, and given up in the midst of it.
        using var given = new CancellationTokenSource();
        using var started = new ManualResetEventSlim();
        var searching = Task.Factory.StartNew(
            () =>
            {
                while (true)
                {
                    started.Set();
                    _snapshot.Search(All with { Query = query }, given.Token);
                }
            },
            default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        started.Wait();
        Thread.Sleep(5);
        given.Cancel();
        Assert.That(() => searching.GetAwaiter().GetResult(), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCaseSource(nameof(Heavy))]
    public void Without_time_a_search_gives_what_it_knows(Query query)
    {
        var plan = All with { Query = query, Facets = [new FacetRequest("subject", 3), new FacetRequest("year", 3)] };
        foreach (var budget in new[] { TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(20) })
        {
            var found = _snapshot.Search(plan with { Budget = budget });
            Assert.That(found.IsPartial, budget == TimeSpan.Zero ? Is.True : Is.True.Or.False);
            Assert.That(found.Total, Is.LessThanOrEqualTo(Documents));
            Assert.That(found.Hits.Count, Is.LessThanOrEqualTo(Math.Min(plan.Count, found.Total)));
            Assert.That(found.Facets.Keys, Is.EquivalentTo(plan.Facets.Select(facet => facet.Column)));
        }
    }

    [Test]
    public void With_time_enough_a_search_is_whole()
    {
        var plan = All with { Query = new Query.Term("title", "buku"), Sort = [new SortBy("by-title", false)], Budget = TimeSpan.FromHours(1) };
        var found = _snapshot.Search(plan);
        Assert.That((found.IsPartial, found.Total), Is.EqualTo((false, (long)Documents)));
        Assert.That(_snapshot.Search(plan with { Budget = TimeSpan.MaxValue }).IsPartial, Is.False);
    }

    [Test]
    [Explicit("Prints how long the heaviest searches go on after they were given up: the goal is 10 ms")]
    [Category("Night")]
    [TestCaseSource(nameof(Heavy))]
    public void How_long_a_search_goes_on_after_it_was_given_up(Query query)
    {
        var late = new List<double>();
        var clock = Stopwatch.StartNew();
        _snapshot.Search(All with { Query = query });
        var whole = clock.Elapsed;
        for (var round = 1; round <= 20; round++)
        {
            using var given = new CancellationTokenSource();
            long at = 0;
            using var due = new Timer(
                _ =>
                {
                    at = Stopwatch.GetTimestamp();
                    given.Cancel();
                },
                null, whole * round / 21, Timeout.InfiniteTimeSpan);
            try
            {
                _snapshot.Search(All with { Query = query }, given.Token);
            }
            catch (OperationCanceledException)
            {
                late.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref at)).TotalMilliseconds);
            }
        }

        late.Sort();
        TestContext.Out.WriteLine(FormattableString.Invariant(
            $"whole {whole.TotalMilliseconds:f1} ms; given up {late.Count} times, median {late.ElementAtOrDefault(late.Count / 2):f2} ms, worst {late.LastOrDefault():f2} ms"));
    }
}
