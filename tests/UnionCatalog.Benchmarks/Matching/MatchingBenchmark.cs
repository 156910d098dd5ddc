using System.Diagnostics;
using System.Globalization;
using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>How well records of one edition are found, by our rule and by others, on every set of which the truth is known.</summary>
internal sealed class MatchingBenchmark(MatchingOptions options)
{
    private readonly List<ResultLine> _lines = [];
    private readonly List<string> _kinds = [];
    private readonly List<(string Heading, IReadOnlyList<FalsePair> Pairs)> _worst = [];

    public async Task<int> RunAsync()
    {
        await foreach (var set in LabelledSets.ReadAsync(options))
        {
            Measure(set, hasIdentifiers: true);
            Measure(set.WithoutIdentifiers(), hasIdentifiers: false);
        }

        var report = new MatchingReport(_lines, _kinds);
        report.Print();
        foreach (var (heading, pairs) in _worst.Where(some => some.Pairs.Count > 0))
        {
            Console.WriteLine($"\n# {heading}\n");
            foreach (var pair in pairs)
            {
                Console.WriteLine(FalsePairTable.Write(pair));
            }
        }

        if (options.IsWritten)
        {
            report.Write(Path.Combine(SharedData.Root, "tests/UnionCatalog.Benchmarks/Results/matching.md"));
        }

        return 0;
    }

    private void Measure(LabelledSet set, bool hasIdentifiers)
    {
        foreach (var rule in MatchRules.All.Where(rule => options.IncludesRule(rule.Name)))
        {
            var watch = Stopwatch.StartNew();
            var found = set.Partition(rule);
            _lines.Add(new(set.Name, rule.Name, hasIdentifiers, Measures.Of(found, set.Truth)));
            Console.WriteLine(_lines[^1]);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Name} {rule.Name}: {set.Records.Count} records, {watch.Elapsed.TotalSeconds:0.0} s"));
            if (rule is UnionRule)
            {
                _kinds.AddRange(KindTable.Write(set, found, hasIdentifiers));
                Keep(set, found, hasIdentifiers);
            }
        }
    }

    private void Keep(LabelledSet set, int[] found, bool hasIdentifiers)
    {
        if (options.Worst > 0 && !set.IsPart)
        {
            var where = $"set={set.Name} ids={(hasIdentifiers ? "yes" : "no")}";
            _worst.Add(($"{where}, wrongly together, the surest first", FalsePairs.Together(set, found, options.Worst)));
            _worst.Add(($"{where}, wrongly apart, the nearest first", FalsePairs.NearlyTogether(set, found, options.Worst)));
            _worst.Add(($"{where}, wrongly apart, the surest first", FalsePairs.Apart(set, found, options.Worst)));
        }
    }
}
