using UnionCatalog.Matching.Clusters.Drawing;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>The connected components of the pairs that are the same and of what persons put together.</summary>
internal sealed class ComponentTable
{
    private readonly PairTable _pairs;
    private readonly int[] _parents;
    private readonly int[] _places;
    private readonly int[] _edges;
    private readonly int[] _members;
    private readonly List<(int Member, int Members, int Edge, int Edges)> _components = [];
    private readonly ILookup<int, (int Left, int Right)> _together;
    private readonly ILookup<int, (int Left, int Right)> _apart;

    public ComponentTable(int profiles, PairTable pairs, Decisions decisions)
    {
        _pairs = pairs;
        _parents = [.. Enumerable.Range(0, profiles)];
        _places = new int[profiles];
        var same = Enumerable.Range(0, pairs.Count).Where(pair => pairs[pair].IsSame).ToArray();
        Array.ForEach(same, pair => Join(pairs[pair].Left, pairs[pair].Right));
        foreach (var (left, right) in decisions.Together)
        {
            Join(left, right);
        }

        _edges = same;
        Array.Sort(Array.ConvertAll(same, pair => Find(pairs[pair].Left)), _edges);
        _members = [.. Enumerable.Range(0, profiles)];
        Array.Sort(Array.ConvertAll(_members, Find), _members);
        _together = decisions.Together.ToLookup(pair => Find(pair.Left));
        _apart = decisions.Apart.Where(pair => Find(pair.Left) == Find(pair.Right)).ToLookup(pair => Find(pair.Left));
        Cut();
    }

    /// <summary>How many there are of two profiles or more.</summary>
    public int Count => _components.Count;

    /// <summary>One of them: its members, and the rest by their places among these. Safe with threads.</summary>
    public (int[] Members, SameEdge[] Same, IReadOnlyList<(int Left, int Right)> Together, IReadOnlyList<(int Left, int Right)> Apart) Get(int component)
    {
        var (member, members, edge, edges) = _components[component];
        var root = Find(_members[member]);
        for (var place = 0; place < members; place++)
        {
            _places[_members[member + place]] = place;
        }

        return (
            _members[member..(member + members)],
            Array.ConvertAll(_edges[edge..(edge + edges)], pair =>
            {
                var (left, right, weight, _) = _pairs[pair];
                return new SameEdge(_places[left], _places[right], weight);
            }),
            Place(_together[root]), Place(_apart[root]));
    }

    private List<(int Left, int Right)> Place(IEnumerable<(int Left, int Right)> pairs) =>
        [.. pairs.Select(pair => (_places[pair.Left], _places[pair.Right]))];

    private void Cut()
    {
        var edge = 0;
        for (var start = 0; start < _members.Length;)
        {
            var root = Find(_members[start]);
            var (end, firstEdge) = (start + 1, edge);
            while (end < _members.Length && Find(_members[end]) == root)
            {
                end++;
            }

            while (edge < _edges.Length && Find(_pairs[_edges[edge]].Left) == root)
            {
                edge++;
            }

            if (end - start > 1)
            {
                _components.Add((start, end - start, firstEdge, edge - firstEdge));
            }

            start = end;
        }
    }

    private void Join(int left, int right)
    {
        var (one, other) = (Find(left), Find(right));
        _parents[Math.Max(one, other)] = Math.Min(one, other);
    }

    private int Find(int profile)
    {
        while (_parents[profile] != profile)
        {
            profile = _parents[profile] = _parents[_parents[profile]];
        }

        return profile;
    }
}
