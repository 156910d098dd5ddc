using UnionCatalog.Matching.Clusters.Drawing;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>Draws the clusters of a neighbourhood anew, and stores them under their addresses.</summary>
internal sealed class ClusterRedrawing(IClusteringWork work, ProfileShelf shelf, Neighbourhood around, Touched touched, IReadOnlySet<string> suspicious)
{
    private readonly List<DrawnGroup> _groups = [];
    private readonly HashSet<long> _changed = [.. touched.Clusters];

    /// <summary>Draws.</summary>
    public async Task DrawAsync()
    {
        DrawGroups();
        var gone = await KeepAddressesAsync();
        foreach (var record in touched.Contents)
        {
            if (await work.FindPlacementAsync(record) is { } placement)
            {
                _changed.Add(placement.Cluster);
            }
        }

        foreach (var cluster in _changed.Where(cluster => cluster != 0).Order())
        {
            await work.TouchAsync(cluster);
        }

        await new ReviewKeeping(work, shelf).RenewAsync(_groups, gone);
    }

    private void DrawGroups()
    {
        var seen = new HashSet<long>();
        foreach (var first in around.Profiles.Keys)
        {
            if (seen.Add(first))
            {
                DrawComponent(Connect(first, seen));
            }
        }

        _groups.AddRange(around.Alone.Values.Select(placement => new DrawnGroup([], [placement])));
    }

    private List<Neighbour> Connect(long first, HashSet<long> seen)
    {
        List<Neighbour> component = [around.Profiles[first]];
        for (var i = 0; i < component.Count; i++)
        {
            var same = component[i].Pairs.Where(pair => pair.IsSame).Select(pair => pair.Partner);
            var together = component[i].Decisions.Where(decision => decision.Kind == OverrideKind.Together).Select(decision => decision.Profile);
            component.AddRange(same.Concat(together).Where(seen.Add).Select(number => around.Profiles[number]));
        }

        return component;
    }

    private void DrawComponent(List<Neighbour> members)
    {
        var places = members.Select((member, place) => (member.Profile.Number, place)).ToDictionary(member => member.Number, member => member.place);
        var drawn = ComponentDrawing.Draw(new Component(
            [.. members.Select(member => member.Profile.Hash)],
            [.. members.SelectMany(member => member.Pairs).Where(pair => pair.IsSame && pair.Profile < pair.Partner)
                .Select(pair => new SameEdge(places[pair.Profile], places[pair.Partner], pair.Weight))],
            Decisions(OverrideKind.Together), Decisions(OverrideKind.Apart),
            place => members[place].Profile.Features, suspicious,
            [.. members.Select(member => touched.Decided.Contains(member.Known) ? 0 : member.Known)]));
        _groups.AddRange(members.Select((member, place) => (member, Group: drawn[place])).GroupBy(one => one.Group, one => one.member)
            .Select(group => new DrawnGroup([.. group], [.. group.SelectMany(member => member.Records).OrderBy(placement => placement.Record)])));

        List<(int Left, int Right)> Decisions(OverrideKind kind) =>
        [
            .. members.SelectMany((member, place) => member.Decisions
                .Where(decision => decision.Kind == kind && places.ContainsKey(decision.Profile))
                .Select(decision => (place, places[decision.Profile]))),
        ];
    }

    // The clusters that are no more.
    private async Task<List<long>> KeepAddressesAsync()
    {
        var reconciliation = new Reconciliation();
        for (var group = 0; group < _groups.Count; group++)
        {
            foreach (var placement in _groups[group].Records.Where(placement => placement.Cluster != 0))
            {
                reconciliation.Add(placement.Record, placement.Cluster, group);
            }
        }

        reconciliation.Decide();
        await NameAsync(reconciliation);
        foreach (var (old, into) in reconciliation.Redirects)
        {
            await work.RedirectAsync(old, into);
            _changed.Add(old);
        }

        foreach (var group in _groups)
        {
            await PlaceAsync(group);
        }

        return [.. reconciliation.Redirects.Select(redirect => redirect.Old), .. touched.Clusters.Where(cluster => !reconciliation.IsWanting(cluster))];
    }

    private async Task NameAsync(Reconciliation reconciliation)
    {
        var naming = new ClusterNaming(work, async cluster => reconciliation.IsWanting(cluster) || !await work.IsEmptyAsync(cluster));
        var orphans = reconciliation.Orphans;
        foreach (var number in Enumerable.Range(0, _groups.Count).OrderBy(number => _groups[number].Records[0].Record))
        {
            var group = _groups[number];
            group.Cluster = reconciliation.KeptBy(number) ?? await naming.NameAsync(
                group.Records[0].Record, null, record => group.Records.Exists(placement => placement.Record == record), orphans[number]);
        }
    }

    private async Task PlaceAsync(DrawnGroup group)
    {
        foreach (var placement in group.Records.Where(placement => placement.Cluster != group.Cluster))
        {
            await work.PlaceAsync(placement with { Cluster = group.Cluster });
            _changed.Add(placement.Cluster);
            _changed.Add(group.Cluster);
        }
    }
}
