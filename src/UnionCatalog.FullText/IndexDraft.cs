using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// Changes to an index that nobody sees until they are committed. What does not fit into <see cref="IndexOptions.DraftMemory"/>
/// is written to disk meanwhile. Not for use from several threads.
/// </summary>
public sealed class IndexDraft : IIndexDraft
{
    /// <summary>Disposing of the index ends the draft, perhaps on another thread than the one that writes.</summary>
    private readonly Lock _turn = new();
    private readonly SearchIndex _index;
    private readonly IndexFolder _folder;
    private readonly long _memory;
    private readonly SegmentBuilder _builder;

    /// <summary>Segments of this draft that no manifest names.</summary>
    private readonly List<DraftSegment> _written = [];

    /// <summary>Keys that were deleted, of what was written and of what has been committed.</summary>
    private readonly ValueSet _deleted = new();
    private bool _clear;
    private bool _over;

    internal IndexDraft(SearchIndex index, IndexFolder folder, IndexOptions options)
    {
        (_index, _folder, _memory) = (index, folder, options.DraftMemory);
        _builder = new SegmentBuilder(folder.Schema);
    }

    /// <summary>Adds a document, or replaces the one with the same key.</summary>
    /// <exception cref="UnknownFieldException">It has a field or column that the schema has not.</exception>
    /// <exception cref="MissingKeyException">Its key is empty.</exception>
    /// <exception cref="IndexLimitException">Its key, a text, a value or what is stored is too long.</exception>
    /// <exception cref="IOException">The disk is full, or fails. The document is in the draft all the same.</exception>
    public void Put(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            _builder.Put(document);
            WriteIfFull();
        }
    }

    /// <summary>Deletes the document with this key, if there is one.</summary>
    public void Delete(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            _builder.Delete(key);
            WriteIfFull();
        }
    }

    /// <summary>Deletes everything.</summary>
    public void Clear()
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            Forget();
            _clear = true;
        }
    }

    /// <summary>
    /// Writes the changes to disk together with the caller's cursor, and publishes a snapshot with them. The draft is empty
    /// then, and may be used for the next changes.
    /// </summary>
    /// <exception cref="IOException">The disk is full, or fails. Nothing is published; the changes are still in the draft.</exception>
    /// <exception cref="IndexDamagedException">A merge in the background came upon damage: only a draft that begins with <see cref="Clear"/> may be committed.</exception>
    public void Commit(long cursor)
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            if (!_clear)
            {
                _index.ThrowIfDamaged();
            }

            WriteBuilder();
            _written.ForEach(written => written.Flush(_folder));
            _index.Commit(current => (cursor, Apply(current)));
            foreach (var written in _written)
            {
                if (written.Live().Count == 0)
                {
                    // All of it was put or deleted again later in the draft: no manifest names it.
                    _folder.DeleteSegment(written.Segment.Number);
                }

                written.Segment.Release();
            }

            _written.Clear();
            _deleted.Clear();
            _clear = false;
        }

        _index.HoldBack();
    }

    /// <summary>Gives up what was not committed.</summary>
    public void Dispose()
    {
        lock (_turn)
        {
            if (!_over)
            {
                _over = true;
                Forget();
                _index.EndDraft();
            }
        }
    }

    private void WriteIfFull()
    {
        if (_builder.Memory >= _memory)
        {
            WriteBuilder();
        }
    }

    /// <summary>Writes what is in memory as a segment, from which the changes to come may delete.</summary>
    private void WriteBuilder()
    {
        DraftSegment? next = null;
        if (_builder.Count > 0)
        {
            next = DraftSegment.Write(_builder, _folder);
        }

        for (var key = 0; key < _builder.Keys.Count; key++)
        {
            foreach (var written in _written)
            {
                written.Delete(_builder.Keys[key], _builder.Keys.Hash(key));
            }

            if (_builder.IsDeleted(key))
            {
                _deleted.Add(_builder.Keys[key]);
            }
        }

        if (next is not null)
        {
            _written.Add(next);
        }

        _builder.Clear();
    }

    /// <summary>The segments of a state with this draft's changes.</summary>
    private List<LiveSegment> Apply(SegmentSet current)
    {
        List<LiveSegment> segments = [];
        if (!_clear)
        {
            var replaced = current.Segments.Select(_ => new List<int>()).ToArray();
            for (var key = 0; key < _deleted.Count; key++)
            {
                Find(current, _deleted[key], _deleted.Hash(key), replaced);
            }

            foreach (var written in _written)
            {
                for (var keys = written.Segment.Keys.Strings.Read(); keys.Next();)
                {
                    Find(current, keys.Current, KeyTable.Hash(keys.Current), replaced);
                }
            }

            segments.AddRange(current.Segments.Select((live, at) => replaced[at].Count == 0 ? live : live.Without(replaced[at])));
        }

        segments.AddRange(_written.Select(written => written.Live()));
        segments.RemoveAll(live => live.Count == 0);
        return segments;
    }

    private static void Find(SegmentSet current, ReadOnlySpan<byte> key, ulong hash, List<int>[] found)
    {
        for (var at = 0; at < found.Length; at++)
        {
            if (current.Segments[at].Segment.Keys.Find(key, hash) is >= 0 and var document && current.Segments[at].IsLive(document))
            {
                found[at].Add(document);
                return;
            }
        }
    }

    private void Forget()
    {
        _builder.Clear();
        foreach (var written in _written)
        {
            _folder.DeleteSegment(written.Segment.Number);
            written.Segment.Release();
        }

        _written.Clear();
        _deleted.Clear();
        _clear = false;
    }
}
