using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>Drafts, commits, snapshots and pages, a few documents at a time.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SearchIndexTests
{
    private static readonly SearchPlan All = new() { Query = new Query.Everything() };

    private TempFolder _folder = null!;
    private SearchIndex _index = null!;

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
        Assert.That(_index.CountDocuments(), Is.Zero);
    }

    [Test]
    public void A_closed_index_gives_neither_drafts_nor_snapshots()
    {
        _index.Dispose();
        _index.Dispose();
        Assert.That(_index.BeginDraft, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(_index.OpenSnapshot, Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void A_snapshot_that_was_let_go_of_answers_no_more()
    {
        Put("k1");
        var snapshot = _index.OpenSnapshot();
        snapshot.Dispose();
        snapshot.Dispose();
        Assert.That(() => snapshot.Search(All), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => snapshot.FindStored("k1"), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void What_a_draft_holds_is_seen_by_nobody_until_it_is_committed()
    {
        using var draft = _index.BeginDraft();
        draft.Put(new IndexDocument("k1"));
        Assert.That((_index.CountDocuments(), _index.ReadCursor()), Is.EqualTo((0, 0L)));
        draft.Commit(7);
        Assert.That((_index.CountDocuments(), _index.ReadCursor()), Is.EqualTo((1, 7L)));
        draft.Delete("k1");
        draft.Put(new IndexDocument("k2"));
        draft.Dispose();
        Assert.That(Keys(All), Is.EqualTo("k1"));
    }

    [Test]
    public void The_last_hit_within_reach_is_given_and_a_cursor_goes_on_from_it()
    {
        using (var draft = _index.BeginDraft())
        {
            for (var number = 0; number < 10_003; number++)
            {
                draft.Put(new IndexDocument($"{number:d5}"));
            }

            draft.Commit(1);
        }

        using var snapshot = _index.OpenSnapshot();
        var last = All with { Offset = 9_999, Count = 1 };
        var page = snapshot.Search(last);
        Assert.That((page.Total, page.Hits.Single().Key), Is.EqualTo((10_003L, "09999")));
        var beyond = snapshot.Search(All with { After = snapshot.CursorAt(last, page.Hits[0]) });
        Assert.That((beyond.Total, string.Join(' ', beyond.Hits.Select(hit => hit.Key))), Is.EqualTo((10_003L, "10000 10001 10002")));
    }

    [Test]
    public void A_page_of_no_hits_still_counts()
    {
        Put("k1", "k2");
        var page = _index.Search(All with { Count = 0 });
        Assert.That((page.Total, page.Hits.Count, page.IsPartial), Is.EqualTo((2L, 0, false)));
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
        long Total(int slop, params string[] words) => _index.Search(All with { Query = new Query.Phrase("title", words, slop) }).Total;
        Assert.That((Total(0, "laskar", "pelangi"), Total(0, "sang", "pemimpi"), Total(0, "pelangi", "sang")), Is.EqualTo((1L, 1L, 0L)));
        Assert.That((Total(15, "pelangi", "sang"), Total(15, "laskar", "pemimpi")), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public void Keys_and_sort_keys_stand_by_code_point()
    {
        string[] keys = ["\U00010428", "\uffee", "z", "é", "a", "Z"];
        using (var draft = _index.BeginDraft())
        {
            foreach (var key in keys)
            {
                var document = new IndexDocument(key);
                document.SetSortKey("by-title", key);
                draft.Put(document);
            }

            draft.Commit(1);
        }

        Assert.That(Keys(All), Is.EqualTo("Z a z é \uffee \U00010428"));
        Assert.That(Keys(All with { Sort = [new SortBy("by-title", Descending: true)] }), Is.EqualTo("\U00010428 \uffee é z a Z"));
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
        Assert.That((Keys(All), _index.ReadCursor()), Is.EqualTo(("k3", 4L)));
    }

    [Test]
    public void What_is_put_deleted_and_put_again_in_one_draft_is_as_it_was_last()
    {
        using var draft = _index.BeginDraft();
        draft.Put(new IndexDocument("k1") { Stored = new byte[] { 1 } });
        draft.Put(new IndexDocument("k2"));
        draft.Delete("k1");
        draft.Delete("k2");
        draft.Delete("none");
        draft.Delete("");
        draft.Put(new IndexDocument("k1") { Stored = new byte[] { 2 } });
        draft.Commit(1);
        using var snapshot = _index.OpenSnapshot();
        Assert.That((Keys(All), snapshot.FindStored("k1")![0], snapshot.FindStored("k2")), Is.EqualTo(("k1", (byte)2, (byte[]?)null)));
    }

    [Test]
    public void Verification_of_a_whole_index_finds_nothing()
    {
        Assert.That(_index.Verify(), Is.Empty);
        Put("k1", "k2");
        Put("k2");
        Assert.That(_index.Verify(), Is.Empty);
        _index.Merge();
        Assert.That(_index.Verify(), Is.Empty);
    }

    [Test]
    public void A_merge_leaves_no_more_segments_than_asked_for()
    {
        for (var commit = 1; commit <= 10; commit++)
        {
            Put($"k{commit:d2}", "again");
        }

        var before = Keys(All);
        _index.Merge(1);
        Assert.That((Keys(All), Files()), Is.EqualTo((before, 1)));
    }

    private int Files() => Directory.EnumerateFiles(_folder.Path, "*.segment").Count();

    private void Put(params string[] keys)
    {
        using var draft = _index.BeginDraft();
        foreach (var key in keys)
        {
            draft.Put(new IndexDocument(key));
        }

        draft.Commit(_index.ReadCursor() + 1);
    }

    private string Keys(SearchPlan plan) => string.Join(' ', _index.Search(plan).Hits.Select(hit => hit.Key));
}
