using UnionCatalog.FullText.Queries;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// A full-text index in one folder. One writer at a time drafts changes; readers hold snapshots and never wait.
/// The index is derived from something else: a damaged one is rebuilt, never repaired.
/// </summary>
public sealed class SearchIndex : ISearchIndex
{
    private readonly IndexFolder _folder;
    private readonly FileStream _lock;
    private readonly IndexOptions _options;
    private readonly CommittedState _state;
    private readonly Merges _merges;
    private readonly FacetNumbering _numbering;
    private IndexDraft? _draft;

    private SearchIndex(IndexFolder folder, FileStream folderLock, CommittedState state, IndexOptions options)
    {
        (_folder, _lock, _state, _options) = (folder, folderLock, state, options);
        _numbering = new FacetNumbering(folder.Schema);
        _merges = new Merges(folder, state, options, _numbering.Follow);
    }

    /// <summary>Opens the index in a folder, or starts an empty one there. What a crash left half done is cleared away.</summary>
    /// <param name="directory">The folder; made when it is not there.</param>
    /// <param name="schema">What the index holds.</param>
    /// <param name="options">How much it may use of the machine; null: the defaults.</param>
    /// <exception cref="IndexDamagedException">A file is damaged or of another version or schema: delete the folder and rebuild.</exception>
    /// <exception cref="InvalidOperationException">The index is open already, in this process or another.</exception>
    /// <exception cref="ArgumentException">The schema has a name twice or a number out of its range.</exception>
    public static SearchIndex Open(string directory, IndexSchema schema, IndexOptions? options = null) =>
        Open(directory, schema, options, Disk.Real);

    /// <summary>As above, on a disk that may fail.</summary>
    internal static SearchIndex Open(string directory, IndexSchema schema, IndexOptions? options, Disk disk)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema.Check();
        options ??= new IndexOptions();
        options.Check();
        var folder = new IndexFolder(directory, schema, disk);
        var folderLock = folder.Lock();
        try
        {
            var index = new SearchIndex(folder, folderLock, CommittedState.Open(folder), options);
            index._merges.Begin();
            return index;
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>The last committed state. Dispose of it when done.</summary>
    public IndexSnapshot OpenSnapshot() => new(_folder.Schema, _state.Hold(), _numbering);

    IIndexSnapshot ISearchIndex.OpenSnapshot() => OpenSnapshot();

    IIndexDraft ISearchIndex.BeginDraft() => BeginDraft();

    /// <summary>Starts a draft of changes. Only one at a time.</summary>
    /// <exception cref="InvalidOperationException">Another draft is open.</exception>
    public IndexDraft BeginDraft()
    {
        ObjectDisposedException.ThrowIf(_state.IsClosed, this);
        var draft = new IndexDraft(this, _folder, _options);
        return Interlocked.CompareExchange(ref _draft, draft, null) is null
            ? draft
            : throw new InvalidOperationException("Another draft of the index is open; dispose of it first.");
    }

    /// <summary>
    /// Merges until there are no more segments than this, or the next one would be larger than a file may be, now and at full
    /// speed. Readers see no difference.
    /// </summary>
    /// <param name="segments">1 or more. Default: 1.</param>
    /// <param name="cancellation">Gives up; what was merged stays.</param>
    /// <exception cref="IndexDamagedException">A segment is damaged.</exception>
    /// <exception cref="IOException">The disk is full, or fails. The index is as it was.</exception>
    public void Merge(int segments = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
        _merges.MergeTo(segments, cancellation);
    }

    /// <summary>Waits until no merge is running or due in the background.</summary>
    /// <exception cref="IOException">A merge failed; the index is as it was.</exception>
    public void WaitForMerges(CancellationToken cancellation = default) => _merges.WaitForAll(cancellation);

    /// <summary>Reads every byte of the last committed state and compares every checksum.</summary>
    /// <returns>What is damaged, by file and part; empty when nothing is.</returns>
    public IReadOnlyList<string> Verify(CancellationToken cancellation = default)
    {
        var damage = new List<string>();
        var set = _state.Hold();
        try
        {
            foreach (var file in set.Segments.Select(live => live.Segment.File))
            {
                damage.AddRange(file.Problems(cancellation).Select(problem => $"{file.Path}: {problem}"));
            }

            Manifest.Read(_folder);
        }
        catch (IndexDamagedException manifest)
        {
            damage.Add($"{manifest.File}: {manifest.Reason}");
        }
        finally
        {
            set.Release();
        }

        return damage;
    }

    /// <summary>Lets go of the folder, after a merge that is running has stopped. Snapshots stay usable.</summary>
    public void Dispose()
    {
        if (!_state.IsClosed)
        {
            _draft?.Dispose();
            _merges.Dispose();
            _state.Close();
            _lock.Dispose();
        }
    }

    internal void EndDraft() => Volatile.Write(ref _draft, null);

    /// <summary>Publishes the next state, and has merged what should be then.</summary>
    internal void Commit(Func<SegmentSet, (long Cursor, IReadOnlyList<LiveSegment> Segments)?> change)
    {
        _state.Publish(change);
        _merges.Begin();
    }

    /// <exception cref="IndexDamagedException">A merge in the background came upon damage: nothing should be added to it.</exception>
    internal void ThrowIfDamaged() => _merges.ThrowIfDamaged();

    /// <summary>Keeps a writer from making segments faster than they are merged.</summary>
    internal void HoldBack() => _merges.HoldBack();
}
