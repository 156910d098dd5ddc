using System.Diagnostics;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>What queries took, in milliseconds, also of processor time, and what each allocated and found, on average.</summary>
internal sealed record Measurement(double Mean, double Half, double P95, double P99, double Processor, int Count, double Allocated, double Hits)
{
    /// <summary>Long enough for what is hot to be compiled for the second time.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>A class that takes longer is measured on fewer queries; they are in an order of chance.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    /// <summary>Short passes are repeated until this much is spent, for the load of the machine to even out.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);

    private const int MostPasses = 9;

    /// <summary>Runs the queries once and again; the pass whose mean is the median of all counts.</summary>
    public static Measurement Take(IReadOnlyList<Func<long>> queries)
    {
        var watch = Stopwatch.StartNew();
        for (var at = 0; watch.Elapsed < WarmUp; at = (at + 1) % queries.Count)
        {
            queries[at]();
        }

        GC.Collect();
        var passes = new List<Measurement>();
        watch.Restart();
        do
        {
            passes.Add(Pass(queries));
        }
        while (watch.Elapsed < Enough && passes.Count < MostPasses);

        return passes.OrderBy(pass => pass.Mean).ElementAt(passes.Count / 2);
    }

    private static Measurement Pass(IReadOnlyList<Func<long>> queries)
    {
        var took = new List<double>(queries.Count);
        var hits = 0L;
        var processor = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var at = 0; at < queries.Count && Stopwatch.GetElapsedTime(start) < Most; at++)
        {
            var before = Stopwatch.GetTimestamp();
            hits += queries[at]();
            took.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        processor = Environment.CpuUsage.TotalTime - processor;
        var mean = took.Average();
        took.Sort();
        double At(double share) => took[Math.Min((int)(share * took.Count), took.Count - 1)];
        return new(mean, At(0.5), At(0.95), At(0.99), processor.TotalMilliseconds / took.Count, took.Count, (double)allocated / took.Count, (double)hits / took.Count);
    }
}
