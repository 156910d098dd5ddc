using System.Globalization;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>How our rule does on every kind of labelled pair.</summary>
internal static class KindTable
{
    /// <summary>A line for each kind; none for a set that has no kinds, and none for halves.</summary>
    public static IEnumerable<string> Write(LabelledSet set, int[] found, bool hasIdentifiers) => set.IsPart || set.Kinds.Count == 0
        ? []
        : Enumerable.Range(0, found.Length / 2).Select(pair => 2 * pair)
            .GroupBy(left => set.Kinds[left])
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind =>
            {
                var pairs = kind.Select(left => (Found: found[left] == found[left + 1], Truth: set.Truth[left] == set.Truth[left + 1])).ToList();
                var (same, right) = (pairs.Count(pair => pair.Truth), pairs.Count(pair => pair.Found == pair.Truth));
                var measures = Measures.OfPairs(pairs);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"set={set.Name} kind={kind.Key} ids={(hasIdentifiers ? "yes" : "no")} same={same} different={pairs.Count - same} right={right} precision={measures.Precision:0.0000} recall={measures.Recall:0.0000} f1={measures.F1:0.0000} bcubed_f1={measures.BcubedF1:0.0000}");
            });
}
