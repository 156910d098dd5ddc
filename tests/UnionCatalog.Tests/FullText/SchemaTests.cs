using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>Schemas with hardly anything in them.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SchemaTests
{
    [Test]
    public void An_index_may_have_neither_fields_nor_columns()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, new IndexSchema([], []));
        for (var commit = 1; commit <= 3; commit++)
        {
            using var draft = index.BeginDraft();
            draft.Put(new IndexDocument($"k{commit}") { Stored = new byte[] { 7 } });
            draft.Commit(commit);
        }

        index.Merge();
        var found = index.Search(new SearchPlan { Query = new Query.Not(new Query.Nothing()) });
        Assert.That((string.Join(' ', found.Hits.Select(hit => hit.Key)), index.Verify().Count), Is.EqualTo(("k1 k2 k3", 0)));
    }

    [Test]
    public void Columns_and_fields_that_no_document_has_are_empty()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema);
        for (var commit = 1; commit <= 2; commit++)
        {
            using var draft = index.BeginDraft();
            draft.Put(new IndexDocument($"k{commit}"));
            draft.Commit(commit);
        }

        using var snapshot = index.OpenSnapshot();
        var found = snapshot.Search(new SearchPlan
        {
            Query = new Query.Everything(),
            Facets = [new FacetRequest("library"), new FacetRequest("year")],
            Sort = [new SortBy("by-title", true), new SortBy("year", false)],
            StaticBoost = new StaticBoost("pages", 1),
        });
        Assert.That((found.Total, found.Facets["library"].Count, found.Facets["year"].Count, found.Hits[0].Key), Is.EqualTo((2L, 0, 0, "k1")));
        Assert.That(snapshot.Search(new SearchPlan { Query = new Query.Prefix("title", "a") }).Total, Is.Zero);
        Assert.That((snapshot.Terms("title").From("").Count(), snapshot.Terms("title").MostFrequent("", 5).Count), Is.EqualTo((0, 0)));
        Assert.That((snapshot.Search(new SearchPlan { Query = new Query.Range("year", long.MinValue, long.MaxValue) }).Total, snapshot.Search(new SearchPlan { Query = new Query.In("library", [""]) }).Total), Is.EqualTo((0L, 0L)));
    }
}
