using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

public sealed class SearchIndexTests
{
    private static readonly SearchPlan All = new() { Query = new Query.Everything() };

    private TempFolder _folder;
    private SearchIndex _index;

    [SetUp]
    public void Open()
    {
        _folder = new TempFolder();
        _index = SearchIndex.Open(_folder.Path, RandomLibrary.Schema);
    }

    [TearDown]
    public void Close()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_second_draft_is_refused_until_the_first_is_over()
    {
        var draft = _index.BeginDraft();
        Assert.That(_index.BeginDraft, Throws.InvalidOperationException);
        draft.Dispose();
        draft.Dispose();
        using var next = _index.BeginDraft();
        Assert.That(_index.BeginDraft, Throws.InvalidOperationException);
        Assert.That(() => draft.Commit(1), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void A_second_opening_of_a_folder_is_refused_until_the_first_is_over()
    {
        Assert.That(
            () => SearchIndex.Open(_folder.Path, RandomLibrary.Schema),
            Throws.InvalidOperationException.With.Message.Contains(_folder.Path).And.Message.Contains("open already"));
        _index.Dispose();
        _index = SearchIndex.Open(_folder.Path, RandomLibrary.Schema);
        Assert.That(_index.Snapshot.DocumentCount, Is.Zero);
    }

    [Test]
    public void Names_that_the_schema_has_not_are_refused_by_an_empty_index_too()
    {
        SearchPlan[] plans =
        [
            All with { Query = new Query.Term("titel", "buku") },
            All with { Query = new Query.AllOf([new Query.Boost(new Query.Phrase("titel", ["buku"]), 2)]) },
            All with { Query = new Query.Except(new Query.Everything(), new Query.Prefix("titel", "b")) },
            All with { Query = new Query.AnyOf([new Query.BestOf([new Query.Range("library", 1, 2)])]) },
            All with { Filters = [new FacetFilter("title", [])] },
            All with { Filters = [new FacetFilter("by-title", [])] },
            All with { NumberFilters = [new NumberFilter("subject", 1, 2)] },
            All with { Facets = [new FacetRequest("by-title")] },
            All with { Sort = [new SortBy("library", false)] },
        ];
        foreach (var plan in plans)
        {
            Assert.That(() => _index.Snapshot.Search(plan), Throws.TypeOf<UnknownFieldException>(), plan.ToString());
        }
    }

    [Test]
    public void A_document_with_unknown_names_or_no_key_is_refused()
    {
        using var draft = _index.BeginDraft();
        Action<IndexDocument>[] mistakes =
        [
            document => document.AddText("year", "1998"), document => document.AddFacet("year", "1998"),
            document => document.SetNumber("library", 1), document => document.SetSortKey("title", "a"),
        ];
        foreach (var mistake in mistakes)
        {
            var document = new IndexDocument("k1");
            mistake(document);
            Assert.That(() => draft.Put(document), Throws.TypeOf<UnknownFieldException>());
        }

        Assert.That(() => draft.Put(new IndexDocument("")), Throws.ArgumentException);
    }

    [TestCase(-1, 20)]
    [TestCase(0, -1)]
    [TestCase(0, 10_001)]
    [TestCase(9_981, 20)]
    [TestCase(int.MaxValue, int.MaxValue)]
    public void Paging_beyond_reach_is_refused(int offset, int count) => Assert.That(
        () => _index.Snapshot.Search(All with { Offset = offset, Count = count }),
        Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void The_last_hit_within_reach_is_given()
    {
        using var draft = _index.BeginDraft();
        for (var number = 0; number < 10_001; number++)
        {
            draft.Put(new IndexDocument($"{number:d5}"));
        }

        draft.Commit(1);
        var page = _index.Snapshot.Search(All with { Offset = 9_999, Count = 1 });
        Assert.That((page.Total, page.Hits.Single().Key), Is.EqualTo((10_001L, "09999")));
    }

    [Test]
    public void A_search_that_is_given_up_ends()
    {
        using var draft = _index.BeginDraft();
        draft.Put(new IndexDocument("k1"));
        draft.Commit(1);
        Assert.That(
            () => _index.Snapshot.Search(All, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_query_nested_beyond_all_reason_is_refused_and_nothing_falls()
    {
        Query query = new Query.Everything();
        for (var depth = 0; depth < 1_000_000; depth++)
        {
            query = new Query.Boost(query, 1);
        }

        Assert.That(() => _index.Snapshot.Search(new SearchPlan { Query = query }), Throws.TypeOf<InsufficientExecutionStackException>());
    }

    [Test]
    public void A_phrase_does_not_run_from_one_text_of_a_field_into_the_next()
    {
        using var draft = _index.BeginDraft();
        var document = new IndexDocument("k1");
        document.AddText("title", "Laskar Pelangi");
        document.AddText("title", "Sang Pemimpi");
        draft.Put(document);
        draft.Commit(1);
        long Total(params string[] words) => _index.Snapshot.Search(All with { Query = new Query.Phrase("title", words) }).Total;
        Assert.That((Total("laskar", "pelangi"), Total("sang", "pemimpi"), Total("pelangi", "sang")), Is.EqualTo((1L, 1L, 0L)));
    }

    [Test]
    public void One_draft_may_be_committed_several_times()
    {
        using var draft = _index.BeginDraft();
        draft.Put(new IndexDocument("k1"));
        draft.Commit(1);
        draft.Put(new IndexDocument("k2"));
        draft.Commit(2);
        draft.Clear();
        draft.Put(new IndexDocument("k3"));
        draft.Commit(3);
        draft.Commit(4);
        Assert.That(_index.Snapshot.Search(All).Hits.Select(hit => hit.Key), Is.EqualTo(new[] { "k3" }));
        Assert.That(_index.Snapshot.Cursor, Is.EqualTo(4));
    }

    [Test]
    public void Old_snapshots_stay_as_they_were_through_merges_and_after_the_index_is_closed()
    {
        var snapshots = new List<IndexSnapshot>();
        using (var draft = _index.BeginDraft())
        {
            for (var commit = 1; commit <= 40; commit++)
            {
                draft.Put(new IndexDocument($"k{commit:d2}") { Stored = new byte[] { (byte)commit } });
                draft.Commit(commit);
                snapshots.Add(_index.Snapshot);
            }
        }

        _index.Dispose();
        Assert.That(snapshots[^1].Manifest.Segments, Has.Count.LessThan(16));
        foreach (var snapshot in snapshots)
        {
            Assert.That(
                snapshot.Search(All with { Count = 50 }).Hits.Select(hit => (long)hit.Stored.Span[0]),
                Is.EqualTo(Enumerable.Range(1, (int)snapshot.Cursor)));
        }
    }

    [Test]
    public void Readers_beside_a_writer_see_whole_commits_only()
    {
        const int Documents = 40;
        using var done = new CancellationTokenSource();
        void Read()
        {
            do
            {
                var snapshot = _index.Snapshot;
                var found = snapshot.Search(All with
                {
                    Query = snapshot.Cursor == 0 ? new Query.Everything() : new Query.Term("title", $"buku{snapshot.Cursor}"),
                    Facets = [new FacetRequest("held")],
                });
                var expected = snapshot.Cursor == 0 ? [] : new[] { new FacetCount($"{snapshot.Cursor}", Documents) };
                Assert.That(found.Facets["held"], Is.EqualTo(expected));
                Assert.That(found.Hits.Select(hit => hit.Stored.Span[0]), Is.All.EqualTo((byte)snapshot.Cursor));
            }
            while (!done.IsCancellationRequested);
        }

        // A thread each: the pool of a machine with two cores would let the third reader wait until the writer is done.
        var readers = Enumerable.Range(0, 3)
            .Select(_ => Task.Factory.StartNew(Read, default, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        using (var draft = _index.BeginDraft())
        {
            for (var commit = 1; commit <= 100; commit++)
            {
                for (var number = 0; number < Documents; number++)
                {
                    var document = new IndexDocument($"k{number}") { Stored = new[] { (byte)commit } };
                    document.AddText("title", $"Buku{commit}");
                    document.SetNumber("held", commit);
                    draft.Put(document);
                }

                draft.Commit(commit);
            }
        }

        done.Cancel();
        Assert.That(() => Task.WaitAll(readers), Throws.Nothing);
    }
}
