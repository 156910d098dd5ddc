using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// A full-text index in one folder. One writer at a time drafts changes; readers hold snapshots and never wait.
/// The index is derived from something else: a damaged one is rebuilt, never repaired.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Opens the index in a folder, or starts an empty one there. What a crash left half done is cleared away.</summary>
    /// <param name="directory">The folder; made when it is not there.</param>
    /// <param name="schema">What the index holds.</param>
    /// <param name="options">How much it may use of the machine; null: the defaults.</param>
    /// <exception cref="IndexDamagedException">A file is damaged or of another version or schema: delete the folder and rebuild.</exception>
    /// <exception cref="InvalidOperationException">The index is open already, in this process or another.</exception>
    public static SearchIndex Open(string directory, IndexSchema schema, IndexOptions? options = null) => throw new NotImplementedException();

    /// <summary>The last committed state. Dispose of it when done.</summary>
    public IndexSnapshot OpenSnapshot() => throw new NotImplementedException();

    /// <summary>Starts a draft of changes. Only one at a time.</summary>
    /// <exception cref="InvalidOperationException">Another draft is open.</exception>
    public IndexDraft BeginDraft() => throw new NotImplementedException();

    /// <summary>Merges until there are no more segments than this, now and at full speed. Readers see no difference.</summary>
    public void Merge(int segments = 1, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Waits until no merge is running or due in the background.</summary>
    /// <exception cref="IOException">A merge failed; the index is as it was.</exception>
    public void WaitForMerges(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Reads every byte of the last committed state and compares every checksum.</summary>
    /// <returns>What is damaged, by file and part; empty when nothing is.</returns>
    public IReadOnlyList<string> Verify(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Lets go of the folder, after a merge that is running has stopped. Snapshots stay usable.</summary>
    public void Dispose() => throw new NotImplementedException();
}
