using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>What issue 6 asks for, held against the lines of a run.</summary>
internal static class LoadBars
{
    public static void Print(Report report)
    {
        AtMost(report, "search:p99-ms", 60, report.Find("search", "p99_ms"));
        AtLeast(report, "search:per-second", 400, report.Find("search", "per_s"));
        AtMost(report, "search:not-ok", 0, report.Find("search", "not_ok"));
        AtMost(report, "memory:peak-mb", 700, report.Find("memory", "peak_mb"));
        AtMost(report, "suggest:p99-ms", 30, report.Find("suggest", "p99_ms"));
        AtMost(report, "holdings:p99-ms", 5, report.Find("holdings", "p99_ms"));
        AtMost(report, "page:kb", 60, report.Find("page", "most_kb"));
    }

    private static void AtMost(Report report, string bar, double most, double? found) => Print(report, bar, "at_most", most, found, found <= most);

    private static void AtLeast(Report report, string bar, double least, double? found) => Print(report, bar, "at_least", least, found, found >= least);

    private static void Print(Report report, string bar, string way, double limit, double? found, bool isMet) =>
        report.Print($"bar={bar} {way}={limit:0.####} found={(found is null ? "-" : FormattableString.Invariant($"{found:0.####}"))} {(found is null ? "unknown" : isMet ? "met" : "MISSED")}");
}
