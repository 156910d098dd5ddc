using UnionCatalog.Matching.Candidates;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>All blocks of all profiles in two arrays: a block's profiles stand together. Crowded blocks are split.</summary>
internal sealed class BlockTable(ProfileTable profiles, ClusterOptions options)
{
    private readonly Dictionary<long, BlockKey> _finer = [];
    private BlockRows _rows = new();
    private int[] _starts = [];

    /// <summary>Those that stay crowded, all of them rests, each with its family.</summary>
    public List<(long Block, byte Family)> Crowds { get; } = [];

    /// <summary>How far neighbours in those may stand apart that are compared.</summary>
    public int RestReach => options.RestReach;

    /// <summary>The identifiers that are not believed.</summary>
    public List<StoredSuspicion> Suspicions { get; } = [];

    /// <summary>How many active blocks there are that hold two profiles or more.</summary>
    public int ActiveCount { get; private set; }

    /// <summary>All blocks of all profiles, by block and profile.</summary>
    public IEnumerable<(long Block, int Profile)> Rows => _rows.All;

    /// <summary>Adds a profile to a block that was not split.</summary>
    public void Add(long block, int profile) => _rows.Add(block, profile);

    /// <summary>Sorts, and splits what is crowded until nothing is left to split by.</summary>
    public void Build(CancellationToken cancellation)
    {
        _rows.Sort();
        for (var level = _rows; level.Count > 0; level = Split(level, cancellation))
        {
            if (level != _rows)
            {
                _rows.AddAll(level);
            }
        }

        _rows.Sort();
        _finer.Clear();
        Activate();
    }

    /// <summary>The profiles of an active block, in their order.</summary>
    public ReadOnlySpan<int> ProfilesOf(int active) => _rows.Profiles.Slice(_starts[active], _rows.LengthFrom(_starts[active]));

    /// <summary>The profiles of any block, in their order.</summary>
    public ReadOnlySpan<int> ProfilesOfBlock(long block) => _rows.Profiles.Slice(_rows.IndexOf(block), _rows.LengthFrom(_rows.IndexOf(block)));

    private void Activate()
    {
        var starts = new List<int>();
        foreach (var (start, length) in _rows.Runs())
        {
            if (length > 1 && length <= options.BlockLimit)
            {
                starts.Add(start);
            }
        }

        _starts = [.. starts];
        ActiveCount = _starts.Length;
    }

    private BlockRows Split(BlockRows level, CancellationToken cancellation)
    {
        var next = new BlockRows();
        foreach (var (start, length) in level.Runs())
        {
            if (length > options.BlockLimit)
            {
                cancellation.ThrowIfCancellationRequested();
                Split(level.BlockAt(start), level.Profiles.Slice(start, length), next);
            }
        }

        next.Sort();
        return next;
    }

    private void Split(long block, ReadOnlySpan<int> members, BlockRows next)
    {
        var first = profiles.FeaturesOf(members[0]);
        var isRoot = !_finer.TryGetValue(block, out var key);
        if (isRoot)
        {
            key = BlockingKeys.Of(first).First(root => root.Hash == block);
            DoubtIdentifier(key, first, members);
        }

        var isSplit = false;
        foreach (var member in members)
        {
            foreach (var finer in FinerBlocks.Of(key, profiles.FeaturesOf(member)))
            {
                isSplit = true;
                _finer.TryAdd(finer.Hash, finer);
                next.Add(finer.Hash, member);
            }
        }

        if (!isSplit)
        {
            Crowds.Add((block, (byte)key.Family));
        }
    }

    private void DoubtIdentifier(BlockKey block, MatchFeatures features, ReadOnlySpan<int> members)
    {
        if (!Identifiers.Has(block.Family) || Identifiers.Find(block, features) is not { } identifier)
        {
            return;
        }

        var titles = new HashSet<long>();
        foreach (var member in members)
        {
            if (titles.Add(profiles.TitleOf(member)) && titles.Count > options.MostTitles)
            {
                Suspicions.Add(new(block.Hash, (byte)block.Family, identifier));
                return;
            }
        }
    }
}
