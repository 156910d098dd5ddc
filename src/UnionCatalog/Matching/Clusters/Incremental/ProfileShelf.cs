using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>The stored profiles, each read once as long as there is room.</summary>
internal sealed class ProfileShelf(IProfileBlocks store)
{
    private const int Room = 20_000;

    private readonly Dictionary<long, Profile> _profiles = [];

    /// <summary>A profile.</summary>
    public async Task<Profile> GetAsync(long number) => await FindAsync(number)
        ?? throw new InvalidOperationException($"The store names profile {number} and has none of this number. Draw the clusters anew with rebuild-index --clusters.");

    /// <summary>A profile; null when it is no more.</summary>
    public async Task<Profile?> FindAsync(long number)
    {
        if (_profiles.TryGetValue(number, out var known))
        {
            return known;
        }

        return await store.GetProfileAsync(number) is { } stored
            ? Keep(new Profile(number, stored.Hash, stored.Own, stored.IsPoor, FeatureBytes.Read(stored.Features.Span)))
            : null;
    }

    /// <summary>Stores a new profile.</summary>
    public async Task<Profile> AddAsync(ProfileDraft draft, long? owner, bool isPoor, MatchFeatures features)
    {
        var number = await store.AddProfileAsync(new(0, draft.Hash, owner, draft.Title, isPoor, draft.Bytes));
        return Keep(new Profile(number, draft.Hash, owner, isPoor, features));
    }

    /// <summary>Removes one for good.</summary>
    public Task RemoveAsync(long number)
    {
        _profiles.Remove(number);
        return store.RemoveProfileAsync(number);
    }

    private Profile Keep(Profile profile)
    {
        if (_profiles.Count == Room)
        {
            _profiles.Clear();
        }

        return _profiles[profile.Number] = profile;
    }
}
