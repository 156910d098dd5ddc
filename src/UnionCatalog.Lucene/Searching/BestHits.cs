using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Lucene.Searching;

/// <summary>Keeps the first hits: those of a segment in a heap, where they compare by places, then those of all in a list.</summary>
internal sealed class BestHits(PlanOrder order, int limit)
{
    private readonly PriorityQueue<Candidate, Candidate> _inSegment = new(Comparer<Candidate>.Create((one, other) => order.Compare(other, one)));
    private List<Candidate> _best = [];

    /// <summary>The first hits of the segments that were left, in order.</summary>
    public IReadOnlyList<Candidate> Best => _best;

    public void Offer(Candidate hit)
    {
        if (_inSegment.Count < limit)
        {
            _inSegment.Enqueue(hit, hit);
        }
        else if (!(order.IsByScore && hit.Score < _inSegment.Peek().Score))
        {
            _inSegment.EnqueueDequeue(hit, hit);
        }
    }

    /// <summary>Ends a segment.</summary>
    public void Leave()
    {
        while (_inSegment.TryDequeue(out var hit, out _))
        {
            _best.Add(hit);
        }

        _best.Sort(order);
        if (_best.Count > limit)
        {
            _best = _best[..limit];
        }
    }
}
