namespace UnionCatalog.FullText;

/// <summary>How much an index may use of the machine.</summary>
public sealed record IndexOptions
{
    /// <summary>What a draft keeps in memory before it writes a segment, in bytes. 1 MiB to 2 GiB. Default: 64 MiB.</summary>
    public long DraftMemory { get; init; } = 64L << 20;

    /// <summary>How fast segments are merged in the background, in bytes written a second. Default: 64 MiB.</summary>
    public long MergeRate { get; init; } = 64L << 20;

    /// <summary>
    /// How many segments of about one size become one, 2 to 32: fewer segments to search against more writing. Default: 4.
    /// </summary>
    public int MergeFactor { get; init; } = 4;

    /// <summary>Whether segments are merged in the background; without it only <see cref="SearchIndex.Merge"/> does. Default: true.</summary>
    public bool MergesInBackground { get; init; } = true;

    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(DraftMemory, 1L << 20);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(DraftMemory, 2L << 30);
        ArgumentOutOfRangeException.ThrowIfLessThan(MergeRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MergeFactor, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MergeFactor, 32);
    }
}
