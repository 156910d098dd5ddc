using UnionCatalog.FullText.Queries;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// An unchanging view of an index, held until it is disposed of: only then are files let go of that the index no longer
/// needs. Safe to use from several threads. One that is forgotten is let go of when it is collected.
/// </summary>
public sealed class IndexSnapshot : IIndexSnapshot
{
    private readonly IndexSchema _schema;
    private readonly SegmentSet _set;
    private readonly FacetNumbering _numbering;
    private int _disposed;

    /// <param name="schema">What the index holds.</param>
    /// <param name="set">The state, held for this snapshot.</param>
    /// <param name="numbering">The index's own.</param>
    internal IndexSnapshot(IndexSchema schema, SegmentSet set, FacetNumbering numbering) =>
        (_schema, _set, _numbering) = (schema, set, numbering);

    /// <summary>The cursor committed with this state; 0 for an empty index.</summary>
    public long Cursor => _set.Cursor;

    /// <summary>
    /// Tells this state from every other, now and after the index was opened again: where it is the same, so is every answer, scores
    /// included.
    /// </summary>
    public ulong Stamp => _set.Stamp;

    /// <summary>How many documents there are.</summary>
    public int DocumentCount => _set.DocumentCount;

    /// <summary>Searches.</summary>
    /// <exception cref="UnknownFieldException">The plan names a field or column that the schema has not.</exception>
    /// <exception cref="IndexLimitException">The plan goes beyond a limit.</exception>
    /// <exception cref="EmptyQueryException">A part of the query looks for nothing.</exception>
    /// <exception cref="InvalidCursorException"><see cref="SearchPlan.After"/> is not a cursor of such a search.</exception>
    /// <exception cref="IndexDamagedException">A file was damaged since it was written; nothing read from it was used.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in the plan is negative, or no number.</exception>
    /// <exception cref="OperationCanceledException">The search was given up.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot has been disposed of.</exception>
    public SearchHits Search(SearchPlan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PlanCheck.Check(_schema, plan);
        using var lease = Hold();
        return Queries.Search.Run(_schema, lease.Segments, _set.StatisticsFor(_schema), _numbering, plan, cancellation);
    }

    /// <summary>Where a hit stands in the order of a plan, for <see cref="SearchPlan.After"/>.</summary>
    /// <param name="plan">The plan that found it.</param>
    /// <param name="hit">The hit, of this snapshot.</param>
    /// <exception cref="ArgumentOutOfRangeException">The hit is not of this snapshot.</exception>
    public string CursorAt(SearchPlan plan, Hit hit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var lease = Hold();
        Check(lease, hit);
        return new HitOrder(_schema, plan.Sort, lease.Segments).Write(new Candidate(hit.Segment, hit.Document, hit.Score));
    }

    /// <summary>The bytes stored with a hit of this snapshot.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The hit is not of this snapshot.</exception>
    public byte[] Stored(Hit hit)
    {
        using var lease = Hold();
        return Check(lease, hit).Stored.Read(hit.Document);
    }

    /// <summary>The bytes stored with a document; null when there is no such document.</summary>
    public byte[]? FindStored(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var lease = Hold();
        foreach (var live in lease.Segments)
        {
            if (live.Find(key) is >= 0 and var document)
            {
                return live.Segment.Stored.Read(document);
            }
        }

        return null;
    }

    /// <summary>The terms of a field, in order, with how many documents have them.</summary>
    /// <exception cref="UnknownFieldException">There is no such field.</exception>
    public TermList Terms(string field) => new(this, _schema.FieldAt(field));

    ITermList IIndexSnapshot.Terms(string field) => Terms(field);

    /// <summary>Lets go of the files.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _set.Release();
        }
    }

    private static Segment Check(SegmentLease lease, Hit hit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)hit.Segment, (uint)lease.Segments.Count, nameof(hit));
        var segment = lease.Segments[hit.Segment].Segment;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)hit.Document, (uint)segment.Count, nameof(hit));
        return segment.Keys.Find(hit.KeyBytes) == hit.Document
            ? segment
            : throw new ArgumentOutOfRangeException(nameof(hit), hit, "The hit is of another snapshot.");
    }

    /// <summary>Keeps the segments mapped until the lease is disposed of, whatever becomes of the snapshot meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">The snapshot has been disposed of.</exception>
    internal SegmentLease Hold()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0 || !_set.TryHold(), this);
        return new SegmentLease(_set);
    }
}
