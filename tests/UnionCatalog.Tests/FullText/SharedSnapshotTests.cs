using UnionCatalog.FullText;

namespace UnionCatalog.Tests.FullText;

/// <summary>One snapshot in the hands of several threads.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SharedSnapshotTests
{
    private const int Threads = 4;

    [Test]
    public void Threads_that_share_a_snapshot_are_answered_as_the_reference_answers([Range(401, 402)] int seed)
    {
        using var history = new RandomHistory(seed, LibraryShape.Wild);
        for (var commit = 1; commit <= 20; commit++)
        {
            history.Edit(most: 20);
        }

        var asked = Enumerable.Range(0, 200).Select(_ => history.Searches.Plan()).Select(plan => (Plan: plan, Expected: history.Reference.Search(plan))).ToList();
        for (var round = 0; round < 5; round++)
        {
            // Opened anew: what is worked out when it is first asked for is asked for by all at once.
            history.Reopen();
            using var snapshot = history.Index.OpenSnapshot();
            var differences = AskAtOnce(thread => asked.Select((_, at) => asked[(at + (thread * 7)) % asked.Count])
                .Select(one => Agreement.Differ(snapshot, history.Reference, one.Plan, one.Expected) is { } difference ? $"{PlanText.Show(one.Plan)}{Environment.NewLine}{difference}" : null)
                .FirstOrDefault(difference => difference is not null));
            Assert.That(differences, Is.All.Null, $"seed {seed}");
        }
    }

    [Test]
    public void A_snapshot_let_go_of_in_the_midst_of_a_search_is_no_harm()
    {
        using var history = new RandomHistory(403, LibraryShape.Wild);
        for (var round = 0; round < 40; round++)
        {
            history.Edit(most: 30);
            var snapshot = history.Index.OpenSnapshot();
            var plans = Enumerable.Range(0, 100).Select(_ => history.Searches.Plan()).ToList();
            using var begun = new CountdownEvent(Threads);
            var searching = Task.Run(() => AskAtOnce(thread =>
            {
                begun.Signal();
                try
                {
                    foreach (var plan in plans)
                    {
                        foreach (var hit in snapshot.Search(plan with { Count = 10 }).Hits)
                        {
                            snapshot.Stored(hit);
                        }

                        Assert.That(snapshot.Terms("title").From(""), Is.Not.Null.And.All.Property("Documents").GreaterThan(0));
                    }

                    return "done";
                }
                catch (ObjectDisposedException)
                {
                    return "let go of";
                }
            }));
            begun.Wait();
            snapshot.Dispose();
            history.Merge();
            Assert.That(searching.GetAwaiter().GetResult(), Is.All.EqualTo("done").Or.EqualTo("let go of"));
        }
    }

    private static string?[] AskAtOnce(Func<int, string?> ask)
    {
        var answers = new string?[Threads];
        var threads = Enumerable.Range(0, Threads).Select(at => new Thread(() =>
        {
            try
            {
                answers[at] = ask(at);
            }
            catch (Exception fault)
            {
                answers[at] = fault.ToString();
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return answers;
    }
}
