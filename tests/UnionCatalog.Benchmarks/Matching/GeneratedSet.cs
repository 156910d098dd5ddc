using System.Globalization;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>Records of a generated network, as many as an evening's measuring has time for.</summary>
internal static class GeneratedSet
{
    private const int Count = 50_000;
    private const ulong Seed = 20_261_126;

    public static LabelledSet Read()
    {
        var (records, names, numbers) = (new List<MeasuredRecord>(Count), new List<string>(Count), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var record in new GeneratedRecords(Seed, Count).All())
        {
            var library = record.Key.Source.Value;
            records.Add(new(record.Read(), library, numbers[library] = numbers.GetValueOrDefault(library) + 1));
            names.Add(record.Edition.ToString(CultureInfo.InvariantCulture));
        }

        return LabelledSet.Of("generated", records, names);
    }
}
