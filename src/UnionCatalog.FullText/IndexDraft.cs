using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// Changes to an index that nobody sees until they are committed. What does not fit into <see cref="IndexOptions.DraftMemory"/>
/// is written to disk meanwhile. Not for use from several threads.
/// </summary>
public sealed class IndexDraft : IDisposable
{
    /// <summary>Adds a document, or replaces the one with the same key.</summary>
    /// <exception cref="UnknownFieldException">It has a field or column that the schema has not.</exception>
    /// <exception cref="MissingKeyException">Its key is empty.</exception>
    /// <exception cref="IndexLimitException">Its key, a text, a value or what is stored is too long.</exception>
    public void Put(IndexDocument document) => throw new NotImplementedException();

    /// <summary>Deletes the document with this key, if there is one.</summary>
    public void Delete(string key) => throw new NotImplementedException();

    /// <summary>Deletes everything.</summary>
    public void Clear() => throw new NotImplementedException();

    /// <summary>
    /// Writes the changes to disk together with the caller's cursor, and publishes a snapshot with them. The draft is empty
    /// then, and may be used for the next changes.
    /// </summary>
    /// <exception cref="IOException">The disk is full, or fails. Nothing is published; the changes are still in the draft.</exception>
    public void Commit(long cursor) => throw new NotImplementedException();

    /// <summary>Gives up what was not committed.</summary>
    public void Dispose() => throw new NotImplementedException();
}
