namespace UnionCatalog.FullText.Segments;

/// <summary>Segments that are to become one.</summary>
/// <param name="Set">The state that they are of, held until the job is over.</param>
/// <param name="Parts">The segments.</param>
internal sealed record MergeJob(SegmentSet Set, IReadOnlyList<LiveSegment> Parts)
{
    /// <summary>Writes the merged segment, and publishes it in the place of its parts. When it throws, everything is as it was.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="state">What it is published in.</param>
    /// <param name="written">Makes ready the segment, which is written but not published.</param>
    /// <param name="rate">How quickly it may be written; null: as quickly as it can.</param>
    /// <param name="cancellation">Gives up.</param>
    public void Run(IndexFolder folder, CommittedState state, Action<MergeJob, Segment> written, WriteRate? rate, CancellationToken cancellation)
    {
        var number = folder.NewNumber();
        Segment? merged = null;
        var isPublished = false;
        try
        {
            MergeOrder order;
            using (var writer = new SegmentWriter(folder.Disk, folder.SegmentPath(number), folder.Fingerprint, rate))
            {
                var stamp = SegmentMerger.Merge(Parts, writer, out order, cancellation);
                folder.Disk.Flush(folder.SegmentPath(number));
                merged = Segment.Open(folder, number, stamp);
            }

            written(this, merged);
            LiveSegment? live = null;
            state.Publish(current =>
            {
                live = Carry(current, order, merged);
                return (current.Cursor, [
                    .. current.Segments.Where(other => Parts.All(part => part.Segment != other.Segment)),
                    .. live.Count > 0 ? new[] { live } : [],
                ]);
            });
            isPublished = live?.Count > 0;
        }
        finally
        {
            merged?.Release();
            if (!isPublished)
            {
                folder.DeleteSegment(number);
            }
        }
    }

    /// <summary>The merged segment less the documents that were deleted while it was written.</summary>
    private LiveSegment Carry(SegmentSet current, MergeOrder order, Segment merged)
    {
        var deleted = new List<int>();
        for (var part = 0; part < Parts.Count; part++)
        {
            var now = current.Find(Parts[part].Segment);
            if (now is not null && now.Deleted == Parts[part].Deleted)
            {
                continue;
            }

            foreach (var document in order.Kept(part))
            {
                if (now is null || !now.IsLive(document))
                {
                    deleted.Add(order.Numbering[part][document]);
                }
            }
        }

        return LiveSegment.Whole(merged) is var whole && deleted.Count == 0 ? whole : whole.Without(deleted);
    }
}
