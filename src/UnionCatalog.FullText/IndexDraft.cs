using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// Changes to an index that nobody sees until they are committed. They are kept in memory until then, so large changes are
/// committed in parts. Not for use from several threads.
/// </summary>
public sealed class IndexDraft : IDisposable
{
    private readonly SearchIndex _index;

    /// <summary>What becomes of each key; null: it is deleted.</summary>
    private readonly SortedDictionary<string, IndexDocument?> _changes = new(StringComparer.Ordinal);
    private bool _clear;
    private bool _over;

    internal IndexDraft(SearchIndex index) => _index = index;

    /// <summary>Adds a document, or replaces the one with the same key. It must not be changed any more.</summary>
    /// <exception cref="UnknownFieldException">It has a field or column that the schema has not.</exception>
    /// <exception cref="ArgumentException">Its key is empty.</exception>
    public void Put(IndexDocument document)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentException.ThrowIfNullOrEmpty(document.Key);
        _index.Schema.Check(document);
        _changes[document.Key] = document;
    }

    /// <summary>Deletes the document with this key, if there is one.</summary>
    public void Delete(string key)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        _changes[key] = null;
    }

    /// <summary>Deletes everything.</summary>
    public void Clear()
    {
        ObjectDisposedException.ThrowIf(_over, this);
        _changes.Clear();
        _clear = true;
    }

    /// <summary>
    /// Writes the changes to disk together with the caller's cursor, and publishes a snapshot with them. The draft is empty
    /// then, and may be used for the next changes.
    /// </summary>
    /// <exception cref="IOException">The disk is full, or fails. Nothing is published; the changes are still in the draft.</exception>
    public void Commit(long cursor)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        _index.Commit((folder, manifest) => Apply(folder, manifest, cursor));
        _changes.Clear();
        _clear = false;
    }

    /// <summary>Gives up what was not committed.</summary>
    public void Dispose()
    {
        if (!_over)
        {
            _over = true;
            _index.EndDraft();
        }
    }

    private Manifest Apply(IndexFolder folder, Manifest manifest, long cursor)
    {
        List<LiveSegment> segments = _clear ? [] : [.. manifest.Segments.Select(WithoutChanged)];
        IReadOnlyList<IndexDocument> documents = [.. _changes.Values.OfType<IndexDocument>()];
        if (documents.Count > 0)
        {
            segments.Add(new LiveSegment(
                Segment.Write(
                    folder, SegmentContent.From(folder.Schema, documents),
                    documents.Select(document => (long)document.Stored.Length), documents.Select(document => document.Stored)),
                deleted: null));
        }

        segments.RemoveAll(live => live.Count == 0);
        while (SegmentMerger.Choose(segments) is { Count: > 0 } chosen)
        {
            var merged = SegmentMerger.Merge(folder, chosen);
            segments.RemoveAll(chosen.Contains);
            segments.Add(new LiveSegment(merged, deleted: null));
        }

        return new Manifest(cursor, segments);
    }

    /// <summary>The segment with the documents deleted that this draft replaces or deletes.</summary>
    private LiveSegment WithoutChanged(LiveSegment live)
    {
        BitSet? deleted = null;
        foreach (var document in _changes.Keys.Select(live.Find).Where(document => document >= 0))
        {
            deleted ??= live.Deleted?.Copy() ?? new BitSet(live.Segment.Count);
            deleted.Add(document);
        }

        return deleted is null ? live : new LiveSegment(live.Segment, deleted);
    }
}
