using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>What must never go wrong silently: schemas, analyzers, hits and files that are not what they should be.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class GuardTests
{
    private static readonly TextField Title = new("title", new TextAnalyzer());

    private TempFolder _folder = null!;

    [SetUp]
    public void Open() => _folder = new TempFolder();

    [TearDown]
    public void Close() => _folder.Dispose();

    [Test]
    public void A_schema_that_cannot_be_meant_is_refused()
    {
        IndexSchema[] schemas =
        [
            new([Title, Title], []),
            new([Title with { Name = "" }], []),
            new([Title with { Weight = -1 }], []),
            new([Title with { Weight = float.NaN }], []),
            new([Title with { LengthPenalty = 1.5f }], []),
            new([Title], [new Column.Facet("library"), new Column.Number("library")]),
            new([Title], [.. Enumerable.Range(0, 256).Select(number => new Column.Number($"{number}"))]),
        ];
        foreach (var schema in schemas)
        {
            Assert.That(() => SearchIndex.Open(_folder.Path, schema), Throws.ArgumentException);
        }
    }

    [Test]
    public void A_hit_of_another_snapshot_is_refused()
    {
        using var index = SearchIndex.Open(_folder.Path, new([Title], []));
        using var draft = index.BeginDraft();
        draft.Put(Document("a"));
        draft.Commit(1);
        using var before = index.OpenSnapshot();
        var hit = before.Search(new SearchPlan { Query = new Query.Everything() }).Hits[0];
        draft.Clear();
        draft.Put(Document("b"));
        draft.Commit(2);
        using var after = index.OpenSnapshot();

        Assert.That(() => after.Stored(hit), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => after.CursorAt(new SearchPlan { Query = new Query.Everything() }, hit), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(before.Stored(hit), Is.Empty);
    }

    [Test]
    public void What_a_wildcard_stands_for_is_counted_without_the_terms_of_deleted_documents()
    {
        using var index = SearchIndex.Open(_folder.Path, new([Title], []), new IndexOptions { MergesInBackground = false });
        using var draft = index.BeginDraft();
        for (var number = 0; number <= IndexLimits.Expansion; number++)
        {
            draft.Put(Document($"k{number:d5}", $"t{number:d5}"));
        }

        draft.Commit(1);
        var plan = new SearchPlan { Query = new Query.Wildcard("title", "t*") };
        using (var full = index.OpenSnapshot())
        {
            Assert.That(() => full.Search(plan), Throws.TypeOf<IndexLimitException>().With.Message.Contains($"{IndexLimits.Expansion}"));
        }

        draft.Delete("k00007");
        draft.Commit(2);
        using var less = index.OpenSnapshot();
        Assert.That(less.Search(plan).Total, Is.EqualTo(IndexLimits.Expansion));
    }

    [Test]
    public void Patterns_are_not_longer_than_terms_and_not_without_number()
    {
        using var index = SearchIndex.Open(_folder.Path, new([Title], []));
        using var snapshot = index.OpenSnapshot();
        Query[] queries =
        [
            new Query.Wildcard("title", new string('*', IndexLimits.TermLength + 1)),
            new Query.AnyOf([.. Enumerable.Repeat(new Query.Prefix("title", "a"), IndexLimits.Patterns + 1)]),
        ];
        foreach (var query in queries)
        {
            Assert.That(() => snapshot.Search(new SearchPlan { Query = query }), Throws.TypeOf<IndexLimitException>());
        }
    }

    [Test]
    public void A_term_twice_in_one_place_is_there_once()
    {
        using var index = SearchIndex.Open(_folder.Path, new([new("title", new Stammering())], []));
        using var draft = index.BeginDraft();
        draft.Put(Document("a", "buku laut"));
        draft.Commit(1);
        using var snapshot = index.OpenSnapshot();
        double Score(Query query) => snapshot.Search(new SearchPlan { Query = query }).Hits.Single().Score;

        // One document of two words: each is as rare and as frequent as the other, and a phrase as both together.
        Assert.That(Score(new Query.Phrase("title", ["buku", "laut"])), Is.EqualTo(2 * Score(new Query.Term("title", "laut"))).Within(1e-9));
        Assert.That(Score(new Query.Term("title", "buku")), Is.EqualTo(Score(new Query.Term("title", "laut"))).Within(1e-9));
    }

    [TestCase("", 0)]
    [TestCase("x", -1)]
    [TestCase("long", 0)]
    public void An_analyzer_that_breaks_its_word_is_told_so_and_leaves_nothing(string term, int position)
    {
        var analyzer = new Broken(term == "long" ? new string('x', IndexLimits.TermLength + 1) : term, position);
        using var index = SearchIndex.Open(_folder.Path, new([new("title", analyzer)], []));
        using var draft = index.BeginDraft();
        draft.Put(Document("a", "sound"));
        Assert.That(() => draft.Put(Document("b", "broken")), Throws.InvalidOperationException.With.Message.Contains("'title'"));
        draft.Commit(1);
        using var snapshot = index.OpenSnapshot();
        Assert.That(snapshot.Search(new SearchPlan { Query = new Query.Everything() }).Hits.Select(hit => hit.Key), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void Segments_without_a_manifest_are_damage_and_are_not_thrown_away()
    {
        using (var index = SearchIndex.Open(_folder.Path, new([Title], [])))
        using (var draft = index.BeginDraft())
        {
            draft.Put(Document("a"));
            draft.Commit(1);
        }

        File.Delete(_folder.File("manifest"));
        Assert.That(() => SearchIndex.Open(_folder.Path, new([Title], [])), Throws.TypeOf<IndexDamagedException>().With.Message.Contains("manifest"));
        Assert.That(Directory.EnumerateFiles(_folder.Path, "*.segment"), Is.Not.Empty);
    }

    [Test]
    public void What_was_written_and_put_again_before_the_commit_leaves_no_file()
    {
        using var index = SearchIndex.Open(_folder.Path, new([Title], []), new IndexOptions { DraftMemory = 1 << 20, MergesInBackground = false });
        using var draft = index.BeginDraft();
        for (var round = 0; round < 2; round++)
        {
            for (var number = 0; number < 20_000; number++)
            {
                draft.Put(Document($"k{number:d5}", $"buku {number}"));
            }
        }

        draft.Commit(1);
        using var snapshot = index.OpenSnapshot();
        using var lease = snapshot.Hold();
        Assert.That(snapshot.DocumentCount, Is.EqualTo(20_000));
        Assert.That(Directory.EnumerateFiles(_folder.Path, "*.segment").Count(), Is.EqualTo(lease.Segments.Count));
    }

    [Test]
    public void An_index_may_be_disposed_of_while_another_thread_writes_and_keeps_every_commit_that_was_told()
    {
        for (var round = 0; round < 10; round++)
        {
            var index = SearchIndex.Open(_folder.Path, new([Title], []));
            using var begun = new ManualResetEventSlim();
            var told = 0L;
            var writer = Task.Factory.StartNew(
                () => Write(index, cursor =>
                {
                    Volatile.Write(ref told, cursor);
                    begun.Set();
                }),
                default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            Assert.That(begun.Wait(TimeSpan.FromMinutes(1)), "the writer has begun");
            index.Dispose();
            Assert.That(async () => await writer, Throws.InstanceOf<ObjectDisposedException>());
            using var again = SearchIndex.Open(_folder.Path, new([Title], []));
            using var snapshot = again.OpenSnapshot();
            Assert.That(snapshot.Cursor, Is.GreaterThanOrEqualTo(Volatile.Read(ref told)));
            Assert.That(again.Verify(), Is.Empty);
        }
    }

    private static void Write(SearchIndex index, Action<long> tell)
    {
        using var draft = index.BeginDraft();
        for (var cursor = 1L; ; cursor++)
        {
            draft.Put(Document($"k{cursor % 100}", $"buku {cursor}"));
            draft.Commit(cursor);
            tell(cursor);
        }
    }

    private static IndexDocument Document(string key, string title = "buku")
    {
        var document = new IndexDocument(key);
        document.AddText("title", title);
        return document;
    }

    /// <summary>Gives the first word twice.</summary>
    private sealed class Stammering : IAnalyzer
    {
        public string Identity => "stammering";

        public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
        {
            var words = text.ToString().Split(' ');
            tokens.Add(words[0], 0, 0, 0);
            for (var word = 0; word < words.Length; word++)
            {
                tokens.Add(words[word], word, 0, 0);
            }
        }
    }

    private sealed class Broken(string term, int position) : IAnalyzer
    {
        public string Identity => "broken";

        public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
        {
            tokens.Add("word", 0, 0, 0);
            if (text.SequenceEqual("broken"))
            {
                tokens.Add(term, position, 0, 0);
            }
        }
    }
}
