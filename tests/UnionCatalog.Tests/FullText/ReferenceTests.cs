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
            HistoryAssert.Agree(history, searches: 20, $"seed {seed}, commit {commit}");
            using (var snapshot = history.Index.OpenSnapshot())
            {
                for (var search = 0; search < 80; search++)
                {
                    HistoryAssert.Agree(snapshot, history.Reference, history.Searches.First(), $"seed {seed}, commit {commit}");
                }
            }

            history.Edit(most: 400);
            history.Rest();
        }
    }

    [Test]
    public void It_does_so_over_thousands_of_documents_and_words([Values(202)] int seed) => AssertAgreeOverThousands(seed);

    [Test]
    [Category("Long")]
    public void It_does_so_over_thousands_more([Values(201)] int seed) => AssertAgreeOverThousands(seed);

    [Test]
    public void A_snapshot_stays_as_it_was_whatever_happens_to_the_index([Range(301, 306)] int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Wild);
        var held = new List<(IIndexSnapshot Snapshot, ReferenceIndex Reference)>();
        for (var commit = 1; commit <= 24; commit++)
        {
            history.Edit(most: 12);
            held.Add((history.Index.OpenSnapshot(), history.Reference));
            history.Rest();
        }

        history.Merge();
        history.Index.Dispose();
        foreach (var (snapshot, reference) in held)
        {
            for (var search = 0; search < 3; search++)
            {
                HistoryAssert.Agree(snapshot, reference, history.Searches.Plan(), $"seed {seed}, held at {snapshot.Cursor}");
            }

            snapshot.Dispose();
        }
    }

    [Test]
    [Explicit("As many random histories as the night has room for: dotnet test … -- TestRunParameters.Parameter(name=\"seeds\", value=\"1000\")")]
    [Category("Night")]
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
        HistoryAssert.Agree(history, commits, searches, $"seed {seed}");
    }

    private static void AssertAgreeOverThousands(int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Wide);
        history.Fill();
        HistoryAssert.Agree(history, searches: 30, $"seed {seed}, filled");
        for (var commit = 1; commit <= 4; commit++)
        {
            history.Edit(most: 2_500);
            history.Rest();
            HistoryAssert.Agree(history, searches: 15, $"seed {seed}, commit {commit}");
        }

        history.Merge();
        HistoryAssert.Agree(history, searches: 30, $"seed {seed}, merged");
        history.Edit(most: 2_000);
        HistoryAssert.Agree(history, searches: 20, $"seed {seed}, merged and edited");
    }
}
