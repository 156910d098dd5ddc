using System.Globalization;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>Records of a generated network, as many as an evening's measuring has time for.</summary>
internal static class GeneratedSet
{
    /// <summary>The seed of the network that weights are estimated on, which is another than the one that is measured.</summary>
    public const ulong TrainingSeed = 11;

    /// <summary>How many records of it.</summary>
    public const int TrainingCount = 20_000;

    /// <summary>The seed of the network that is measured.</summary>
    public const ulong MeasuringSeed = 20_261_126;

    private const int MeasuringCount = 50_000;

    public static LabelledSet Read(ulong seed, int count = MeasuringCount)
    {
        var (records, names, numbers) = (new List<MeasuredRecord>(count), new List<string>(count), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var record in new GeneratedRecords(seed, count).All())
        {
            var library = record.Key.Source.Value;
            records.Add(new(record.Read(), library, numbers[library] = numbers.GetValueOrDefault(library) + 1));
            names.Add(record.Edition.ToString(CultureInfo.InvariantCulture));
        }

        return LabelledSet.Of("generated", records, names);
    }
}
