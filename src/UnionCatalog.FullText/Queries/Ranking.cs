using System.Runtime.InteropServices;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Queries.Nodes;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>Keeps the first hits over all segments.</summary>
internal sealed class Ranking
{
    /// <summary>As many documents are scored together in the time in which a bound is reckoned.</summary>
    private const int BoundCost = 8;

    /// <summary>So many pieces are scored whole before bounds are tried again where they were not worth it.</summary>
    private const int Unbounded = 16;

    private readonly Workspace _workspace;
    private readonly HitOrder _order;
    private readonly HitPosition? _after;
    private readonly int _boostColumn;
    private readonly double _boostFactor;
    private readonly List<Candidate> _best;
    private readonly int _limit;
    private readonly Comparison<Candidate> _comparison;

    private SegmentScope _scope = null!;
    private Node _root = null!;
    private NumberColumn? _boost;
    private double _boostBound;
    private int _documentAtKey;
    private double _bound;
    private int _until;
    private double[]? _scores;
    private int _unbounded;

    public Ranking(IndexSchema schema, SearchPlan plan, HitOrder order, Workspace workspace)
    {
        (_workspace, _order) = (workspace, order);
        _limit = plan.Count == 0 ? 0 : plan.Offset + plan.Count;
        _after = plan.After is null ? null : order.Read(plan.After);
        _boostColumn = plan.StaticBoost is { } boost ? schema.ColumnAt(boost.Column, typeof(Column.Number)) : -1;
        _boostFactor = plan.StaticBoost?.Factor ?? 0;
        _comparison = order.Compare;
        _best = workspace.Candidates;
        _best.Clear();
    }

    /// <summary>Nothing is to be ranked.</summary>
    public bool IsIdle => _limit == 0;

    /// <summary>A document's score is its query's, and hits come by it.</summary>
    public bool IsPlain => _order.IsByScore && _boostColumn < 0;

    /// <summary>The first hits of all segments until now.</summary>
    public List<Candidate> Best => _best;

    /// <summary>Goes to a segment.</summary>
    public void Enter(SegmentScope scope, Node root)
    {
        (_scope, _root, _until, _unbounded) = (scope, root, -1, 0);
        _boost = _boostColumn < 0 ? null : (NumberColumn)scope.Column(_boostColumn);
        // A document without a number gets nothing, which is more than one with a negative number does.
        _boostBound = _boost is null || _boost.Minimum > _boost.Maximum ? 0 : Math.Max(0, _boostFactor * _boost.Maximum);
        _documentAtKey = _after is null ? -1 : DocumentAtKey(scope.Live.Segment.Keys, _after.Key);
        if (_order.IsByScore)
        {
            var least = _limit > 0 && _best.Count == _limit ? _best[^1].Score : double.NegativeInfinity;
            _workspace.Scores.Begin(_limit, least, _after?.Values[0].Score ?? double.PositiveInfinity, _documentAtKey);
        }
        else
        {
            _workspace.Sorted.Begin(_limit, _order);
        }
    }

    /// <summary>Ranks all documents of a term.</summary>
    public void RankAll(TermNode term) => term.Rank(_workspace.Scores);

    /// <summary>Ranks documents, ascending.</summary>
    /// <returns>Documents before this one need not be looked at for ranking.</returns>
    public int Rank(ReadOnlySpan<int> documents)
    {
        if (_order.IsByScore)
        {
            var hits = _workspace.Scores;
            // Until there are as many as are wanted, each is taken.
            var first = double.IsNegativeInfinity(hits.Bar) ? Math.Min(_limit - hits.Count, documents.Length) : 0;
            RankByScore(documents[..first]);
            RankByScore(Hopeful(documents[first..]));
            return hits.MayTake(_bound + _boostBound) ? 0 : _until;
        }

        RankSorted(documents);
        return 0;
    }

    /// <summary>Ends a segment.</summary>
    public void Leave()
    {
        var from = _best.Count;
        if (_order.IsByScore)
        {
            while (_workspace.Scores.Count > 0)
            {
                var (document, score) = _workspace.Scores.TakeWorst();
                _best.Add(new(_scope.Place, document, score));
            }
        }
        else
        {
            AddSorted();
        }

        if (_best.Count > from)
        {
            CollectionsMarshal.AsSpan(_best).Sort(_comparison);
        }

        if (_best.Count > _limit)
        {
            _best.RemoveRange(_limit, _best.Count - _limit);
        }
    }

    /// <summary>The last document whose key is not behind a key; -1: there is none.</summary>
    private static int DocumentAtKey(KeyTable keys, byte[] key)
    {
        var document = keys.LowerBound(key);
        return keys.Find(key) == document && document < keys.Count ? document : document - 1;
    }

    /// <summary>Those documents that could be taken; all of them where to find that out takes longer than to score them.</summary>
    private ReadOnlySpan<int> Hopeful(ReadOnlySpan<int> documents)
    {
        var hits = _workspace.Scores;
        if (documents.IsEmpty || _unbounded-- > 0)
        {
            return documents;
        }

        var (hopeful, count, asked) = (_workspace.Hopeful, 0, 0);
        for (var at = 0; at < documents.Length; at++)
        {
            if (documents[at] > _until)
            {
                _bound = _root.Bound(documents[at], out _until);
                asked++;
                if (!hits.MayTake(_bound + _boostBound))
                {
                    at = FirstBehind(documents, at, _until) - 1;
                    continue;
                }
            }

            hopeful[count] = documents[at];
            count += hits.MayTake(_bound + BoostOf(documents[at])) ? 1 : 0;
        }

        _unbounded = documents.Length - count > (asked * BoundCost) + (documents.Length / 4) ? 0 : Unbounded;
        return hopeful.AsSpan(0, count);
    }

    private static int FirstBehind(ReadOnlySpan<int> documents, int from, int document)
    {
        if (document >= documents[^1])
        {
            return documents.Length;
        }

        var found = documents[from..].BinarySearch(document + 1);
        return from + (found < 0 ? ~found : found);
    }

    private void RankByScore(ReadOnlySpan<int> documents)
    {
        var (hits, batch) = (_workspace.Scores, _workspace.Batch);
        var scores = (_scores ??= _workspace.RentScores()).AsSpan();
        while (!documents.IsEmpty)
        {
            var count = batch.Begin(documents);
            _root.ScoreFound(batch, scores[..count]);
            for (var at = 0; at < count; at++)
            {
                hits.Offer(documents[at], scores[at] + BoostOf(documents[at]));
            }

            documents = documents[count..];
        }
    }

    private void RankSorted(ReadOnlySpan<int> documents)
    {
        foreach (var document in documents)
        {
            var hit = new Candidate(_scope.Place, document, _order.NeedsScores ? ScoreOf(document) : 0);
            if (_after is null || _order.IsBehind(hit, _after, _documentAtKey))
            {
                _workspace.Sorted.Offer(hit);
            }
        }
    }

    /// <summary>Those that are kept are scored now where the order did not need it: in ascending order, as parts of a query want it.</summary>
    private void AddSorted()
    {
        var from = _best.Count;
        foreach (var (_, hit) in _workspace.Sorted.Kept)
        {
            _best.Add(hit);
        }

        if (!_order.NeedsScores)
        {
            var added = CollectionsMarshal.AsSpan(_best)[from..];
            added.Sort(static (one, other) => one.Document.CompareTo(other.Document));
            foreach (ref var hit in added)
            {
                hit = hit with { Score = ScoreOf(hit.Document) };
            }
        }
    }

    private double ScoreOf(int document) => _root.Score(document) + BoostOf(document);

    private double BoostOf(int document) => _boost is not null && _boost.TryGet(document, out var number) ? _boostFactor * number : 0;
}
