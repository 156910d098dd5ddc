using System.Globalization;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>What our rule is to reach.</summary>
internal static class MatchingBars
{
    private static readonly (string Set, bool HasIdentifiers, double Precision, double Recall)[] Bars =
    [
        ("pairs", true, 0.995, 0.97),
        ("demo", true, 0.995, 0.97),
        ("generated", true, 0.995, 0.97),
        ("pairs", false, 0.99, 0.93),
        ("demo", false, 0.99, 0.93),
        ("generated", false, 0.99, 0.93),
        ("aco", false, 0.97, 0.93),
    ];

    /// <summary>A line for each bar whose set was measured: met, or missed.</summary>
    public static IEnumerable<string> Check(IReadOnlyList<ResultLine> lines) =>
        from bar in Bars
        from line in Ours(lines)
        where line.Set == bar.Set && line.HasIdentifiers == bar.HasIdentifiers
        let isMet = line.Measures.Precision >= bar.Precision && line.Measures.Recall >= bar.Recall
        select string.Create(
            CultureInfo.InvariantCulture,
            $"bar set={line.Set} ids={Word(line)} precision={line.Measures.Precision:0.0000} of {bar.Precision} recall={line.Measures.Recall:0.0000} of {bar.Recall} {(isMet ? "met" : "MISSED")}");

    /// <summary>A line for each set: whether our F1 is above that of every other rule.</summary>
    public static IEnumerable<string> CheckOthers(IReadOnlyList<ResultLine> lines) =>
        from line in Ours(lines)
        let best = lines.Where(other => other.Set == line.Set && other.HasIdentifiers == line.HasIdentifiers && other != line).MaxBy(other => other.Measures.F1)
        where best is not null
        select string.Create(
            CultureInfo.InvariantCulture,
            $"above set={line.Set} ids={Word(line)} f1={line.Measures.F1:0.0000} best_other={best.Rule} f1={best.Measures.F1:0.0000} {(line.Measures.F1 > best.Measures.F1 ? "met" : "MISSED")}");

    private static IEnumerable<ResultLine> Ours(IReadOnlyList<ResultLine> lines) => lines.Where(line => line.Rule == "union");

    private static string Word(ResultLine line) => line.HasIdentifiers ? "yes" : "no";
}
