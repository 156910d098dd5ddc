using System.Collections.Concurrent;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>All blocks of all profiles: a block's profiles stand together. Crowded blocks are split.</summary>
/// <remarks>
/// A row takes twelve bytes, and a million records have more than twenty millions of them. So the rows of each level of
/// splitting stay where they were sorted: to put all of them into one order would need them twice.
/// </remarks>
internal sealed class BlockTable(ProfileTable profiles, ClusterOptions options)
{
    private readonly ConcurrentDictionary<long, BlockKey> _crowded = [];
    private BlockLevel _roots = new();
    private BlockLevels _levels = new([]);
    private int[] _starts = [];

    /// <summary>Those that stay crowded, all of them rests, each with its family.</summary>
    public List<(long Block, byte Family)> Crowds { get; } = [];

    /// <summary>How far neighbours in those may stand apart that are compared.</summary>
    public int RestReach => options.RestReach;

    /// <summary>The identifiers that are not believed.</summary>
    public List<StoredSuspicion> Suspicions { get; } = [];

    /// <summary>How many active blocks there are that hold two profiles or more.</summary>
    public int ActiveCount => _starts.Length;

    /// <summary>All blocks of all profiles, by block and profile.</summary>
    public IEnumerable<(long Block, int Profile)> Rows => _levels.All;

    /// <summary>Adds a profile to a block that was not split.</summary>
    public void Add(long block, int profile) => _roots.Add(block, profile);

    /// <summary>Sorts, and splits what is crowded until nothing is left to split by.</summary>
    public void Build(CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = BulkDrawing.Degree, CancellationToken = cancellation };
        var levels = new List<BlockLevel>();
        for (var level = _roots; level.Count > 0; level = Split(level, parallel))
        {
            level.Sort(parallel);
            levels.Add(level);
        }

        _crowded.Clear();
        _levels = new(levels);
        _starts = _levels.ListStarts(2, options.BlockLimit);
    }

    /// <summary>Frees all but what is to be reported.</summary>
    public void Clear() => (_roots, _levels, _starts) = (new(), new([]), []);

    /// <summary>The profiles of an active block, in their order.</summary>
    public ReadOnlySpan<int> ProfilesOf(int active) => _levels.ProfilesFrom(_starts[active]);

    /// <summary>The profiles of any block, in their order.</summary>
    public ReadOnlySpan<int> ProfilesOfBlock(long block) => _levels.ProfilesOf(block);

    private BlockLevel Split(BlockLevel level, ParallelOptions parallel)
    {
        var next = new BlockLevel();
        Parallel.ForEach(
            level.Crowded(options.BlockLimit), parallel,
            run => Split(run.Part.BlockAt(run.Start), run.Part.Profiles.Slice(run.Start, run.Length), next));
        return next;
    }

    private void Split(long block, ReadOnlySpan<int> members, BlockLevel next)
    {
        var key = KeyOf(block, members);
        var finer = new List<(BlockKey Key, int Profile)>(members.Length);
        foreach (var member in members)
        {
            foreach (var inner in FinerBlocks.Of(key, profiles.FeaturesOf(member)))
            {
                finer.Add((inner, member));
            }
        }

        // Each finer block is split from this one only, so that what is crowded among them is known here.
        var crowded = finer.CountBy(row => row.Key).Where(count => count.Value > options.BlockLimit).Select(count => count.Key).ToList();
        lock (next)
        {
            finer.ForEach(row => next.Add(row.Key.Hash, row.Profile));
            crowded.ForEach(inner => _crowded.TryAdd(inner.Hash, inner));
            if (finer.Count == 0)
            {
                Crowds.Add((block, (byte)key.Family));
            }
        }
    }

    private BlockKey KeyOf(long block, ReadOnlySpan<int> members)
    {
        if (_crowded.TryGetValue(block, out var known))
        {
            return known;
        }

        var first = profiles.FeaturesOf(members[0]);
        var root = BlockingKeys.Of(first).First(root => root.Hash == block);
        DoubtIdentifier(root, first, members);
        return root;
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
                lock (Suspicions)
                {
                    Suspicions.Add(new(block.Hash, (byte)block.Family, identifier));
                }

                return;
            }
        }
    }
}
