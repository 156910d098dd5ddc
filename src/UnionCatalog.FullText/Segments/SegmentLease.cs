namespace UnionCatalog.FullText.Segments;

/// <summary>A hold on a state that someone reads from.</summary>
internal readonly struct SegmentLease(SegmentSet set) : IDisposable
{
    public IReadOnlyList<LiveSegment> Segments => set.Segments;

    public void Dispose() => set.Release();
}
