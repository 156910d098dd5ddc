using System.Globalization;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>A generated network, of which the truth is known.</summary>
internal static class GeneratedSet
{
    /// <summary>The seed of the network that weights are estimated on.</summary>
    public const ulong TrainingSeed = 11;

    /// <summary>The seed of the network that is measured.</summary>
    public const ulong MeasuringSeed = 12;

    private const int Records = 20_000;

    public static LabelledSet Read(ulong seed)
    {
        var generated = new GeneratedRecords(seed, Records).All().ToList();
        return LabelledSet.Of(
            "generated",
            [.. generated.Select((record, i) => new MeasuredRecord(record.Read(), record.Key.Source.Value, i + 1))],
            [.. generated.Select(record => record.Edition.ToString(CultureInfo.InvariantCulture))]);
    }
}
