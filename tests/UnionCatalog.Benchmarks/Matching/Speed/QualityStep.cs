using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>How well the clusters that were drawn are the editions that there are.</summary>
internal static class QualityStep
{
    public static async Task RunAsync(string folder, string name)
    {
        var truth = StoredNetwork.ReadTruth(folder);
        var (_, before) = StoredNetwork.ReadMembers(folder);
        await using var store = await StoredNetwork.OpenAsync(folder);
        var found = Enumerable.Range(-truth.Length, truth.Length).ToArray();
        var clusters = 0;
        await foreach (var (_, records) in store.Clusters.ListAsync(default))
        {
            clusters++;
            foreach (var record in records)
            {
                found[StoredNetwork.PlaceOf(record, before)] = clusters;
            }
        }

        var measures = Measures.Of(found, truth);
        Console.WriteLine(FormattableString.Invariant(
            $"quality set={name} clusters={clusters} precision={measures.Precision:0.0000} recall={measures.Recall:0.0000} f1={measures.F1:0.0000} bcubed_precision={measures.BcubedPrecision:0.0000} bcubed_recall={measures.BcubedRecall:0.0000} bcubed_f1={measures.BcubedF1:0.0000}"));
    }
}
