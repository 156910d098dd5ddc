namespace UnionCatalog.FullText.Segments;

/// <summary>The last committed state, and how it becomes the next one: drafts and merges take turns, readers never wait.</summary>
internal sealed class CommittedState
{
    private readonly IndexFolder _folder;
    private readonly Lock _turn = new();
    private volatile SegmentSet? _current;

    private CommittedState(IndexFolder folder, SegmentSet current) => (_folder, _current) = (folder, current);

    public bool IsClosed => _current is null;

    /// <summary>Opens what the manifest names, and clears away everything else.</summary>
    /// <exception cref="IndexDamagedException">A file cannot be used.</exception>
    public static CommittedState Open(IndexFolder folder)
    {
        var manifest = Manifest.Read(folder);
        var opened = new List<LiveSegment>();
        try
        {
            foreach (var entry in manifest.Segments)
            {
                opened.Add(entry.Open(folder));
            }

            folder.ClearAllBut(manifest.Segments.Select(entry => entry.Number).ToHashSet());
            if (!File.Exists(folder.ManifestPath))
            {
                folder.ReplaceManifest(Manifest.Write(0, [], folder.Fingerprint).Span);
                folder.ManifestIsCertain(new HashSet<long>());
            }

            return new CommittedState(folder, new SegmentSet(manifest.Cursor, opened));
        }
        finally
        {
            opened.ForEach(live => live.Segment.Release());
        }
    }

    /// <summary>The last committed state, to be released by the caller.</summary>
    /// <exception cref="ObjectDisposedException">The index has been disposed of.</exception>
    public SegmentSet Hold()
    {
        while (true)
        {
            var current = _current;
            ObjectDisposedException.ThrowIf(current is null, typeof(SearchIndex));
            if (current.TryHold())
            {
                return current;
            }
        }
    }

    /// <summary>Makes the next state durable and then visible. When it throws, the state is the one before.</summary>
    /// <param name="change">Cursor and segments of the next state, from the present one; null: it stays.</param>
    public void Publish(Func<SegmentSet, (long Cursor, IReadOnlyList<LiveSegment> Segments)?> change)
    {
        lock (_turn)
        {
            var current = _current;
            ObjectDisposedException.ThrowIf(current is null, typeof(SearchIndex));
            if (change(current) is not { } next)
            {
                return;
            }

            var following = new SegmentSet(next.Cursor, next.Segments);
            try
            {
                _folder.ReplaceManifest(Manifest.Write(next.Cursor, next.Segments, _folder.Fingerprint).Span);
            }
            catch
            {
                following.Release();
                throw;
            }

            _current = following;
            _folder.ManifestIsCertain(next.Segments.Select(live => live.Segment.Number).ToHashSet());
            foreach (var live in current.Segments)
            {
                if (following.Find(live.Segment) is null)
                {
                    _folder.DeleteSegment(live.Segment.Number);
                }
            }

            current.Release();
        }
    }

    public void Close()
    {
        lock (_turn)
        {
            _folder.Close();
            _current?.Release();
            _current = null;
        }
    }
}
