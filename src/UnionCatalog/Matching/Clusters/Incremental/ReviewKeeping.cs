using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>Keeps the list of what a person should look at.</summary>
internal sealed class ReviewKeeping(IClusteringWork work, ProfileShelf shelf)
{
    private readonly Dictionary<long, long> _clusterOf = [];
    private readonly Dictionary<long, long> _holdings = [];

    /// <summary>Renews the reviews of clusters that were drawn anew, and removes those of clusters that are no more.</summary>
    public async Task RenewAsync(IReadOnlyList<DrawnGroup> groups, IEnumerable<long> gone)
    {
        foreach (var cluster in gone)
        {
            await work.ReplaceReviewsAsync(cluster, []);
        }

        foreach (var group in groups)
        {
            _holdings[group.Cluster] = group.Records.Sum(placement => (long)placement.Holdings);
            foreach (var member in group.Profiles)
            {
                _clusterOf[member.Profile.Number] = group.Cluster;
            }
        }

        foreach (var group in groups)
        {
            await work.ReplaceReviewsAsync(group.Cluster, await DrawAsync(group));
        }
    }

    private async Task<IReadOnlyCollection<StoredReview>> DrawAsync(DrawnGroup group)
    {
        var best = new Dictionary<long, StoredReview>();
        foreach (var pair in group.Profiles.SelectMany(member => member.Pairs).Where(pair => !pair.IsSame))
        {
            var other = await FindClusterAsync(pair.Partner);
            if (other != group.Cluster && (!best.TryGetValue(other, out var known) || await IsBetterAsync(pair, known)))
            {
                var isFirst = group.Cluster < other;
                best[other] = new(
                    Math.Min(group.Cluster, other), Math.Max(group.Cluster, other), pair.Weight, await CountAsync(group.Cluster) + await CountAsync(other),
                    isFirst ? pair.Profile : pair.Partner, isFirst ? pair.Partner : pair.Profile);
            }
        }

        foreach (var (profile, _) in group.Profiles.SelectMany(member => member.Decisions).Where(decision => decision.Kind == OverrideKind.Apart))
        {
            best.Remove(await FindClusterAsync(profile));
        }

        return best.Values;
    }

    private async Task<bool> IsBetterAsync(StoredPair pair, StoredReview known) => pair.Weight != known.Weight
        ? pair.Weight > known.Weight
        : ReviewOrder.Compare(
            ((await shelf.GetAsync(pair.Profile)).Hash, (await shelf.GetAsync(pair.Partner)).Hash),
            ((await shelf.GetAsync(known.FirstProfile)).Hash, (await shelf.GetAsync(known.SecondProfile)).Hash)) < 0;

    private async Task<long> FindClusterAsync(long profile)
    {
        if (!_clusterOf.TryGetValue(profile, out var cluster))
        {
            _clusterOf[profile] = cluster = (await work.ListOfProfileAsync(profile, 1))[0].Cluster;
        }

        return cluster;
    }

    private async Task<long> CountAsync(long cluster)
    {
        if (!_holdings.TryGetValue(cluster, out var count))
        {
            _holdings[cluster] = count = await work.CountHoldingsAsync(cluster);
        }

        return count;
    }
}
