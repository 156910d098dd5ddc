using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>What a document may be: up to each limit it is taken, beyond it is refused with the limit, and the draft goes on.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DocumentLimitTests
{
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

    private static IEnumerable<TestCaseData> Limits()
    {
        static TestCaseData Case(string name, int limit, Func<int, IndexDocument> draw) => new TestCaseData(limit, draw).SetArgDisplayNames(name);
        static Func<int, IndexDocument> With(Action<IndexDocument, int> change) => size =>
        {
            var document = new IndexDocument("k1");
            change(document, size);
            return document;
        };
        yield return Case("key", IndexLimits.Key, size => new IndexDocument(new string('k', size)));
        yield return Case("key of wide characters", IndexLimits.Key, size => new IndexDocument(new string('é', 255) + new string('k', size - 510)));
        yield return Case("text", IndexLimits.FieldLength, With((document, size) => document.AddText("note", new string('a', size))));
        yield return Case("texts", IndexLimits.FieldLength, With((document, size) =>
        {
            document.AddText("note", string.Concat(Enumerable.Repeat("b ", 250_000)));
            document.AddText("note", new string('a', size - 500_000));
            document.AddText("title", new string('a', 500_000)); // another field has its own room
        }));
        yield return Case("facet value", IndexLimits.ValueLength, With((document, size) => document.AddFacet("library", new string('é', 1_000) + new string('a', size - 2_000))));
        yield return Case("sort key", IndexLimits.ValueLength, With((document, size) => document.SetSortKey("by-title", new string('a', size))));
        yield return Case("facet values", IndexLimits.FacetValues, With((document, size) =>
        {
            for (var value = 0; value < size; value++)
            {
                document.AddFacet("library", $"{value}");
            }
        }));
        yield return Case("stored", IndexLimits.Stored, With((document, size) => document.Stored = new byte[size]));
    }

    [TestCaseSource(nameof(Limits))]
    public void A_document_is_taken_up_to_its_limit_and_refused_beyond(int limit, Func<int, IndexDocument> draw)
    {
        using var draft = _index.BeginDraft();
        draft.Put(draw(limit));
        draft.Commit(1);
        Assert.That(
            () => draft.Put(draw(limit + 1)),
            Throws.TypeOf<IndexLimitException>().With.Property("Limit").EqualTo(limit).And.Message.Contains($"at most {limit}"));
        draft.Commit(2);
        Assert.That((_index.CountDocuments(), _index.Verify().Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void A_document_that_is_refused_leaves_the_one_before_it()
    {
        using var draft = _index.BeginDraft();
        draft.Put(new IndexDocument("k1") { Stored = new byte[] { 1 } });
        var refused = new IndexDocument("k1") { Stored = new byte[] { 2 } };
        refused.AddText("title", "buku");
        refused.AddText("note", new string('a', IndexLimits.FieldLength + 1));
        Assert.That(() => draft.Put(refused), Throws.TypeOf<IndexLimitException>());
        draft.Commit(1);
        using var snapshot = _index.OpenSnapshot();
        Assert.That(snapshot.FindStored("k1"), Is.EqualTo(new byte[] { 1 }));
        Assert.That(snapshot.Search(new SearchPlan { Query = new Query.Term("title", "buku") }).Total, Is.Zero);
    }

    [Test]
    public void A_document_with_unknown_names_or_no_key_is_refused()
    {
        using var draft = _index.BeginDraft();
        Action<IndexDocument>[] mistakes =
        [
            document => document.AddText("titel", "1998"), document => document.AddText("year", "1998"), document => document.AddFacet("year", "1998"),
            document => document.SetNumber("library", 1), document => document.SetSortKey("title", "a"),
        ];
        foreach (var mistake in mistakes)
        {
            var document = new IndexDocument("k1");
            mistake(document);
            Assert.That(() => draft.Put(document), Throws.TypeOf<UnknownFieldException>());
        }

        Assert.That(() => draft.Put(new IndexDocument("")), Throws.TypeOf<MissingKeyException>().With.Message.Contains($"{IndexLimits.Key}"));
        draft.Commit(1);
        Assert.That(_index.CountDocuments(), Is.Zero);
    }

    [Test]
    public void A_word_longer_than_a_term_is_found_by_its_beginning()
    {
        using var draft = _index.BeginDraft();
        var document = new IndexDocument("k1");
        document.AddText("note", new string('a', 5_000));
        draft.Put(document);
        draft.Commit(1);
        Assert.That(_index.Search(new SearchPlan { Query = new Query.Term("note", new string('a', IndexLimits.TermLength)) }).Total, Is.EqualTo(1));
    }
}
