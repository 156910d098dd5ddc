using UnionCatalog.FullText.Queries;

namespace UnionCatalog.FullText;

/// <summary>
/// An index as whoever searches needs it, whatever engine keeps it: one writer at a time drafts changes, readers hold snapshots and
/// never wait. It is derived from something else: a damaged one is rebuilt, never repaired. Safe to use from several threads.
/// </summary>
/// <remarks>
/// All engines answer alike, to the last hit and count; scores only order. What each member does and throws is said where the
/// first engine has it: <see cref="SearchIndex"/>, <see cref="IndexSnapshot"/>, <see cref="IndexDraft"/>, <see cref="TermList"/>.
/// </remarks>
public interface ISearchIndex : IDisposable
{
    /// <inheritdoc cref="SearchIndex.OpenSnapshot"/>
    IIndexSnapshot OpenSnapshot();

    /// <inheritdoc cref="SearchIndex.BeginDraft"/>
    IIndexDraft BeginDraft();
}

/// <inheritdoc cref="IndexSnapshot"/>
public interface IIndexSnapshot : IDisposable
{
    /// <inheritdoc cref="IndexSnapshot.Cursor"/>
    long Cursor { get; }

    /// <inheritdoc cref="IndexSnapshot.Stamp"/>
    ulong Stamp { get; }

    /// <inheritdoc cref="IndexSnapshot.DocumentCount"/>
    int DocumentCount { get; }

    /// <inheritdoc cref="IndexSnapshot.Search"/>
    SearchHits Search(SearchPlan plan, CancellationToken cancellation = default);

    /// <inheritdoc cref="IndexSnapshot.CursorAt"/>
    string CursorAt(SearchPlan plan, Hit hit);

    /// <inheritdoc cref="IndexSnapshot.Stored"/>
    byte[] Stored(Hit hit);

    /// <inheritdoc cref="IndexSnapshot.FindStored"/>
    byte[]? FindStored(string key);

    /// <inheritdoc cref="IndexSnapshot.Terms"/>
    ITermList Terms(string field);
}

/// <inheritdoc cref="IndexDraft"/>
public interface IIndexDraft : IDisposable
{
    /// <inheritdoc cref="IndexDraft.Put"/>
    void Put(IndexDocument document);

    /// <inheritdoc cref="IndexDraft.Delete"/>
    void Delete(string key);

    /// <inheritdoc cref="IndexDraft.Clear"/>
    void Clear();

    /// <inheritdoc cref="IndexDraft.Commit"/>
    void Commit(long cursor);
}

/// <inheritdoc cref="TermList"/>
public interface ITermList
{
    /// <inheritdoc cref="TermList.From"/>
    IEnumerable<TermCount> From(string term);

    /// <inheritdoc cref="TermList.Before"/>
    IEnumerable<TermCount> Before(string? term);

    /// <inheritdoc cref="TermList.MostFrequent"/>
    IReadOnlyList<TermCount> MostFrequent(string start, int count, CancellationToken cancellation = default);

    /// <inheritdoc cref="TermList.Near"/>
    IReadOnlyList<TermCount> Near(string term, int edits, int samePrefix = 0, CancellationToken cancellation = default);
}
