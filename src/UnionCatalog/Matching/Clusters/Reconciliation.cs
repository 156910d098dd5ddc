using System.Runtime.InteropServices;

namespace UnionCatalog.Matching.Clusters;

/// <summary>
/// Finds which address each new group keeps. An old cluster's address wants to where most of its records went; of several
/// that want to one group the oldest lives, and the others redirect to it.
/// </summary>
internal sealed class Reconciliation
{
    private readonly Dictionary<(long Old, int Group), (int Records, long First)> _shared = [];
    private readonly Dictionary<long, int> _wanted = [];
    private readonly Dictionary<int, long> _kept = [];

    /// <summary>Tells of a record that was in an old cluster and is in a new group. Records come in any order.</summary>
    public void Add(long record, long old, int group)
    {
        ref var shared = ref CollectionsMarshal.GetValueRefOrAddDefault(_shared, (old, group), out var isThere);
        shared = isThere ? (shared.Records + 1, Math.Min(shared.First, record)) : (1, record);
    }

    /// <summary>Decides, once all records were told of.</summary>
    public void Decide()
    {
        foreach (var ((old, group), shared) in _shared)
        {
            if (!_wanted.TryGetValue(old, out var best) || IsMore(shared, _shared[(old, best)]))
            {
                _wanted[old] = group;
            }
        }

        foreach (var (old, group) in _wanted)
        {
            _kept[group] = Math.Min(old, _kept.GetValueOrDefault(group, old));
        }
    }

    /// <summary>The old cluster whose address a group keeps; null when it is to be named.</summary>
    public long? KeptBy(int group) => _kept.TryGetValue(group, out var old) ? old : null;

    /// <summary>Whether an old cluster still has records somewhere: then its address is not free.</summary>
    public bool IsWanting(long old) => _wanted.ContainsKey(old);

    /// <summary>The old clusters that go up in another.</summary>
    public IEnumerable<(long Old, long Into)> Redirects =>
        _wanted.Select(wish => (Old: wish.Key, Into: _kept[wish.Value])).Where(redirect => redirect.Old != redirect.Into).Order();

    /// <summary>For each group that is to be named but has records of old clusters, these clusters.</summary>
    public ILookup<int, long> Orphans => _shared.Keys.Where(shared => !_kept.ContainsKey(shared.Group)).ToLookup(shared => shared.Group, shared => shared.Old);

    private static bool IsMore((int Records, long First) one, (int Records, long First) other) =>
        one.Records != other.Records ? one.Records > other.Records : one.First < other.First;
}
