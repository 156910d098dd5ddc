using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText;

/// <summary>An index of many commits, deletions and merges answers as one that was built at once: to the last digit.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RebuildTests
{
    [Test]
    public void An_index_of_many_commits_answers_as_one_built_at_once([Range(1_001, 1_006)] int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Wild);
        for (var commit = 1; commit <= 24; commit++)
        {
            history.Edit(most: 12);
            history.Rest();
        }

        AssertSame(history, searches: 100, $"seed {seed}");
    }

    [Test]
    public void So_does_one_of_thousands_of_documents([Range(1_101, 1_102)] int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Wide);
        history.Fill();
        for (var commit = 1; commit <= 6; commit++)
        {
            history.Edit(most: 1_500);
        }

        AssertSame(history, searches: 100, $"seed {seed}");
    }

    private static void AssertSame(RandomHistory history, int searches, string context)
    {
        using var folder = new TempFolder();
        using var rebuilt = SearchIndex.Open(folder.Path, RandomLibrary.Schema);
        using (var draft = rebuilt.BeginDraft())
        {
            foreach (var document in history.Reference.Documents)
            {
                draft.Put(document.Source);
            }

            draft.Commit(history.Cursor);
        }

        using var one = history.Index.OpenSnapshot();
        using var other = rebuilt.OpenSnapshot();
        for (var search = 0; search < searches; search++)
        {
            var plan = history.Searches.Plan();
            var (found, expected) = (one.Search(plan), other.Search(plan));
            var where = $"{context}: {PlanText.Show(plan)}";
            Assert.That(found.Total, Is.EqualTo(expected.Total), where);
            Assert.That(found.Hits.Select(hit => (hit.Key, hit.Score)), Is.EqualTo(expected.Hits.Select(hit => (hit.Key, hit.Score))), where);
            foreach (var (column, counts) in expected.Facets)
            {
                Assert.That(found.Facets[column], Is.EqualTo(counts), $"{column}, {where}");
            }
        }

        foreach (var field in history.Library.Fields)
        {
            Assert.That(one.Terms(field).From("").SequenceEqual(other.Terms(field).From("")), Is.True, $"terms of {field}, {context}");
        }
    }
}
