using System.Globalization;
using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>
/// Estimates the weights from labelled pairs: for each level of each feature the logarithm of how much more often it is seen
/// in pairs of one edition than in other pairs (Fellegi and Sunter 1969). Every set counts alike, however large it is.
/// </summary>
internal sealed class WeightEstimation
{
    // Seen this often besides, in both kinds of pairs, so that a level that was seen three times is not believed at once.
    private const double Smoothing = 2;

    private static readonly int Levels = Enum.GetValues<Level>().Length;

    private readonly Dictionary<string, Counts> _sets = new(StringComparer.Ordinal);

    /// <summary>Counts a labelled pair.</summary>
    /// <param name="set">The set that it is of.</param>
    /// <param name="levels">What comparing it came to, a level for each <see cref="Feature"/>.</param>
    /// <param name="isSame">Whether the two are of one edition.</param>
    public void Add(string set, ReadOnlySpan<Level> levels, bool isSame)
    {
        if (!_sets.TryGetValue(set, out var counts))
        {
            _sets[set] = counts = new(new int[levels.Length * Levels], new int[levels.Length * Levels]);
        }

        for (var feature = 0; feature < levels.Length; feature++)
        {
            (isSame ? counts.Same : counts.Different)[(feature * Levels) + (int)levels[feature]]++;
        }
    }

    /// <summary>The rows of weights.tsv that are estimated: feature, level, weight in nats, pairs of one edition, other pairs.</summary>
    public IEnumerable<string> Rows()
    {
        foreach (var feature in Enum.GetValues<Feature>())
        {
            foreach (var level in Enum.GetValues<Level>().Where(level => level != Level.Unknown))
            {
                var (same, different) = (Total(feature, level, counts => counts.Same), Total(feature, level, counts => counts.Different));
                if (same + different > 0)
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{feature}\t{level}\t{Weight(feature, level):0.00}\t{same}\t{different}");
                }
            }
        }
    }

    private int Total(Feature feature, Level level, Func<Counts, int[]> kind) =>
        _sets.Values.Sum(counts => kind(counts)[((int)feature * Levels) + (int)level]);

    private double Weight(Feature feature, Level level)
    {
        var (same, different) = (0.0, 0.0);
        foreach (var counts in _sets.Values)
        {
            same += Share(counts.Same, feature, level);
            different += Share(counts.Different, feature, level);
        }

        return Math.Log(same / different);
    }

    // Among the pairs in which the feature is known: that it is not says nothing.
    private static double Share(int[] counts, Feature feature, Level level)
    {
        var row = counts.AsSpan((int)feature * Levels, Levels);
        var known = 0;
        var used = 0;
        for (var i = 1; i < row.Length; i++)
        {
            known += row[i];
            used += row[i] > 0 ? 1 : 0;
        }

        return (row[(int)level] + Smoothing) / (known + (Smoothing * Math.Max(used, 2)));
    }

    private sealed record Counts(int[] Same, int[] Different);
}
