using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText;

/// <summary>Random histories of edits, commits and reopenings, each state searched in random ways: as the reference says.</summary>
public sealed class ReferenceTests
{
    private const int CommitsAHistory = 24;
    private const int SearchesACommit = 6;

    [Test]
    public void The_engine_answers_as_the_reference_does([Range(1, 20)] int seed)
    {
        var library = new RandomLibrary(seed);
        var reference = new ReferenceIndex(RandomLibrary.Schema);
        using var folder = new TempFolder();
        var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema);
        for (var commit = 1; commit <= CommitsAHistory; commit++)
        {
            reference = Edit(index, reference, library, commit);
            if (library.Next(4) == 0)
            {
                index.Dispose();
                index = SearchIndex.Open(folder.Path, RandomLibrary.Schema);
            }

            for (var search = 0; search < SearchesACommit; search++)
            {
                var plan = library.Plan();
                AssertSame(index.Snapshot.Search(plan), reference.Search(plan), 1e-5, $"seed {seed}, commit {commit}, {plan}");
            }

            AssertHolds(index.Snapshot, reference, commit);
        }

        index.Dispose();
    }

    [Test]
    public void An_index_of_many_commits_answers_as_one_built_at_once([Range(1, 6)] int seed)
    {
        var library = new RandomLibrary(seed + 1_000);
        var reference = new ReferenceIndex(RandomLibrary.Schema);
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema);
        for (var commit = 1; commit <= CommitsAHistory; commit++)
        {
            reference = Edit(index, reference, library, commit);
        }

        using var otherFolder = new TempFolder();
        using var rebuilt = SearchIndex.Open(otherFolder.Path, RandomLibrary.Schema);
        using var draft = rebuilt.BeginDraft();
        foreach (var document in reference.Documents)
        {
            draft.Put(document);
        }

        draft.Commit(CommitsAHistory);
        for (var search = 0; search < 100; search++)
        {
            var plan = library.Plan();
            AssertSame(index.Snapshot.Search(plan), rebuilt.Snapshot.Search(plan), 0, $"seed {seed}, {plan}");
        }
    }

    /// <summary>Edits the index and the reference alike; now and then a draft is given up.</summary>
    private static ReferenceIndex Edit(SearchIndex index, ReferenceIndex reference, RandomLibrary library, int cursor)
    {
        var edited = reference.Copy();
        using var draft = index.BeginDraft();
        for (var edits = library.Next(12); edits > 0; edits--)
        {
            switch (library.Next(40))
            {
                case 0:
                    draft.Clear();
                    edited.Clear();
                    break;
                case < 12:
                    var key = library.Key();
                    draft.Delete(key);
                    edited.Delete(key);
                    break;
                default:
                    var document = library.Document();
                    draft.Put(document);
                    edited.Put(document);
                    break;
            }
        }

        if (library.Next(8) > 0)
        {
            draft.Commit(cursor);
            return edited;
        }

        draft.Dispose();
        using var empty = index.BeginDraft();
        empty.Commit(cursor);
        return reference;
    }

    private static void AssertHolds(IndexSnapshot snapshot, ReferenceIndex reference, int cursor)
    {
        Assert.That((snapshot.Cursor, snapshot.DocumentCount), Is.EqualTo((cursor, reference.Documents.Count)));
        Assert.That(snapshot.FindStored("k-none"), Is.Null);
        Assert.That(
            reference.Documents.Select(document => Convert.ToHexString(snapshot.FindStored(document.Key)!.Value.Span)),
            Is.EqualTo(reference.Documents.Select(document => Convert.ToHexString(document.Stored.Span))));
    }

    private static void AssertSame(SearchHits found, SearchHits expected, double tolerance, string context)
    {
        Assert.That(found.Total, Is.EqualTo(expected.Total), context);
        Assert.That(found.Hits.Select(hit => hit.Key), Is.EqualTo(expected.Hits.Select(hit => hit.Key)), context);
        Assert.That(found.Hits.Select(hit => hit.Score), Is.EqualTo(expected.Hits.Select(hit => hit.Score)).Within(tolerance), context);
        Assert.That(
            found.Hits.Select(hit => Convert.ToHexString(hit.Stored.Span)),
            Is.EqualTo(expected.Hits.Select(hit => Convert.ToHexString(hit.Stored.Span))), context);
        Assert.That(found.Facets.Keys, Is.EquivalentTo(expected.Facets.Keys), context);
        foreach (var (column, counts) in expected.Facets)
        {
            Assert.That(found.Facets[column], Is.EqualTo(counts), $"{column}: {context}");
        }
    }
}
