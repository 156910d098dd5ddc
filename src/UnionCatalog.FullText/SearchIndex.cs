namespace UnionCatalog.FullText;

/// <summary>
/// A full-text index in one folder. One writer at a time drafts changes; readers hold snapshots and never wait.
/// The index is derived from something else: a damaged one is rebuilt, never repaired.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private SearchIndex()
    {
    }

    /// <summary>The last committed state. Safe to use from several threads, and for as long as the caller likes.</summary>
    public IndexSnapshot Snapshot => throw new NotImplementedException();

    /// <summary>Opens the index in a folder, or starts an empty one there.</summary>
    /// <exception cref="IndexDamagedException">A file is damaged or of another version or schema: delete the folder and rebuild.</exception>
    public static SearchIndex Open(string directory, IndexSchema schema) => throw new NotImplementedException();

    /// <summary>Starts a draft of changes. Only one at a time.</summary>
    /// <exception cref="InvalidOperationException">Another draft is open.</exception>
    public IndexDraft BeginDraft() => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}

/// <summary>Changes to an index that nobody sees until they are committed.</summary>
public sealed class IndexDraft : IDisposable
{
    internal IndexDraft()
    {
    }

    /// <summary>Adds a document, or replaces the one with the same key.</summary>
    /// <exception cref="UnknownFieldException">It has a field or column that the schema has not.</exception>
    public void Put(IndexDocument document) => throw new NotImplementedException();

    /// <summary>Deletes the document with this key, if there is one.</summary>
    public void Delete(string key) => throw new NotImplementedException();

    /// <summary>Deletes everything.</summary>
    public void Clear() => throw new NotImplementedException();

    /// <summary>Writes the changes to disk together with the caller's cursor, and publishes a snapshot with them.</summary>
    public void Commit(long cursor) => throw new NotImplementedException();

    /// <summary>Gives up what was not committed.</summary>
    public void Dispose() => throw new NotImplementedException();
}

/// <summary>An unchanging view of an index.</summary>
public sealed class IndexSnapshot
{
    internal IndexSnapshot()
    {
    }

    /// <summary>The cursor committed with this state; 0 for an empty index.</summary>
    public long Cursor => throw new NotImplementedException();

    /// <summary>How many documents there are.</summary>
    public int DocumentCount => throw new NotImplementedException();

    /// <summary>Searches.</summary>
    /// <exception cref="UnknownFieldException">The plan names a field or column that the schema has not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Offset or count is beyond <see cref="SearchPlan.MaximumReach"/>.</exception>
    public SearchHits Search(SearchPlan plan, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>The bytes kept with a document; null when there is no such document.</summary>
    public ReadOnlyMemory<byte>? FindStored(string key) => throw new NotImplementedException();
}

/// <summary>The index cannot be opened; it is derived data, so delete it and build it again.</summary>
/// <param name="file">The file at fault.</param>
/// <param name="reason">What is wrong with it.</param>
public sealed class IndexDamagedException(string file, string reason)
    : Exception($"The index file '{file}' cannot be used: {reason}. Run 'rebuild-index' to build the index again.")
{
    /// <summary>The file at fault.</summary>
    public string File { get; } = file;
}
