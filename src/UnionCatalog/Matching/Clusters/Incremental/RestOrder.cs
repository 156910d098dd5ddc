using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>The crowded rests, each with its profiles in the order of hashes: who stands near to another is compared with it.</summary>
/// <remarks>Read when first asked for, and kept up to date from then on.</remarks>
internal sealed class RestOrder(IProfileBlocks store, int reach)
{
    private readonly Dictionary<long, List<(UInt128 Hash, long Profile)>> _rests = [];

    /// <summary>The profiles that are compared with one of a rest.</summary>
    public async Task<IEnumerable<long>> ListNeighboursAsync(long rest, Profile profile)
    {
        var order = await GetAsync(rest);
        var place = order.BinarySearch((profile.Hash, profile.Number));
        return place < 0 ? [] : order[Math.Max(0, place - reach)..Math.Min(order.Count, place + reach + 1)].Select(one => one.Profile);
    }

    /// <summary>Takes in a profile that entered the block of a rest.</summary>
    /// <returns>Those pairs that it pushed out of each other's reach.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<long>>> EnterAsync(long rest, Profile profile)
    {
        var order = await GetAsync(rest);
        var place = order.BinarySearch((profile.Hash, profile.Number));
        if (place < 0)
        {
            place = ~place;
            order.Insert(place, (profile.Hash, profile.Number));
        }

        return ListAcross(order, place, place + 1);
    }

    /// <summary>Takes out a profile that left the block of a rest.</summary>
    /// <returns>Those pairs that came into each other's reach.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<long>>> LeaveAsync(long rest, Profile profile)
    {
        var order = await GetAsync(rest);
        var place = order.BinarySearch((profile.Hash, profile.Number));
        if (place < 0)
        {
            return ListAcross(order, ~place, ~place);
        }

        order.RemoveAt(place);
        return ListAcross(order, place, place);
    }

    /// <summary>Forgets a rest that is no more, or no more crowded.</summary>
    public void Forget(long rest) => _rests.Remove(rest);

    // Between the two ends stands the profile that comes or goes: the one way round or the other it makes these pairs near.
    private List<IReadOnlyList<long>> ListAcross(List<(UInt128 Hash, long Profile)> order, int before, int behind)
    {
        var pairs = new List<IReadOnlyList<long>>();
        for (var step = 1; step <= reach; step++)
        {
            var (left, right) = (before - step, behind + reach - step);
            if (left >= 0 && right < order.Count)
            {
                pairs.Add([order[left].Profile, order[right].Profile]);
            }
        }

        return pairs;
    }

    private async Task<List<(UInt128 Hash, long Profile)>> GetAsync(long rest)
    {
        if (!_rests.TryGetValue(rest, out var order))
        {
            _rests[rest] = order = [.. await store.ListByHashAsync(rest)];
        }

        return order;
    }
}
