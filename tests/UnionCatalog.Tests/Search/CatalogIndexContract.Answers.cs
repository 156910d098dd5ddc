using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Tests.FullText;

namespace UnionCatalog.Tests.Search;

/// <summary>
/// Random documents and random searches, answered as by looking at every document: hits, counts, facets, order, pages, terms. Every
/// engine that does so answers as the others do.
/// </summary>
public abstract partial class CatalogIndexContract
{
    [Test]
    public void It_answers_as_the_reference_does([Range(601, 606)] int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Wild, folder => Open(folder, RandomLibrary.Schema));
        HistoryAssert.Agree(history, commits: 16, searches: 9, $"seed {seed}");
    }

    [Test]
    public void It_does_so_where_the_same_words_are_everywhere([Range(651, 652)] int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Crowded, folder => Open(folder, RandomLibrary.Schema));
        history.Fill();
        HistoryAssert.Agree(history, commits: 2, searches: 20, $"seed {seed}");
        using var snapshot = history.Index.OpenSnapshot();
        for (var search = 0; search < 80; search++)
        {
            HistoryAssert.Agree(snapshot, history.Reference, history.Searches.First(), $"seed {seed}");
        }
    }

    [Test]
    public void A_search_beyond_a_limit_is_refused_and_one_without_time_says_that_it_is_partial()
    {
        Commit(1, "k1", "k2", "k3");
        using var snapshot = _index.OpenSnapshot();
        Assert.That(() => snapshot.Search(All with { Query = new Query.Term("none", "a") }), Throws.TypeOf<UnknownFieldException>());
        Assert.That(() => snapshot.Search(All with { Query = new Query.Term("title", "") }), Throws.TypeOf<EmptyQueryException>());
        Assert.That(() => snapshot.Search(All with { Offset = IndexLimits.Reach }), Throws.TypeOf<IndexLimitException>());
        Assert.That(() => snapshot.Search(All with { After = "nothing" }), Throws.TypeOf<InvalidCursorException>());
        Assert.That(() => snapshot.Search(All, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => snapshot.Terms("none"), Throws.TypeOf<UnknownFieldException>());
        var hurried = snapshot.Search(All with { Budget = TimeSpan.Zero, Facets = [new FacetRequest("library")] });
        Assert.That((hurried.IsPartial, hurried.Facets["library"].Count), Is.EqualTo((true, 0)));
    }

    [Test]
    public void A_cursor_of_another_order_is_refused()
    {
        Commit(1, "k1", "k2");
        using var snapshot = _index.OpenSnapshot();
        var byYear = All with { Sort = [new SortBy("year", true)], Count = 1 };
        var cursor = snapshot.CursorAt(byYear, snapshot.Search(byYear).Hits[0]);
        Assert.That(snapshot.Search(byYear with { After = cursor }).Hits.Single().Key, Is.EqualTo("k2"));
        Assert.That(() => snapshot.Search(All with { After = cursor }), Throws.TypeOf<InvalidCursorException>());
    }
}

/// <summary>Our own engine.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class FullTextCatalogIndexTests : CatalogIndexContract
{
    /// <inheritdoc/>
    protected override ISearchIndex Open(string folder, IndexSchema schema) => SearchIndex.Open(folder, schema);
}
