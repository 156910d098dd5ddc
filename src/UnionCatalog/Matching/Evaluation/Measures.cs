namespace UnionCatalog.Matching.Evaluation;

/// <summary>How well records were put together, each from 0 to 1.</summary>
/// <param name="Precision">Of the pairs of records that were put together, the share that belongs together; 1 when there are none.</param>
/// <param name="Recall">Of the pairs that belong together, the share that was put together; 1 when there are none.</param>
/// <param name="BcubedPrecision">Over all records, the mean share of those found with it that belong there, itself counted.</param>
/// <param name="BcubedRecall">Over all records, the mean share of those that belong with it that were found, itself counted.</param>
/// <remarks>
/// Pairs weigh a cluster by the square of its size; B-cubed (Bagga and Baldwin, 1998) weighs every record alike, and counts what
/// rightly stands alone.
/// </remarks>
internal readonly record struct Measures(double Precision, double Recall, double BcubedPrecision, double BcubedRecall)
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Harmonic(Precision, Recall);

    /// <summary>The harmonic mean of B-cubed precision and recall.</summary>
    public double BcubedF1 => Harmonic(BcubedPrecision, BcubedRecall);

    /// <summary>Measures clusters against the truth, by the sizes of their intersections.</summary>
    /// <param name="found">The cluster of each record as found; the numbers mean nothing else.</param>
    /// <param name="truth">The cluster in which each record belongs.</param>
    public static Measures Of(IReadOnlyList<int> found, IReadOnlyList<int> truth)
    {
        if (found.Count != truth.Count)
        {
            throw new ArgumentException($"There are {found.Count} records in what was found and {truth.Count} in the truth.", nameof(truth));
        }

        var (inFound, inTruth, inBoth) = (new Dictionary<int, long>(), new Dictionary<int, long>(), new Dictionary<(int Found, int Truth), long>());
        for (var i = 0; i < found.Count; i++)
        {
            Count(inFound, found[i]);
            Count(inTruth, truth[i]);
            Count(inBoth, (found[i], truth[i]));
        }

        var right = Pairs(inBoth.Values);
        return new(
            Share(right, Pairs(inFound.Values)),
            Share(right, Pairs(inTruth.Values)),
            Share(inBoth.Sum(both => (double)both.Value * both.Value / inFound[both.Key.Found]), found.Count),
            Share(inBoth.Sum(both => (double)both.Value * both.Value / inTruth[both.Key.Truth]), found.Count));
    }

    /// <summary>Measures verdicts about pairs of which each is a world of two records for itself.</summary>
    /// <param name="pairs">Whether each was put together, and whether it belongs together.</param>
    public static Measures OfPairs(IEnumerable<(bool Found, bool Truth)> pairs)
    {
        var (both, wrongly, missed, neither) = (0L, 0L, 0L, 0L);
        foreach (var pair in pairs)
        {
            _ = pair switch
            {
                (true, true) => both++,
                (true, false) => wrongly++,
                (false, true) => missed++,
                _ => neither++,
            };
        }

        // Of two records that were wrongly put together, each is half right; as of two that were wrongly kept apart.
        var all = both + wrongly + missed + neither;
        return new(Share(both, both + wrongly), Share(both, both + missed), Share(all - (0.5 * wrongly), all), Share(all - (0.5 * missed), all));
    }

    private static void Count<T>(Dictionary<T, long> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static double Pairs(IEnumerable<long> sizes) => sizes.Sum(size => size * (size - 1) / 2.0);

    private static double Share(double part, double whole) => whole == 0 ? 1 : part / whole;

    private static double Harmonic(double one, double other) => one + other == 0 ? 0 : 2 * one * other / (one + other);
}
