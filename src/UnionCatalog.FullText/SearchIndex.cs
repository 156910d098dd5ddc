using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// A full-text index in one folder. One writer at a time drafts changes; readers hold snapshots and never wait.
/// The index is derived from something else: a damaged one is rebuilt, never repaired.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly IndexFolder _folder;
    private readonly FileStream _lock;
    private volatile IndexSnapshot _snapshot;
    private int _drafting;

    private SearchIndex(IndexFolder folder, FileStream folderLock, Manifest manifest)
    {
        (_folder, _lock) = (folder, folderLock);
        _snapshot = new IndexSnapshot(folder.Schema, manifest);
    }

    /// <summary>The last committed state. Safe to use from several threads, and for as long as the caller likes.</summary>
    public IndexSnapshot Snapshot => _snapshot;

    /// <summary>Opens the index in a folder, or starts an empty one there. What a crash left half done is cleared away.</summary>
    /// <exception cref="IndexDamagedException">A file is damaged or of another version or schema: delete the folder and rebuild.</exception>
    /// <exception cref="InvalidOperationException">The index is open already, in this process or another.</exception>
    public static SearchIndex Open(string directory, IndexSchema schema)
    {
        var folder = new IndexFolder(directory, schema);
        var folderLock = folder.Lock();
        try
        {
            var manifest = Manifest.Read(folder);
            folder.DeleteAllBut(manifest.Segments.Select(live => live.Segment));
            return new SearchIndex(folder, folderLock, manifest);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Starts a draft of changes. Only one at a time.</summary>
    /// <exception cref="InvalidOperationException">Another draft is open.</exception>
    public IndexDraft BeginDraft()
    {
        ObjectDisposedException.ThrowIf(!_lock.CanWrite, this);
        return Interlocked.Exchange(ref _drafting, 1) == 0
            ? new IndexDraft(this)
            : throw new InvalidOperationException("Another draft of the index is open; dispose of it first.");
    }

    /// <summary>Lets go of the folder. Snapshots stay usable.</summary>
    public void Dispose() => _lock.Dispose();

    internal IndexSchema Schema => _folder.Schema;

    internal void EndDraft() => Volatile.Write(ref _drafting, 0);

    /// <summary>Makes a manifest from the present one, writes it and publishes it.</summary>
    internal void Commit(Func<IndexFolder, Manifest, Manifest> change)
    {
        ObjectDisposedException.ThrowIf(!_lock.CanWrite, this);
        var manifest = change(_folder, _snapshot.Manifest);
        manifest.Write(_folder);
        _snapshot = new IndexSnapshot(Schema, manifest);
        _folder.DeleteAllBut(manifest.Segments.Select(live => live.Segment));
    }
}
