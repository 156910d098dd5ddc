using UnionCatalog.FullText.Queries;

namespace UnionCatalog.FullText.Segments;

/// <summary>A committed state. Its segments stay mapped while someone holds it; whoever makes it does.</summary>
internal sealed class SegmentSet
{
    private int _holders = 1;
    private CollectionStatistics? _statistics;

    public SegmentSet(long cursor, IReadOnlyList<LiveSegment> segments)
    {
        (Cursor, Segments) = (cursor, segments);
        foreach (var live in segments)
        {
            live.Segment.Hold();
            DocumentCount = checked(DocumentCount + live.Count);
        }
    }

    /// <summary>The caller's cursor.</summary>
    public long Cursor { get; }

    public IReadOnlyList<LiveSegment> Segments { get; }

    public int DocumentCount { get; }

    /// <summary>The figures that scores need, reckoned when they are first asked for.</summary>
    public CollectionStatistics StatisticsFor(IndexSchema schema) => _statistics ??= new(schema, Segments);

    /// <returns>False when it has been let go of already.</returns>
    public bool TryHold()
    {
        var holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            foreach (var live in Segments)
            {
                live.Segment.Release();
            }
        }
    }

    /// <summary>The segment as it is in this state; null when it is not.</summary>
    public LiveSegment? Find(Segment segment) => Segments.FirstOrDefault(live => live.Segment == segment);
}
