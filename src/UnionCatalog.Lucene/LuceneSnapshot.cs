using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Lucene.Searching;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene;

/// <summary>A committed state, held until it is disposed of.</summary>
internal sealed class LuceneSnapshot(string path, PublishedState state) : IIndexSnapshot
{
    private static readonly HashSet<string> Stored = [DocumentDrawing.Stored];

    private int _disposed;

    public long Cursor => state.Cursor;

    public ulong Stamp => state.Stamp;

    public int DocumentCount => state.Reader.NumDocs;

    public SearchHits Search(SearchPlan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PlanCheck.Check(state.Schema, plan);
        return Held(held => LuceneSearch.Run(held, plan, cancellation));
    }

    public string CursorAt(SearchPlan plan, Hit hit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Held(held =>
        {
            Check(hit);
            return new PlanOrder(held, plan.Sort).Write(new Candidate(hit.Segment, hit.Document, hit.Score));
        });
    }

    byte[] IIndexSnapshot.Stored(Hit hit) => Held(_ => ReadStored(Check(hit).DocBase + hit.Document));

    public byte[]? FindStored(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Held(held => MultiFields.GetTermDocsEnum(held.Reader, MultiFields.GetLiveDocs(held.Reader), DocumentDrawing.Key, DocumentDrawing.Bytes(key)) is { } found
            && found.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS
                ? ReadStored(document)
                : null);
    }

    public ITermList Terms(string field)
    {
        state.Schema.FieldAt(field);
        return new LuceneTerms(this, field);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            state.Release();
        }
    }

    /// <summary>Reads while the files stay open, whatever becomes of the snapshot meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The snapshot has been disposed of.</exception>
    /// <exception cref="IndexDamagedException">A file is damaged.</exception>
    internal T Held<T>(Func<PublishedState, T> read)
    {
        Hold();
        try
        {
            return Damage.Tell(path, () => read(state));
        }
        finally
        {
            state.Release();
        }
    }

    /// <summary>Keeps the files open; <see cref="LetGo"/> ends it.</summary>
    internal PublishedState Hold()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0 || !state.TryHold(), this);
        return state;
    }

    internal void LetGo() => state.Release();

    private byte[] ReadStored(int document)
    {
        var stored = state.Reader.Document(document, Stored).GetBinaryValue(DocumentDrawing.Stored);
        return stored.Bytes.AsSpan(stored.Offset, stored.Length).ToArray();
    }

    private AtomicReaderContext Check(Hit hit)
    {
        var leaves = state.Reader.Leaves;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)hit.Segment, (uint)leaves.Count, nameof(hit));
        var leaf = leaves[hit.Segment];
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)hit.Document, (uint)leaf.Reader.MaxDoc, nameof(hit));
        var key = new BytesRef();
        leaf.AtomicReader.GetSortedDocValues(DocumentDrawing.Key).Get(hit.Document, key);
        return hit.KeyBytes.SequenceEqual(key.Bytes.AsSpan(key.Offset, key.Length))
            ? leaf
            : throw new ArgumentOutOfRangeException(nameof(hit), hit, "The hit is of another snapshot.");
    }
}
