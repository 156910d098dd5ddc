namespace UnionCatalog.FullText.Queries;

/// <summary>Keeps the first so many of all candidates.</summary>
internal sealed class TopHits(int limit, HitOrder order)
{
    /// <summary>The last of those kept is on top.</summary>
    private readonly PriorityQueue<Candidate, Candidate> _kept =
        new(Comparer<Candidate>.Create((one, other) => order.Compare(other, one)));

    public void Offer(Candidate candidate)
    {
        if (_kept.Count < limit)
        {
            _kept.Enqueue(candidate, candidate);
        }
        else if (limit > 0 && order.Compare(candidate, _kept.Peek()) < 0)
        {
            _kept.DequeueEnqueue(candidate, candidate);
        }
    }

    /// <summary>Gives back what was kept, the first first. Nothing is left.</summary>
    public Candidate[] Take()
    {
        var hits = new Candidate[_kept.Count];
        for (var at = hits.Length - 1; at >= 0; at--)
        {
            hits[at] = _kept.Dequeue();
        }

        return hits;
    }
}
