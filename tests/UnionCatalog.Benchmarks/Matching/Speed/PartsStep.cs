using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>Where a record's time goes: each part of it by itself on one thread, in microseconds of processor time, the best of some rounds.</summary>
internal static class PartsStep
{
    private const int Rounds = 5;
    private const int Neighbours = 20;

    public static void Run(int count)
    {
        var generated = new GeneratedRecords(StoredNetwork.Seed, count).All().ToList();
        var dublinCore = generated.Where(record => record.Format == MetadataFormat.OaiDc).ToList();
        var marc = generated.Where(record => record.Format == MetadataFormat.MarcXml).ToList();
        var records = generated.ConvertAll(record => record.Read());
        var features = records.ConvertAll(MatchFeatures.From);
        var bytes = features.ConvertAll(FeatureBytes.Write);
        if (bytes.Exists(one => !FeatureBytes.Write(FeatureBytes.Read(one)).AsSpan().SequenceEqual(one)))
        {
            throw new InvalidOperationException("Features are not read as they were written.");
        }

        var pairs = Pairs(features, generated);
        Print("reading-dublin-core", dublinCore.Count, () => dublinCore.Count(record => record.Read().Languages.Count > 0));
        Print("reading-marcxml", marc.Count, () => marc.Count(record => record.Read().Languages.Count > 0));
        Print("features", count, () => records.Count(record => MatchFeatures.From(record).Year > 0));
        Print("features-to-bytes", count, () => features.Count(one => FeatureBytes.Write(one).Length > 0));
        Print("bytes-to-features", count, () => bytes.Count(one => FeatureBytes.Read(one).Year > 0));
        Print("blocking-keys", count, () => features.Sum(one => BlockingKeys.Of(one).Count));
        Print("judging-a-pair", pairs.Count, () => pairs.Count(pair => PairComparer.Judge(pair.Left, pair.Right).Outcome == Outcome.Same));
        Console.WriteLine(FormattableString.Invariant(
            $"part=sizes metadata={generated.Average(record => record.Metadata.Length):0} features={bytes.Average(one => one.Length):0} keys={features.Average(one => BlockingKeys.Of(one).Count):0.0}"));
    }

    // Pairs that share a block, as the builder compares them: most are not the same.
    private static List<(MatchFeatures Left, MatchFeatures Right)> Pairs(List<MatchFeatures> features, List<GeneratedRecord> generated)
    {
        var blocks = Enumerable.Range(0, generated.Count)
            .SelectMany(at => BlockingKeys.Of(features[at]).Select(key => (key, at)))
            .GroupBy(one => one.key, one => one.at);
        return [.. blocks.SelectMany(block => block.Take(Neighbours).SelectMany(left => block.Take(Neighbours).Where(right => right > left).Select(right => (features[left], features[right]))))];
    }

    private static void Print(string part, int count, Func<int> work)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            work();
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / count);
            if (round == Rounds - 1)
            {
                Console.WriteLine(FormattableString.Invariant($"part={part} count={count} cpu_us={best:0.00} allocated={allocated / count}"));
            }
        }
    }
}
