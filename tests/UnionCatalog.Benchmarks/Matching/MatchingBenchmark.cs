using System.Diagnostics;
using System.Globalization;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>How well records of one edition are found, by our rule and by others, on every set of which the truth is known.</summary>
internal sealed class MatchingBenchmark(MatchingOptions options)
{
    public async Task<int> RunAsync()
    {
        foreach (var set in await ReadSetsAsync())
        {
            Measure(set, hasIdentifiers: true);
            Measure(set.WithoutIdentifiers(), hasIdentifiers: false);
        }

        return 0;
    }

    private async Task<List<LabelledSet>> ReadSetsAsync()
    {
        var sets = new List<LabelledSet>();
        if (options.IncludesSet("aco"))
        {
            if (await AcoSet.ReadAsync() is { } aco)
            {
                sets.AddRange([aco, AcoSet.Half(aco, isTraining: true), AcoSet.Half(aco, isTraining: false)]);
            }
            else
            {
                Console.WriteLine("set=aco is not there: the data is not in ../shared/data/dedup");
            }
        }

        return sets;
    }

    private void Measure(LabelledSet set, bool hasIdentifiers)
    {
        foreach (var rule in MatchRules.All.Where(rule => options.IncludesRule(rule.Name)))
        {
            var watch = Stopwatch.StartNew();
            var found = set.Partition(rule);
            Console.WriteLine(new ResultLine(set.Name, rule.Name, hasIdentifiers, Measures.Of(found, set.Truth)));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Name} {rule.Name}: {set.Records.Count} records, {watch.Elapsed.TotalSeconds:0.0} s"));
            if (rule is UnionRule && options.Worst > 0)
            {
                Print("wrongly together", FalsePairs.Together(set, found, options.Worst));
                Print("wrongly apart, nearest first", FalsePairs.NearlyTogether(set, found, options.Worst));
                Print("wrongly apart, farthest first", FalsePairs.Apart(set, found, options.Worst));
            }
        }
    }

    private static void Print(string heading, IReadOnlyList<FalsePair> pairs)
    {
        Console.WriteLine($"\n# {heading}\n");
        foreach (var pair in pairs)
        {
            Console.WriteLine(FalsePairTable.Write(pair));
        }
    }
}
