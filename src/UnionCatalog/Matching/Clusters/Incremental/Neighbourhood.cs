using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>
/// Gathers all that changes can reach: the components of the profiles that they touch, and whole clusters as they were.
/// </summary>
internal sealed class Neighbourhood(IClusteringWork work, ProfileShelf shelf, Touched touched, IReadOnlySet<long> rejudged)
{
    private readonly Queue<long> _open = [];
    private readonly HashSet<long> _clusters = [];

    /// <summary>The profiles, by number.</summary>
    public Dictionary<long, Neighbour> Profiles { get; } = [];

    /// <summary>The records that stay alone because they say too little.</summary>
    public Dictionary<long, Placement> Alone { get; } = [];

    /// <summary>Gathers.</summary>
    public async Task GatherAsync(IEnumerable<long> changed)
    {
        foreach (var profile in changed)
        {
            await ReachAsync(profile, null);
        }

        foreach (var cluster in touched.Clusters)
        {
            await ReachClusterAsync(cluster);
        }

        foreach (var record in touched.Moved)
        {
            if (await work.FindPlacementAsync(record) is { } placement)
            {
                await ReachAsync(placement.Profile, placement);
            }
        }

        while (_open.TryDequeue(out var number))
        {
            await SpreadAsync(Profiles[number]);
        }
    }

    // Of a profile that is too poor only the record that is reached matters, or all where the profile itself changed.
    private async Task ReachAsync(long number, Placement? through)
    {
        if (Profiles.ContainsKey(number) || await shelf.FindAsync(number) is not { } profile)
        {
            return;
        }

        if (!profile.IsAlone)
        {
            Profiles.Add(number, new Neighbour(profile));
            _open.Enqueue(number);
            return;
        }

        foreach (var placement in through is { } one ? [one] : await work.ListOfProfileAsync(number))
        {
            if (Alone.TryAdd(placement.Record, placement))
            {
                await ReachClusterAsync(placement.Cluster);
            }
        }
    }

    private async Task ReachClusterAsync(long cluster)
    {
        if (cluster == 0 || !_clusters.Add(cluster))
        {
            return;
        }

        foreach (var placement in await work.ListOfClusterAsync(cluster))
        {
            await ReachAsync(placement.Profile, placement);
        }
    }

    private async Task SpreadAsync(Neighbour neighbour)
    {
        var number = neighbour.Profile.Number;
        neighbour.Records.AddRange(await work.ListOfProfileAsync(number));
        foreach (var cluster in neighbour.Records.Select(placement => placement.Cluster).Distinct())
        {
            await ReachClusterAsync(cluster);
        }

        if (!rejudged.Contains(number) && !touched.NewProfiles.Contains(number))
        {
            neighbour.Known = neighbour.Records.Find(placement => !touched.Moved.Contains(placement.Record)).Cluster;
        }

        foreach (var pair in await work.ListPairsAsync(number))
        {
            neighbour.Pairs.Add(pair);
            if (pair.IsSame)
            {
                await ReachAsync(pair.Partner, null);
            }
        }

        if (neighbour.Profile.Owner is { } owner)
        {
            await SpreadDecisionsAsync(neighbour, owner);
        }
    }

    private async Task SpreadDecisionsAsync(Neighbour neighbour, long owner)
    {
        foreach (var placement in neighbour.Records)
        {
            touched.Decided.Add(placement.Cluster);
        }

        foreach (var decision in await work.FindOverridesAsync(owner))
        {
            var other = decision.A == owner ? decision.B : decision.A;
            if (await work.FindPlacementAsync(other) is not { } placement || (await shelf.FindAsync(placement.Profile))?.Owner != other)
            {
                continue; // not there, or the change that tells of the decision is still to come
            }

            neighbour.Decisions.Add((placement.Profile, decision.Kind));
            if (decision.Kind == OverrideKind.Together)
            {
                await ReachAsync(placement.Profile, placement);
            }
        }
    }
}
