using UnionCatalog.Matching;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>
/// Estimates weights.tsv anew from the training halves of the labelled sets, and writes it. What is measured afterwards on
/// the other halves was not seen here.
/// </summary>
internal static class WeightsEstimate
{
    private static readonly int BlockLimit = new ClusterOptions().BlockLimit;

    public const string Verb = "matching-weights";

    private const string File = "src/UnionCatalog/Matching/Comparison/weights.tsv";

    public static async Task<int> RunAsync()
    {
        var estimation = new WeightEstimation();
        var levels = new Level[PairComparer.FeatureCount];
        await foreach (var set in LabelledSets.ReadTrainingAsync())
        {
            foreach (var (left, right, isSame) in Pairs(set))
            {
                PairComparer.Observe(left, right, null, levels);
                estimation.Add(set.Name, levels, isSame);
            }
        }

        await System.IO.File.WriteAllLinesAsync(Path.Combine(SharedData.Root, File), estimation.Write());
        Console.WriteLine($"{File} is written. Build again, and measure with: matching");
        return 0;
    }

    private static IEnumerable<(MatchFeatures Left, MatchFeatures Right, bool IsSame)> Pairs(LabelledSet set)
    {
        var features = set.Records.Select(record => MatchFeatures.From(record.Record)).ToList();
        var pairs = set.IsPairs ? Enumerable.Range(0, features.Count / 2).Select(i => (2 * i, (2 * i) + 1)) : Candidates(features);
        return pairs.Select(pair => (features[pair.Item1], features[pair.Item2], set.Truth[pair.Item1] == set.Truth[pair.Item2]));
    }

    // Those that the blocks bring together: it is among these that the weights must tell the same from others.
    private static HashSet<(int, int)> Candidates(List<MatchFeatures> features)
    {
        var blocks = features.SelectMany((one, i) => BlockingKeys.Of(one).Select(key => (key, i))).ToLookup(entry => entry.key, entry => entry.i);
        return
        [
            .. from block in blocks
               let members = block.ToList()
               where members.Count <= BlockLimit
               from left in members
               from right in members
               where left < right
               select (left, right),
        ];
    }
}
