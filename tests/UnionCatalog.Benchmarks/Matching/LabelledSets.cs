using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>Every set of records of which the truth is known, those on which weights are estimated also by halves.</summary>
internal static class LabelledSets
{
    private static readonly (string Name, Func<Task<LabelledSet?>> ReadAsync, Func<LabelledSet, LabelledSet>[] Parts)[] Known =
    [
        ("pairs", () => Task.FromResult<LabelledSet?>(PairSet.Read()), [Train, Test]),
        ("demo", () => Task.FromResult<LabelledSet?>(DemoSet.Read()), [Train, Test]),
        ("generated", () => Task.FromResult<LabelledSet?>(GeneratedSet.Read(GeneratedSet.MeasuringSeed)), []),
        ("aco", AcoSet.ReadAsync, [Train, Test, AcoSet.OfBoth]),
        ("fin", () => Task.FromResult(FinnishSet.Read()), []),
    ];

    /// <summary>What weights are estimated from: training halves, and of records that libraries copied from one another only what they say.</summary>
    public static async IAsyncEnumerable<LabelledSet> ReadTrainingAsync()
    {
        yield return PairSet.Read().Half(isTraining: true);
        yield return DemoSet.Read().Half(isTraining: true);
        yield return GeneratedSet.Read(GeneratedSet.TrainingSeed, GeneratedSet.TrainingCount);
        if (await AcoSet.ReadAsync() is { } aco)
        {
            yield return aco.Half(isTraining: true).WithoutIdentifiers();
            yield return aco.Half(isTraining: true) with { Name = "aco-train with numbers" };
        }
    }

    /// <summary>Reads those that are asked for; one that is not at hand is told of and passed over.</summary>
    public static async IAsyncEnumerable<LabelledSet> ReadAsync(MatchingOptions options)
    {
        foreach (var (name, readAsync, parts) in Known.Where(set => options.IncludesSet(set.Name)))
        {
            if (await readAsync() is not { } whole)
            {
                Console.WriteLine($"set={name} is not at hand: there is no data in ../shared/data/dedup");
                continue;
            }

            yield return whole;
            foreach (var part in parts)
            {
                yield return part(whole);
            }
        }
    }

    private static LabelledSet Train(LabelledSet whole) => whole.Half(isTraining: true);

    private static LabelledSet Test(LabelledSet whole) => whole.Half(isTraining: false);
}
