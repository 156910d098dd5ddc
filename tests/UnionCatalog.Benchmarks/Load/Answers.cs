using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>What came of all requests of a run.</summary>
/// <param name="All">The answers.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Server">Processor time of the server.</param>
/// <param name="Client">Processor time of whoever asked.</param>
internal sealed record Answers(IReadOnlyList<Answer> All, TimeSpan Time, TimeSpan Server, TimeSpan Client)
{
    /// <summary>A line of the whole.</summary>
    public void Print(Report report, string name) => report.Print(
        $"{name} n={All.Count} distinct={All.Select(answer => answer.Request.Address).Distinct(StringComparer.Ordinal).Count()} not_ok={All.Count(answer => !answer.IsGood)} led={All.Count(answer => answer.Status == 302)} per_s={All.Count / Time.TotalSeconds:0.0} {Times(All)} server_cpu_ms={Server.TotalMilliseconds / All.Count:0.00} client_cpu_ms={Client.TotalMilliseconds / All.Count:0.00} kb={All.Average(answer => answer.Bytes) / 1_000:0.0}");

    /// <summary>A line for each kind of request and one for each door.</summary>
    public void PrintKinds(Report report)
    {
        foreach (var kind in All.GroupBy(answer => answer.Request.Kind).OrderByDescending(kind => kind.Count()))
        {
            report.Print($"kind={kind.Key} n={kind.Count()} {Times(kind)}");
        }

        foreach (var door in All.GroupBy(answer => answer.Request.Address.Split('?')[0]))
        {
            report.Print($"door={door.Key} n={door.Count()} {Times(door)} kb={door.Average(answer => answer.Bytes) / 1_000:0.0}");
        }
    }

    /// <summary>The first few that were not answered as they should be.</summary>
    public void PrintFaults(Report report)
    {
        foreach (var answer in All.Where(answer => !answer.IsGood).Take(3))
        {
            report.Print($"fault status={answer.Status} address={answer.Request.Address}");
        }
    }

    private static string Times(IEnumerable<Answer> answers)
    {
        var took = answers.Select(answer => answer.Milliseconds).Order().ToList();
        double At(double share) => took[Math.Min((int)(share * took.Count), took.Count - 1)];
        return FormattableString.Invariant($"mean_ms={took.Average():0.00} p50_ms={At(0.5):0.00} p95_ms={At(0.95):0.00} p99_ms={At(0.99):0.00} worst_ms={took[^1]:0.0}");
    }
}
