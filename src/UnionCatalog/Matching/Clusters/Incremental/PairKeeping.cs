using UnionCatalog.Matching.Comparison;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>Keeps the pairs of the store as profiles come and go.</summary>
internal sealed class PairKeeping(IProfileBlocks store, ProfileShelf shelf, BlockKeeping blocks, Disbelief disbelief)
{
    /// <summary>The profiles whose pairs changed: their clusters are to be drawn anew.</summary>
    public HashSet<long> Changed { get; } = [];

    /// <summary>The profiles that were judged under other identifiers before: what was known of them is not known.</summary>
    public HashSet<long> Rejudged { get; } = [];

    /// <summary>Takes a new profile in.</summary>
    public async Task AddAsync(Profile profile)
    {
        await blocks.EnterAsync(profile);
        await FollowBlocksAsync();
        await RefreshAsync(profile);
        Changed.Add(profile.Number);
    }

    /// <summary>Takes a profile out.</summary>
    public async Task RemoveAsync(Profile profile)
    {
        foreach (var pair in await store.ListPairsAsync(profile.Number))
        {
            await store.RemovePairAsync(pair.Profile, pair.Partner);
            Changed.Add(pair.Partner);
        }

        await blocks.LeaveAsync(profile);
        await shelf.RemoveAsync(profile.Number);
        await FollowBlocksAsync();
        Changed.Remove(profile.Number);
    }

    /// <summary>Judges again whom it concerns that an identifier is or is not believed.</summary>
    public async Task FollowDisbeliefAsync()
    {
        foreach (var number in disbelief.Concerned)
        {
            if (await shelf.FindAsync(number) is { } profile)
            {
                profile.IsPoor = ProfileDraft.IsTooPoor(profile.Features, disbelief.Identifiers);
                await store.SetPoorAsync(number, profile.IsPoor);
            }
        }

        // After all of them: what two come to depends on whether the other is poor.
        foreach (var number in disbelief.Concerned)
        {
            if (await shelf.FindAsync(number) is { } profile)
            {
                await RefreshAsync(profile);
                Changed.Add(number);
                Rejudged.Add(number);
            }
        }

        disbelief.Concerned.Clear();
    }

    private async Task RefreshAsync(Profile profile)
    {
        var stored = (await store.ListPairsAsync(profile.Number)).ToDictionary(pair => pair.Partner);
        var candidates = new HashSet<long>();
        if (!profile.IsPoor)
        {
            await blocks.ListMeetingsAsync(profile, candidates, []);
        }

        foreach (var candidate in candidates)
        {
            if (candidate != profile.Number && Judge(profile, await shelf.GetAsync(candidate)) is { } pair)
            {
                await SetAsync(pair, stored.Remove(candidate, out var known) ? known : null);
            }
        }

        foreach (var partner in stored.Keys)
        {
            await RemoveAsync(profile.Number, partner);
        }
    }

    private async Task FollowBlocksAsync()
    {
        // A block that was split takes those with it that it was split into and that are crowded too: their profiles are its own.
        var (closed, meetings, read) = (new List<HashSet<long>>(), new Dictionary<long, Meetings>(), new Dictionary<long, IReadOnlyList<long>>());
        foreach (var members in blocks.Closed.Select(members => members.ToHashSet()).OrderByDescending(members => members.Count))
        {
            if (!closed.Exists(members.IsSubsetOf))
            {
                closed.Add(members);
                await RecheckAsync(members, meetings, read);
            }
        }

        foreach (var members in blocks.Opened)
        {
            await CompareAsync(members);
        }

        blocks.Closed.Clear();
        blocks.Opened.Clear();
    }

    // A block closed: a pair stays only if another active block holds both, or they are neighbours in a rest.
    private async Task RecheckAsync(HashSet<long> members, Dictionary<long, Meetings> meetings, Dictionary<long, IReadOnlyList<long>> read)
    {
        foreach (var member in members)
        {
            foreach (var pair in (await store.ListPairsAsync(member)).Where(pair => pair.Partner > member && members.Contains(pair.Partner)))
            {
                var own = await MeetingsOfAsync(member);
                if (!own.Neighbours.Contains(pair.Partner) && !own.Active.Overlaps((await MeetingsOfAsync(pair.Partner)).Active))
                {
                    await RemoveAsync(member, pair.Partner);
                }
            }
        }

        async Task<Meetings> MeetingsOfAsync(long number)
        {
            if (!meetings.TryGetValue(number, out var own))
            {
                meetings[number] = own = await blocks.ListMeetingsAsync(await shelf.GetAsync(number), null, read);
            }

            return own;
        }
    }

    private async Task CompareAsync(IReadOnlyList<long> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            var left = await shelf.GetAsync(members[i]);
            var stored = (await store.ListPairsAsync(left.Number)).ToDictionary(pair => pair.Partner);
            for (var j = i + 1; j < members.Count && !left.IsPoor; j++)
            {
                if (!stored.ContainsKey(members[j]) && Judge(left, await shelf.GetAsync(members[j])) is { } pair)
                {
                    await SetAsync(pair, null);
                }
            }
        }
    }

    private StoredPair? Judge(Profile left, Profile right)
    {
        if (left.IsPoor || right.IsPoor)
        {
            return null;
        }

        var judgement = PairComparer.Judge(left.Features, right.Features, disbelief.Identifiers);
        return judgement.Outcome == Outcome.Different ? null : new(left.Number, right.Number, judgement.Weight, judgement.Outcome == Outcome.Same);
    }

    private async Task SetAsync(StoredPair pair, StoredPair? known)
    {
        if (pair != known)
        {
            await store.SetPairAsync(pair);
            Changed.Add(pair.Profile);
            Changed.Add(pair.Partner);
        }
    }

    private async Task RemoveAsync(long profile, long partner)
    {
        await store.RemovePairAsync(profile, partner);
        Changed.Add(profile);
        Changed.Add(partner);
    }
}
