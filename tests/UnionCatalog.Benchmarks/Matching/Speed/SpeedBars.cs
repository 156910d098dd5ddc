using System.Globalization;
using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>What issue 5 asks for, held against the lines of a run.</summary>
internal static class SpeedBars
{
    public static void Print(Report report, int records)
    {
        var whole = records.ToString(CultureInfo.InvariantCulture);
        AtMost(report, "draw:seconds", 150 * (records / 1_000_000.0), report.Find($"draw set={whole}", "seconds"));
        AtMost(report, "draw:rss-mb", 1_024, report.Find($"draw set={whole}", "rss_mb"));
        AtLeast(report, "quality:precision", 0.995, report.Find($"quality set={whole}", "precision"));
        AtLeast(report, "quality:recall", 0.97, report.Find($"quality set={whole}", "recall"));
        AtMost(report, "change:median-ms", 30, report.Find($"change set={whole}", "median_ms"));
        foreach (var size in new[] { records, records * 2 })
        {
            AtMost(report, $"growth:to-{size}", 1, report.Find($"growth to={size}", "to_n_log_n"));
        }

        AtMost(report, "worst:seconds", 60, report.Find("draw set=worst", "seconds"));
        AtLeast(report, "worst:shared-isbn-reported", 1, report.Find("reports", "shared_isbn"));
    }

    private static void AtMost(Report report, string bar, double most, double? found) => Print(report, bar, "at_most", most, found, found <= most);

    private static void AtLeast(Report report, string bar, double least, double? found) => Print(report, bar, "at_least", least, found, found >= least);

    private static void Print(Report report, string bar, string way, double limit, double? found, bool isMet) =>
        report.Print($"bar={bar} {way}={limit:0.####} found={(found is null ? "-" : FormattableString.Invariant($"{found:0.####}"))} {(found is null ? "unknown" : isMet ? "met" : "MISSED")}");
}
