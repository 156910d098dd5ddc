namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>The rows of one level of splitting, in parts by the first bits of the block.</summary>
/// <remarks>A part is sorted by itself, on a thread of its own, and needs room for itself twice while it is: all rows at once would need it for all.</remarks>
internal sealed class BlockLevel
{
    /// <summary>How many parts there are; all blocks of one come before those of the next.</summary>
    public const int Parts = 1 << Bits;

    private const int Bits = 5;

    private readonly BlockRows[] _parts = [.. Enumerable.Range(0, Parts).Select(_ => new BlockRows())];

    /// <summary>How many rows there are.</summary>
    public int Count => _parts.Sum(part => part.Count);

    /// <summary>One of the parts.</summary>
    public BlockRows this[int part] => _parts[part];

    /// <summary>The part in which a block is.</summary>
    public static int PartOf(long block) => (int)((ulong)(block ^ long.MinValue) >> (64 - Bits));

    /// <summary>Adds a row.</summary>
    public void Add(long block, int profile) => _parts[PartOf(block)].Add(block, profile);

    /// <summary>Sorts all parts.</summary>
    public void Sort(ParallelOptions options) => Parallel.ForEach(_parts, options, part => part.Sort());

    /// <summary>The blocks that have more rows than this.</summary>
    public IEnumerable<(BlockRows Part, int Start, int Length)> Crowded(int limit) =>
        _parts.SelectMany(part => part.Runs().Where(run => run.Length > limit).Select(run => (part, run.Start, run.Length)));
}
