using System.Text;
using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Queries;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// The terms of one field over all documents of a snapshot, ordered by code point. Terms that no document has are not there.
/// While it is being gone through, the snapshot's files stay open.
/// </summary>
public sealed class TermList
{
    private readonly IndexSnapshot _snapshot;
    private readonly int _field;

    internal TermList(IndexSnapshot snapshot, int field) => (_snapshot, _field) = (snapshot, field);

    /// <summary>The terms from this one on, forwards. Lazy: ask for no more than needed.</summary>
    /// <param name="term">Where to start, itself included; empty: at the first.</param>
    public IEnumerable<TermCount> From(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Walk(Expansion.Encode(term), isBackwards: false);
    }

    /// <summary>The terms before this one, backwards.</summary>
    /// <param name="term">Where to start, itself not included; null: at the last.</param>
    public IEnumerable<TermCount> Before(string? term) => Walk(term is null ? null : Expansion.Encode(term), isBackwards: true);

    /// <summary>The terms with this start that most documents have, ties by term.</summary>
    /// <param name="start">The start; empty: any.</param>
    /// <param name="count">At most how many.</param>
    /// <param name="cancellation">Gives up.</param>
    public IReadOnlyList<TermCount> MostFrequent(string start, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        using var lease = _snapshot.Hold();
        using var walk = new TermWalk(lease.Segments, _field, cancellation);
        var prefix = Expansion.Encode(start);
        var best = new PriorityQueue<byte[], (int Documents, byte[] Term)>(Comparer<(int Documents, byte[] Term)>.Create(CompareFrequency));
        for (var isThere = walk.MoveTo(prefix); isThere && walk.Term.StartsWith(prefix); isThere = walk.MoveNext())
        {
            if (count > 0 && walk.Documents > 0 && (best.Count < count || IsBefore(walk, best)))
            {
                var term = walk.Term.ToArray();
                if (best.Count < count)
                {
                    best.Enqueue(term, (walk.Documents, term));
                }
                else
                {
                    best.DequeueEnqueue(term, (walk.Documents, term));
                }
            }
        }

        var terms = new TermCount[best.Count];
        for (var at = terms.Length - 1; best.TryDequeue(out var term, out var rank); at--)
        {
            terms[at] = new(Encoding.UTF8.GetString(term), rank.Documents);
        }

        return terms;
    }

    /// <summary>The first to be dropped is the one with the fewest documents, of those the last.</summary>
    private static int CompareFrequency((int Documents, byte[] Term) one, (int Documents, byte[] Term) other) =>
        one.Documents != other.Documents ? one.Documents.CompareTo(other.Documents) : other.Term.AsSpan().SequenceCompareTo(one.Term);

    /// <summary>Terms come in order: one that is as frequent as the last that is kept comes behind it.</summary>
    private static bool IsBefore(TermWalk walk, PriorityQueue<byte[], (int Documents, byte[] Term)> best) =>
        best.TryPeek(out _, out var last) && walk.Documents > last.Documents;

    private IEnumerable<TermCount> Walk(byte[]? term, bool isBackwards)
    {
        using var lease = _snapshot.Hold();
        using var walk = new TermWalk(lease.Segments, _field, CancellationToken.None);
        for (var isThere = isBackwards ? walk.MoveBefore(term) : walk.MoveTo(term!); isThere; isThere = isBackwards ? walk.MovePrevious() : walk.MoveNext())
        {
            if (walk.Documents is > 0 and var documents)
            {
                yield return new(Encoding.UTF8.GetString(walk.Term), documents);
            }
        }
    }
}

/// <summary>A term and how many documents have it.</summary>
/// <param name="Term">The term.</param>
/// <param name="Documents">How many documents.</param>
public readonly record struct TermCount(string Term, int Documents);
