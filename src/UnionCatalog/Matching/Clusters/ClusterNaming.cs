using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters;

/// <summary>Gives groups that keep no address one: the one that was theirs before it redirected, or a new one.</summary>
/// <param name="addresses">The addresses.</param>
/// <param name="isTaken">Whether an address that stands for itself has, or will have, records.</param>
internal sealed class ClusterNaming(IClusterAddresses addresses, Func<long, Task<bool>> isTaken)
{
    private readonly HashSet<long> _given = [];

    /// <summary>Names a group.</summary>
    /// <param name="eldest">Its eldest record.</param>
    /// <param name="firstName">The bits of its first name, where they are known.</param>
    /// <param name="isIn">Whether a record is in the group.</param>
    /// <param name="olds">The clusters that records of it were in, which go on elsewhere.</param>
    /// <returns>The number of its address.</returns>
    public async Task<long> NameAsync(long eldest, long? firstName, Func<long, bool> isIn, IEnumerable<long> olds)
    {
        var number = await ReviveAsync(isIn, olds) ?? await FindFreeAsync(eldest, firstName);
        _given.Add(number);
        return number;
    }

    // It was named after a record of this group, and redirected to the cluster that this group leaves.
    private async Task<long?> ReviveAsync(Func<long, bool> isIn, IEnumerable<long> olds)
    {
        var own = new List<ClusterAddress>();
        foreach (var old in olds)
        {
            own.AddRange((await addresses.ListRedirectsAsync(old)).Where(redirect => isIn(redirect.Record) && !_given.Contains(redirect.Number)));
        }

        if (own.MinBy(redirect => redirect.Number) is not { } oldest)
        {
            return null;
        }

        await addresses.RedirectAsync(oldest.Number, null);
        return oldest.Number;
    }

    private async Task<long> FindFreeAsync(long eldest, long? firstName)
    {
        for (var turn = 0; ; turn++)
        {
            var bits = turn == 0 && firstName is { } known ? known : ClusterNames.BitsAfter(await addresses.GetKeyAsync(eldest), turn);
            var id = ClusterNames.Of(bits);
            if (await addresses.FindAddressAsync(id) is not { } address)
            {
                return await addresses.AddAddressAsync(id, eldest);
            }

            if (await IsFreeAsync(address.Number) && (address.Target is not { } target || await IsFreeAsync(target)))
            {
                await TakeBackAsync(address);
                return address.Number;
            }
        }
    }

    private async Task<bool> IsFreeAsync(long number) => !_given.Contains(number) && !await isTaken(number);

    // It redirects to what has no records any more: it would lead nowhere, while its own record is back.
    private Task TakeBackAsync(ClusterAddress address) =>
        address.Target is null ? Task.CompletedTask : addresses.RedirectAsync(address.Number, null);
}
