using System.Text;
using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Queries;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText;

/// <summary>
/// The terms of one field over all documents of a snapshot, ordered by code point. Terms that no document has are not there.
/// While it is being gone through, the snapshot's files stay open.
/// </summary>
public sealed class TermList : ITermList
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
        var best = walk.Best;
        best.Begin();
        for (var isThere = walk.MoveTo(prefix); isThere && walk.Term.StartsWith(prefix); isThere = walk.MoveNext())
        {
            best.Offer(walk.Term, walk.Documents, count);
        }

        return best.Take();
    }

    /// <summary>The terms that are at most so many edits away, as <see cref="Query.Fuzzy"/> counts them, ordered by code point.</summary>
    /// <param name="term">The term they are near to; itself too where it is there.</param>
    /// <param name="edits">0, 1 or 2.</param>
    /// <param name="samePrefix">How many characters at the start must be the same. Default: 0.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IndexLimitException">More edits, or a longer term, than a query may have.</exception>
    public IReadOnlyList<TermCount> Near(string term, int edits, int samePrefix = 0, CancellationToken cancellation = default)
    {
        FuzzyCheck.Check(term, edits, samePrefix);
        using var lease = _snapshot.Hold();
        var workspace = Workspace.Rent();
        workspace.Watch.Start(budget: null, cancellation);
        var found = new SortedDictionary<byte[], int>(Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)));
        var expansion = new FuzzyExpansion(term, edits, samePrefix);
        foreach (var live in lease.Segments)
        {
            workspace.Watch.Check();
            var reader = live.Segment.Fields[_field];
            for (expansion.Begin(reader, workspace); expansion.MoveNext(out _);)
            {
                if (CollectionStatistics.CountLive(live, reader, expansion.Entry, workspace) is > 0 and var documents)
                {
                    var near = workspace.Terms.Term.ToArray();
                    found[near] = found.GetValueOrDefault(near) + documents;
                }
            }
        }

        workspace.Return();
        return [.. found.Select(near => new TermCount(Encoding.UTF8.GetString(near.Key), near.Value))];
    }

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
