using System.Buffers.Binary;
using System.IO.Hashing;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.FullText.Segments;

/// <summary>A committed state. Its segments stay mapped while someone holds it; whoever makes it does.</summary>
internal sealed class SegmentSet
{
    private int _holders = 1;
    private readonly Lazy<ulong> _stamp;
    private CollectionStatistics? _statistics;

    public SegmentSet(long cursor, IReadOnlyList<LiveSegment> segments)
    {
        (Cursor, Segments) = (cursor, segments);
        _stamp = new(Reckon);
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

    /// <summary>Tells this state from every other: a checksum of what its manifest says.</summary>
    public ulong Stamp => _stamp.Value;

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

    private ulong Reckon()
    {
        var checksum = new XxHash3();
        Span<byte> numbers = stackalloc byte[2 * sizeof(long)];
        foreach (var live in Segments)
        {
            BinaryPrimitives.WriteInt64LittleEndian(numbers, live.Segment.Number);
            BinaryPrimitives.WriteUInt64LittleEndian(numbers[sizeof(long)..], live.Segment.File.Stamp.Checksum);
            checksum.Append(numbers);
            checksum.Append(live.Code.Bytes);
        }

        return checksum.GetCurrentHashAsUInt64();
    }
}
