namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>Documents that all parts find, scored by the sum.</summary>
/// <param name="workspace">Memory.</param>
/// <param name="parts">The parts; without any, every document is found.</param>
internal sealed class AllNode(Workspace workspace, Node[] parts) : Node
{
    private readonly Node[] _byEstimate = new Node[parts.Length];
    private SegmentScope _scope = null!;
    private double[]? _ofPart;

    public override int Estimate => parts.Length == 0 ? _scope.Count : _byEstimate[0].Estimate;

    public override void Enter(SegmentScope scope)
    {
        _scope = scope;
        for (var at = 0; at < parts.Length; at++)
        {
            parts[at].Enter(scope);
            var place = at;
            for (; place > 0 && _byEstimate[place - 1].Estimate > parts[at].Estimate; place--)
            {
                _byEstimate[place] = _byEstimate[place - 1];
            }

            _byEstimate[place] = parts[at];
        }
    }

    public override DocumentSet Find()
    {
        if (parts.Length == 0)
        {
            return workspace.RentSet().BeginAll(_scope.Count);
        }

        if (Estimate == 0)
        {
            return workspace.RentSet().BeginList(0);
        }

        var found = _byEstimate[0].Find();
        RestrictFrom(1, found);
        return found;
    }

    public override void Restrict(DocumentSet candidates) => RestrictFrom(0, candidates);

    public override bool Has(int document)
    {
        foreach (var part in _byEstimate)
        {
            if (!part.Has(document))
            {
                return false;
            }
        }

        return true;
    }

    public override double Score(int document)
    {
        var sum = 0.0;
        foreach (var part in parts)
        {
            sum += part.Score(document);
        }

        return sum;
    }

    public override void ScoreFound(Batch batch, Span<double> scores)
    {
        scores.Clear();
        var ofPart = (_ofPart ??= workspace.RentScores()).AsSpan(0, scores.Length);
        foreach (var part in parts)
        {
            part.ScoreFound(batch, ofPart);
            for (var at = 0; at < scores.Length; at++)
            {
                scores[at] += ofPart[at];
            }
        }
    }

    public override double Bound(int document, out int until)
    {
        (var sum, until) = (0.0, int.MaxValue);
        foreach (var part in parts)
        {
            sum += part.Bound(document, out var end);
            until = Math.Min(until, end);
        }

        return sum;
    }

    private void RestrictFrom(int place, DocumentSet candidates)
    {
        // Also without candidates: a part that was not asked to restrict does not know what it has.
        for (; place < _byEstimate.Length; place++)
        {
            _byEstimate[place].Restrict(candidates);
        }
    }
}
