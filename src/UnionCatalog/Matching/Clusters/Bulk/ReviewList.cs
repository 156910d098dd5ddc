using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Lists the pairs of clusters that a person should look at.</summary>
internal sealed class ReviewList(
    RecordTable records, ProfileTable profiles, Func<int, long> clusterOf, PairTable pairs, IReadOnlyList<StoredOverride> overrides)
{
    /// <summary>Lists them.</summary>
    public IEnumerable<StoredReview> Draw()
    {
        var clusters = new long[profiles.Count];
        var holdings = new Dictionary<long, long>();
        for (var row = 0; row < records.Count; row++)
        {
            var cluster = clusterOf(row);
            clusters[records.ProfileOf(row)] = cluster;
            holdings[cluster] = holdings.GetValueOrDefault(cluster) + records.HoldingsOf(row);
        }

        var parted = ListParted();
        var best = new Dictionary<(long, long), StoredReview>();
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            var (left, right, weight, isSame) = pairs[pair];
            if (isSame || clusters[left] == clusters[right])
            {
                continue;
            }

            var (first, second) = clusters[left] < clusters[right] ? (left, right) : (right, left);
            var key = (clusters[first], clusters[second]);
            if (!parted.Contains(key) && (!best.TryGetValue(key, out var known) || IsBetter(weight, first, second, known)))
            {
                best[key] = new(key.Item1, key.Item2, weight, holdings[key.Item1] + holdings[key.Item2], first + 1, second + 1);
            }
        }

        return best.Values.OrderBy(review => review.First).ThenBy(review => review.Second);
    }

    // Pairs come in the order in which threads found them; the better of two equal ones is told by what they say.
    private bool IsBetter(int weight, int first, int second, StoredReview known) => weight != known.Weight
        ? weight > known.Weight
        : ReviewOrder.Compare(
            (profiles.HashOf(first), profiles.HashOf(second)),
            (profiles.HashOf((int)known.FirstProfile - 1), profiles.HashOf((int)known.SecondProfile - 1))) < 0;

    private HashSet<(long, long)> ListParted()
    {
        var parted = new HashSet<(long, long)>();
        foreach (var decision in overrides.Where(decision => decision.Kind == OverrideKind.Apart))
        {
            if (records.Find(decision.A) is { } a && records.Find(decision.B) is { } b)
            {
                parted.Add((Math.Min(clusterOf(a), clusterOf(b)), Math.Max(clusterOf(a), clusterOf(b))));
            }
        }

        return parted;
    }
}
