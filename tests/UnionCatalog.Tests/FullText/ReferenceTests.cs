using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText;

/// <summary>Random histories of edits, commits, merges and reopenings, each state searched in random ways: as the reference says.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ReferenceTests
{
    [Test]
    public void The_engine_answers_as_the_reference_does([Range(1, 24)] int seed) => AssertAgree(seed, LibraryShape.Wild, commits: 24, searches: 9);

    [Test]
    public void It_does_so_when_drafts_are_larger_than_memory([Range(101, 104)] int seed) => AssertAgree(seed, LibraryShape.Heavy, commits: 12, searches: 6);

    [Test]
    public void It_does_so_where_the_same_words_are_everywhere([Range(151, 154)] int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Crowded);
        history.Fill();
        for (var commit = 1; commit <= 4; commit++)
        {
            AssertAgree(history, searches: 20, $"seed {seed}, commit {commit}");
            using (var snapshot = history.Index.OpenSnapshot())
            {
                for (var search = 0; search < 80; search++)
                {
                    AssertAgree(snapshot, history.Reference, history.Searches.First(), $"seed {seed}, commit {commit}");
                }
            }

            history.Edit(most: 400);
            history.Rest();
        }
    }

    [Test]
    public void It_does_so_over_thousands_of_documents_and_words([Range(201, 202)] int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Wide);
        history.Fill();
        AssertAgree(history, searches: 30, $"seed {seed}, filled");
        for (var commit = 1; commit <= 4; commit++)
        {
            history.Edit(most: 2_500);
            history.Rest();
            AssertAgree(history, searches: 15, $"seed {seed}, commit {commit}");
        }

        history.Index.Merge();
        AssertAgree(history, searches: 30, $"seed {seed}, merged");
        history.Edit(most: 2_000);
        AssertAgree(history, searches: 20, $"seed {seed}, merged and edited");
    }

    [Test]
    public void A_snapshot_stays_as_it_was_whatever_happens_to_the_index([Range(301, 306)] int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Wild);
        var held = new List<(IndexSnapshot Snapshot, ReferenceIndex Reference)>();
        for (var commit = 1; commit <= 24; commit++)
        {
            history.Edit(most: 12);
            held.Add((history.Index.OpenSnapshot(), history.Reference));
            history.Rest();
        }

        history.Index.Merge();
        history.Index.Dispose();
        foreach (var (snapshot, reference) in held)
        {
            for (var search = 0; search < 3; search++)
            {
                AssertAgree(snapshot, reference, history.Searches.Plan(), $"seed {seed}, held at {snapshot.Cursor}");
            }

            snapshot.Dispose();
        }
    }

    [Test]
    [Explicit("As many random histories as the night has room for: dotnet test … -- TestRunParameters.Parameter(name=\"seeds\", value=\"1000\")")]
    [Category("Long")]
    public void The_engine_answers_as_the_reference_does_all_night()
    {
        var first = Environment.TickCount & 0xffffff;
        var seeds = TestContext.Parameters.Get("seeds", 100);
        for (var seed = first; seed < first + seeds; seed++)
        {
            var shape = (seed % 20) switch { 0 => LibraryShape.Wide, 1 or 2 => LibraryShape.Heavy, 3 or 4 or 5 => LibraryShape.Crowded, _ => LibraryShape.Wild };
            TestContext.Progress.WriteLine($"seed {seed}");
            AssertAgree(seed, shape, commits: 40, searches: 20);
        }
    }

    private static void AssertAgree(int seed, LibraryShape shape, int commits, int searches)
    {
        using var history = new RandomHistory(seed, shape);
        for (var commit = 1; commit <= commits; commit++)
        {
            history.Edit(most: Math.Max(12, shape.Keys / 4));
            history.Rest();
            AssertAgree(history, searches, $"seed {seed}, commit {commit}");
        }
    }

    private static void AssertAgree(RandomHistory history, int searches, string context)
    {
        using var snapshot = history.Index.OpenSnapshot();
        var reference = history.Reference;
        Assert.That((snapshot.Cursor, snapshot.DocumentCount), Is.EqualTo((history.Cursor, reference.Documents.Count)), context);
        Assert.That(snapshot.FindStored("k-none"), Is.Null, context);
        foreach (var document in reference.Documents.Take(200))
        {
            Assert.That(snapshot.FindStored(document.Key).AsSpan().SequenceEqual(document.Stored), Is.True, $"what is stored with {document.Key}, {context}");
        }

        AssertTermsAgree(snapshot, history, context);
        for (var search = 0; search < searches; search++)
        {
            var plan = history.Searches.Plan();
            AssertAgree(snapshot, reference, plan, context);
            AssertPagesAgree(snapshot, plan, 1 + history.Library.Next(40), context);
        }
    }

    private static void AssertAgree(IndexSnapshot snapshot, ReferenceIndex reference, SearchPlan plan, string context)
    {
        if (Agreement.Differ(snapshot, reference, plan) is { } difference)
        {
            Assert.Fail($"{context}: {PlanText.Show(plan)}{Environment.NewLine}{difference}");
        }
    }

    /// <summary>Pages one after the other, each behind the last hit of the one before, are the whole.</summary>
    private static void AssertPagesAgree(IndexSnapshot snapshot, SearchPlan plan, int size, string context)
    {
        plan = plan with { Offset = 0, Count = 10 * size };
        var whole = snapshot.Search(plan);
        var next = plan with { Count = size };
        var pages = new List<Hit>();
        while (pages.Count < whole.Hits.Count)
        {
            var page = snapshot.Search(next);
            pages.AddRange(page.Hits);
            if (page.Total != whole.Total || page.Hits.Count == 0)
            {
                break;
            }

            next = next with { After = snapshot.CursorAt(next, page.Hits[^1]) };
        }

        if (!pages.SequenceEqual(whole.Hits))
        {
            Assert.Fail($"{context}: pages of {size} of {PlanText.Show(plan)}{Environment.NewLine}{string.Join(' ', pages)} are not {string.Join(' ', whole.Hits)}");
        }
    }

    private static void AssertTermsAgree(IndexSnapshot snapshot, RandomHistory history, string context)
    {
        var field = history.Library.One(history.Library.Fields);
        var (list, expected) = (snapshot.Terms(field), history.Reference.Terms(field));
        var start = history.Library.Next(4) == 0 ? "" : history.Searches.Term(field);
        var behind = expected.Where(term => ReferenceWords.Compare(term.Term, start) >= 0);
        Assert.That(list.From(start).Take(500), Is.EqualTo(behind.Take(500)), $"terms of {field} from '{start}', {context}");
        var before = expected.Where(term => ReferenceWords.Compare(term.Term, start) < 0).Reverse();
        Assert.That(list.Before(start).Take(500), Is.EqualTo(before.Take(500)), $"terms of {field} before '{start}', {context}");
        Assert.That(list.Before(null).Take(500), Is.EqualTo(expected.Reverse().Take(500)), $"terms of {field} backwards, {context}");

        var beginning = string.Concat(start.EnumerateRunes().Take(history.Library.Next(3)));
        var frequent = expected.Where(term => term.Term.StartsWith(beginning, StringComparison.Ordinal))
            .OrderByDescending(term => term.Documents); // stable: ties stay in the terms' order
        if (start.Length is > 0 and < IndexLimits.TermLength)
        {
            var near = expected.Where(term => ReferenceWords.Edits(term.Term, start) <= 1 && term.Term.StartsWith(beginning, StringComparison.Ordinal));
            Assert.That(list.Near(start, 1, beginning.EnumerateRunes().Count()), Is.EqualTo(near), $"the terms of {field} near '{start}', {context}");
        }

        Assert.That(list.MostFrequent(beginning, 7), Is.EqualTo(frequent.Take(7)), $"the most frequent terms of {field} with '{beginning}', {context}");
    }
}
