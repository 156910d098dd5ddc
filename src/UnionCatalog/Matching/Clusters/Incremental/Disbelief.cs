using UnionCatalog.Matching.Candidates;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Incremental;

/// <summary>Watches which identifiers are not believed, and whom it concerns when that changes.</summary>
internal sealed class Disbelief
{
    private readonly IProfileBlocks _store;
    private readonly ClusterOptions _options;
    private readonly Dictionary<long, string> _identifiers;
    private readonly HashSet<string> _set;

    private Disbelief(IProfileBlocks store, ClusterOptions options, IEnumerable<StoredSuspicion> known)
    {
        (_store, _options) = (store, options);
        _identifiers = known.ToDictionary(suspicion => suspicion.Block, suspicion => suspicion.Identifier);
        _set = _identifiers.Values.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The identifiers that are not believed.</summary>
    public IReadOnlySet<string> Identifiers => _set;

    /// <summary>The profiles to be judged again, because an identifier that they have began or ceased to be believed.</summary>
    public HashSet<long> Concerned { get; } = [];

    /// <summary>Begins with what is stored.</summary>
    public static async Task<Disbelief> OpenAsync(IProfileBlocks store, ClusterOptions options) =>
        new(store, options, await store.ListSuspicionsAsync());

    /// <summary>Looks at a block whose profiles changed.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isCrowded">Whether it is crowded now.</param>
    /// <param name="features">Of a profile that is or was in it.</param>
    public async Task LookAsync(BlockKey block, bool isCrowded, MatchFeatures features)
    {
        var was = _identifiers.ContainsKey(block.Hash);
        if ((!isCrowded && !was) || !Clusters.Identifiers.Has(block.Family) || Clusters.Identifiers.Find(block, features) is not { } identifier)
        {
            return;
        }

        var isNow = isCrowded && await _store.CountTitlesAsync(block.Hash, _options.MostTitles + 1) > _options.MostTitles;
        if (isNow != was)
        {
            await ChangeAsync(block, identifier, isNow);
        }
    }

    private async Task ChangeAsync(BlockKey block, string identifier, bool isNow)
    {
        if (isNow)
        {
            _identifiers.Add(block.Hash, identifier);
            _set.Add(identifier);
            await _store.AddSuspicionAsync(new(block.Hash, (byte)block.Family, identifier));
        }
        else
        {
            _identifiers.Remove(block.Hash);
            _set.Remove(identifier);
            await _store.RemoveSuspicionAsync(block.Hash);
        }

        Concerned.UnionWith(await _store.ListBlockAsync(block.Hash, int.MaxValue));
    }
}
