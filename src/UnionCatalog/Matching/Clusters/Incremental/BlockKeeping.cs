using UnionCatalog.Matching.Candidates;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>
/// Keeps the blocks of the store as profiles come and go: what becomes crowded is split, and what is no more crowded is taken
/// together again.
/// </summary>
internal sealed class BlockKeeping(IProfileBlocks store, ProfileShelf shelf, Disbelief disbelief, ClusterOptions options)
{
    private readonly RestOrder _rests = new(store, options.RestReach);

    /// <summary>The members of each block that became crowded: those that share no other are no more compared.</summary>
    public List<IReadOnlyList<long>> Closed { get; } = [];

    /// <summary>The members of each block that is no more crowded: they are to be compared.</summary>
    public List<IReadOnlyList<long>> Opened { get; } = [];

    /// <summary>Puts a new profile into its blocks.</summary>
    public async Task EnterAsync(Profile profile)
    {
        foreach (var root in profile.Roots)
        {
            var size = await EnterAsync(root, profile);
            await disbelief.LookAsync(root, size > options.BlockLimit, profile.Features);
        }
    }

    /// <summary>Takes a profile out of its blocks.</summary>
    public async Task LeaveAsync(Profile profile)
    {
        foreach (var root in profile.Roots)
        {
            var size = await LeaveAsync(root, profile);
            await disbelief.LookAsync(root, size > options.BlockLimit, profile.Features);
        }
    }

    /// <summary>Where a profile meets others.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="members">Whom it meets is added here; null for nowhere.</param>
    /// <param name="read">
    /// The blocks that were read already, for many profiles between which no block changes: they share most of theirs.
    /// </param>
    public async Task<Meetings> ListMeetingsAsync(Profile profile, HashSet<long>? members, Dictionary<long, IReadOnlyList<long>> read)
    {
        var (active, neighbours) = (new HashSet<long>(), new HashSet<long>());
        var open = new Stack<BlockKey>(profile.Roots);
        while (open.TryPop(out var block))
        {
            if (!read.TryGetValue(block.Hash, out var some))
            {
                read[block.Hash] = some = await store.ListBlockAsync(block.Hash, options.BlockLimit + 1);
            }

            if (some.Count <= options.BlockLimit)
            {
                active.Add(block.Hash);
                members?.UnionWith(some);
                continue;
            }

            if (FinerBlocks.IsRest(block))
            {
                neighbours.UnionWith(await _rests.ListNeighboursAsync(block.Hash, profile));
            }

            foreach (var finer in FinerBlocks.Of(block, profile.Features))
            {
                open.Push(finer);
            }
        }

        members?.UnionWith(neighbours);
        return new(active, neighbours);
    }

    // How many are in the block now, counted to two more than the limit.
    private async Task<int> EnterAsync(BlockKey block, Profile profile)
    {
        await store.EnterBlockAsync(block.Hash, profile.Number);
        var members = await store.ListBlockAsync(block.Hash, options.BlockLimit + 2);
        if (members.Count == options.BlockLimit + 1)
        {
            await SplitAsync(block, members);
        }
        else if (members.Count > options.BlockLimit && FinerBlocks.IsRest(block))
        {
            Closed.AddRange(await _rests.EnterAsync(block.Hash, profile));
        }
        else if (members.Count > options.BlockLimit)
        {
            foreach (var finer in FinerBlocks.Of(block, profile.Features))
            {
                await EnterAsync(finer, profile);
            }
        }

        return members.Count;
    }

    private async Task SplitAsync(BlockKey block, IReadOnlyList<long> members)
    {
        Closed.Add(members);
        var isSplit = false;
        foreach (var member in members)
        {
            var profile = await shelf.GetAsync(member);
            foreach (var finer in FinerBlocks.Of(block, profile.Features))
            {
                isSplit = true;
                await EnterAsync(finer, profile);
            }
        }

        if (!isSplit)
        {
            await store.ReportCrowdAsync(block.Hash, (byte)block.Family);
        }
    }

    private async Task<int> LeaveAsync(BlockKey block, Profile profile)
    {
        var members = await store.ListBlockAsync(block.Hash, options.BlockLimit + 2);
        await store.LeaveBlockAsync(block.Hash, profile.Number);
        if (members.Count == options.BlockLimit + 1)
        {
            await UniteAsync(block, members);
            Opened.Add([.. members.Where(member => member != profile.Number)]);
        }
        else if (members.Count > options.BlockLimit && FinerBlocks.IsRest(block))
        {
            Opened.AddRange(await _rests.LeaveAsync(block.Hash, profile));
        }
        else if (members.Count > options.BlockLimit)
        {
            foreach (var finer in FinerBlocks.Of(block, profile.Features))
            {
                await LeaveAsync(finer, profile);
            }
        }

        // Of two more than the limit, one may stand for many: one less is crowded still.
        return members.Count - 1;
    }

    // Takes away all that a block was split into.
    private async Task UniteAsync(BlockKey block, IReadOnlyList<long> members)
    {
        _rests.Forget(block.Hash);
        var finer = new Dictionary<BlockKey, List<long>>();
        foreach (var member in members)
        {
            foreach (var inner in FinerBlocks.Of(block, (await shelf.GetAsync(member)).Features))
            {
                if (!finer.TryGetValue(inner, out var some))
                {
                    finer[inner] = some = [];
                }

                some.Add(member);
            }
        }

        if (finer.Count == 0)
        {
            await store.ReportCrowdAsync(block.Hash, null);
        }

        foreach (var (inner, some) in finer)
        {
            await store.ClearBlockAsync(inner.Hash);
            if (some.Count > options.BlockLimit)
            {
                await UniteAsync(inner, some);
            }
        }
    }
}
