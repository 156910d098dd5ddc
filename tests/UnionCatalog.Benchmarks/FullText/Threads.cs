using System.Diagnostics;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>How many questions of the mixed day eight threads answer in the time in which one does.</summary>
internal static class Threads
{
    /// <summary>How many threads a busy server has.</summary>
    public const int Count = 8;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    public static void Report(Report report, IEngine engine, IReadOnlyList<Question> questions)
    {
        Func<long>[] queries = [.. questions.Select(engine.Prepare)];
        Rate(queries, Count, Long / 4);
        // The machine's other load changes in seconds: one, eight, one, eight, and the better of each.
        var (one, eight) = (0.0, 0.0);
        for (var round = 0; round < 3; round++)
        {
            one = Math.Max(one, Rate(queries, 1, Long));
            eight = Math.Max(eight, Rate(queries, Count, Long));
        }

        report.Print($"threads={Count} engine={engine.Name} class={QuestionDrawer.Mixed} ratio={eight / one:0.00} one_per_s={one:0} all_per_s={eight:0} cores={Environment.ProcessorCount}");
    }

    /// <returns>Questions a second, of all threads together.</returns>
    public static double Rate(Func<long>[] queries, int threads, TimeSpan duration)
    {
        var answered = 0L;
        var start = Stopwatch.GetTimestamp();
        Thread[] all = [.. Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            var count = 0;
            for (var at = number * queries.Length / threads; Stopwatch.GetElapsedTime(start) < duration; at++)
            {
                queries[at % queries.Length]();
                count++;
            }

            Interlocked.Add(ref answered, count);
        }))];
        foreach (var thread in all)
        {
            thread.Start();
        }

        foreach (var thread in all)
        {
            thread.Join();
        }

        return answered / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
