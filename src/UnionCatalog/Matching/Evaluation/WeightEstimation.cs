using System.Globalization;
using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>
/// Estimates the weights from labelled pairs: what each level of each feature adds to the logarithm of the odds that two
/// records are of one edition, all of them fitted together, so that features which say the same are not counted twice. Every
/// set counts alike, however many pairs it has.
/// </summary>
/// <remarks>A pair that a veto decides is not counted: no weight is asked there.</remarks>
internal sealed class WeightEstimation
{
    private const double SetWeight = 1_000;
    private const int LeastSeen = 3;

    // Made by people of what is hard to tell.
    private const double HandMade = 2;

    private static readonly Level[] Levels = Enum.GetValues<Level>();

    private readonly Dictionary<string, Dictionary<string, Count>> _sets = new(StringComparer.Ordinal);

    /// <summary>Counts a labelled pair.</summary>
    /// <param name="set">The set that it is of.</param>
    /// <param name="levels">What comparing it came to, a level for each <see cref="Feature"/>.</param>
    /// <param name="isSame">Whether the two are of one edition.</param>
    public void Add(string set, ReadOnlySpan<Level> levels, bool isSame)
    {
        if (PairComparer.FindVeto(levels) is not null)
        {
            return;
        }

        if (!_sets.TryGetValue(set, out var counts))
        {
            _sets[set] = counts = new(StringComparer.Ordinal);
        }

        var key = string.Create(levels.Length, levels, (letters, all) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('A' + (int)all[i]);
            }
        });
        var count = counts.GetValueOrDefault(key);
        counts[key] = isSame ? count with { Same = count.Same + 1 } : count with { Different = count.Different + 1 };
    }

    /// <summary>The whole of weights.tsv.</summary>
    public IEnumerable<string> Write()
    {
        var (columns, weights) = Fit();
        yield return "# What each level of each feature adds to the logarithm of the odds that two records are of one edition. Written by:";
        yield return "# dotnet run -c Release --project tests/UnionCatalog.Benchmarks -- matching-weights";
        yield return $"# from {string.Join(", ", _sets.Keys)}. Columns, by tab: feature, level, weight in nats, pairs of one edition, other pairs.";
        yield return string.Create(CultureInfo.InvariantCulture, $"decision\tprior\t{weights[columns.Count]:0.00}");
        yield return Decision("same", Weights.Present.Same);
        yield return Decision("unsure", Weights.Present.Unsure);
        yield return Decision("apart", Weights.Present.Apart);
        for (var i = 0; i < columns.Count; i++)
        {
            var (feature, level) = columns[i];
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{feature}\t{level}\t{weights[i]:0.00}\t{Total(feature, level, count => count.Same)}\t{Total(feature, level, count => count.Different)}");
        }
    }

    // What is decided from which sum up is a choice, and is carried over.
    private static string Decision(string name, int hundredths) => string.Create(CultureInfo.InvariantCulture, $"decision\t{name}\t{hundredths / 100.0:0.00}");

    // A level whose weight would say the opposite of what it means only makes up for another's, and says nothing: no reader
    // would believe that one series speaks against one edition.
    private (List<(Feature Feature, Level Level)> Columns, double[] Weights) Fit()
    {
        var columns = Columns();
        while (true)
        {
            var weights = LogisticFit.Of(Observations(columns), columns.Count + 1);
            var absurd = columns.Where((column, i) => IsAbsurd(column.Level, weights[i])).ToHashSet();
            if (absurd.Count == 0)
            {
                Raise(columns, weights, Level.EqualLong, Level.Equal);
                return (columns, weights);
            }

            columns.RemoveAll(absurd.Contains);
        }
    }

    // A longer title that is the same says no less than a shorter one.
    private static void Raise(List<(Feature Feature, Level Level)> columns, double[] weights, Level level, Level least)
    {
        var (at, other) = (columns.IndexOf((Feature.Title, level)), columns.IndexOf((Feature.Title, least)));
        if (at >= 0 && other >= 0)
        {
            weights[at] = Math.Max(weights[at], weights[other]);
        }
    }

    private static bool IsAbsurd(Level level, double weight) => Evidence.AgreementOf(level) switch
    {
        Agreement.Agree => weight < 0,
        Agreement.Disagree => weight > 0,
        _ => level is Level.OneSided or Level.OneOfMany or Level.Few && weight > 0,
    };

    private List<(Feature Feature, Level Level)> Columns() =>
    [
        .. from feature in Enum.GetValues<Feature>()
           from level in Levels
           where level != Level.Unknown && Total(feature, level, count => count.Same + count.Different) >= LeastSeen
           select (feature, level),
    ];

    private int Total(Feature feature, Level level, Func<Count, int> part) => _sets.Values
        .SelectMany(counts => counts).Where(entry => entry.Key[(int)feature] == 'A' + (int)level).Sum(entry => part(entry.Value));

    private List<LogisticFit.Observation> Observations(List<(Feature Feature, Level Level)> columns)
    {
        var numbers = columns.Select((column, i) => (column, i)).ToDictionary(one => one.column, one => one.i);
        var observations = new List<LogisticFit.Observation>();
        foreach (var (set, counts) in _sets)
        {
            var share = SetWeight * (set.Contains("pairs", StringComparison.Ordinal) ? HandMade : 1) / counts.Values.Sum(count => count.Same + count.Different);
            foreach (var (key, count) in counts)
            {
                int[] active =
                [
                    .. key.Select((letter, i) => numbers.GetValueOrDefault(((Feature)i, (Level)(letter - 'A')), -1)).Where(column => column >= 0),
                    columns.Count,
                ];
                observations.Add(new(active, count.Same * share, count.Different * share));
            }
        }

        return observations;
    }

    private readonly record struct Count(int Same, int Different);
}
