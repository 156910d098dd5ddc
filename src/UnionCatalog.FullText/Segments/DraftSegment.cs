namespace UnionCatalog.FullText.Segments;

/// <summary>A segment that a draft has written and not committed, and what the draft has deleted from it since.</summary>
internal sealed class DraftSegment
{
    private BitSet? _deleted;
    private bool _isFlushed;
    private bool _isSuspect;

    private DraftSegment(Segment segment) => Segment = segment;

    public Segment Segment { get; private set; }

    public static DraftSegment Write(SegmentBuilder builder, IndexFolder folder)
    {
        var number = folder.NewNumber();
        SegmentStamp stamp;
        using (var writer = new SegmentWriter(folder.Disk, folder.SegmentPath(number), folder.Fingerprint))
        {
            stamp = builder.Write(writer);
        }

        try
        {
            return new DraftSegment(Segment.Open(folder, number, stamp));
        }
        catch
        {
            folder.DeleteSegment(number);
            throw;
        }
    }

    public void Delete(ReadOnlySpan<byte> key, ulong hash)
    {
        if (Segment.Keys.Find(key, hash) is >= 0 and var document)
        {
            (_deleted ??= new BitSet(Segment.Count)).Add(document);
        }
    }

    /// <summary>Waits until the disk has the file.</summary>
    public void Flush(IndexFolder folder)
    {
        if (_isFlushed)
        {
            return;
        }

        if (_isSuspect)
        {
            WriteAgain(folder);
        }

        // Linux forgets after a flush that failed what it has not written: the next flush would succeed and mean nothing.
        _isSuspect = true;
        folder.Disk.Flush(Segment.File.Path);
        (_isFlushed, _isSuspect) = (true, false);
    }

    public LiveSegment Live()
    {
        var whole = LiveSegment.Whole(Segment);
        return _deleted is null ? whole : whole.Without([.. Enumerable.Range(0, Segment.Count).Where(document => _deleted[document])]);
    }

    private void WriteAgain(IndexFolder folder)
    {
        var number = folder.NewNumber();
        Segment.File.CopyTo(folder.Disk, folder.SegmentPath(number));
        var copy = Segment.Open(folder, number, Segment.File.Stamp);
        folder.DeleteSegment(Segment.Number);
        Segment.Release();
        Segment = copy;
    }
}
