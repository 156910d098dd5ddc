using UnionCatalog.FullText.Queries;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// An unchanging view of an index, held until it is disposed of: only then are files let go of that the index no longer
/// needs. Safe to use from several threads. One that is forgotten is let go of when it is collected.
/// </summary>
public sealed class IndexSnapshot : IDisposable
{
    /// <summary>The cursor committed with this state; 0 for an empty index.</summary>
    public long Cursor => throw new NotImplementedException();

    /// <summary>How many documents there are.</summary>
    public int DocumentCount => throw new NotImplementedException();

    /// <summary>Searches.</summary>
    /// <exception cref="UnknownFieldException">The plan names a field or column that the schema has not.</exception>
    /// <exception cref="IndexLimitException">The plan goes beyond a limit.</exception>
    /// <exception cref="EmptyQueryException">A part of the query looks for nothing.</exception>
    /// <exception cref="InvalidCursorException"><see cref="SearchPlan.After"/> is not a cursor of such a search.</exception>
    /// <exception cref="IndexDamagedException">A file was damaged since it was written; nothing read from it was used.</exception>
    /// <exception cref="OperationCanceledException">The search was given up.</exception>
    public SearchHits Search(SearchPlan plan, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Where a hit stands in the order of a plan, for <see cref="SearchPlan.After"/>.</summary>
    /// <param name="plan">The plan that found it.</param>
    /// <param name="hit">The hit, of this snapshot.</param>
    public string CursorAt(SearchPlan plan, Hit hit) => throw new NotImplementedException();

    /// <summary>The bytes stored with a hit of this snapshot.</summary>
    public byte[] Stored(Hit hit) => throw new NotImplementedException();

    /// <summary>The bytes stored with a document; null when there is no such document.</summary>
    public byte[]? FindStored(string key) => throw new NotImplementedException();

    /// <summary>The terms of a field, in order, with how many documents have them.</summary>
    /// <exception cref="UnknownFieldException">There is no such field.</exception>
    public TermList Terms(string field) => throw new NotImplementedException();

    /// <summary>Lets go of the files.</summary>
    public void Dispose() => throw new NotImplementedException();
}
