namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>Documents that at least so many parts find.</summary>
/// <param name="workspace">Memory.</param>
/// <param name="parts">The parts.</param>
/// <param name="atLeast">How many, 1 or more.</param>
/// <param name="others">What the parts count that are not the best: 1 gives the sum.</param>
internal sealed class AnyNode(Workspace workspace, Node[] parts, int atLeast, double others) : Node
{
    /// <summary>How much a bound may be too low where the best is taken from the sum: less is taken from a greater sum, but not so when rounded.</summary>
    private const double Rounding = 1 + 1e-12;

    private SegmentScope _scope = null!;
    private double[]? _ofPart;
    private double[]? _best;
    private int _estimate;

    public override int Estimate => _estimate;

    public override void Enter(SegmentScope scope)
    {
        var sum = 0L;
        foreach (var part in parts)
        {
            part.Enter(scope);
            sum += part.Estimate;
        }

        _scope = scope;
        _estimate = (int)Math.Min(sum / atLeast, scope.Count);
    }

    /// <remarks>Every part is asked, so that each knows what it has.</remarks>
    public override DocumentSet Find() => atLeast == 1 ? FindAny() : FindSeveral();

    public override void Restrict(DocumentSet candidates)
    {
        if (candidates.IsBitmap || atLeast > 1)
        {
            candidates.Intersect(Find());
            return;
        }

        var found = workspace.RentSet().BeginBits(_scope.Count);
        var some = workspace.RentSet();
        foreach (var part in parts)
        {
            part.Restrict(some.CopyOf(candidates, _scope.Count));
            found.Unite(some);
        }

        candidates.Intersect(found);
    }

    public override bool Has(int document)
    {
        var count = 0;
        foreach (var part in parts)
        {
            count += part.Has(document) ? 1 : 0;
            if (count == atLeast)
            {
                return true;
            }
        }

        return false;
    }

    public override double Score(int document)
    {
        var (sum, best) = (0.0, 0.0);
        foreach (var part in parts)
        {
            if (part.Has(document))
            {
                var score = part.Score(document);
                sum += score;
                best = Math.Max(best, score);
            }
        }

        return others == 1 ? sum : best + (others * (sum - best));
    }

    public override void ScoreFound(Batch batch, Span<double> scores)
    {
        scores.Clear();
        var ofPart = (_ofPart ??= workspace.RentScores()).AsSpan(0, scores.Length);
        var best = (_best ??= workspace.RentScores()).AsSpan(0, scores.Length);
        best.Clear();
        foreach (var part in parts)
        {
            part.ScoreAny(batch, ofPart);
            for (var at = 0; at < scores.Length; at++)
            {
                scores[at] += ofPart[at];
                best[at] = Math.Max(best[at], ofPart[at]);
            }
        }

        if (others == 1)
        {
            return;
        }

        for (var at = 0; at < scores.Length; at++)
        {
            scores[at] = best[at] + (others * (scores[at] - best[at]));
        }
    }

    public override void ScoreAny(Batch batch, Span<double> scores)
    {
        if (atLeast == 1)
        {
            // What no part finds has no score.
            ScoreFound(batch, scores);
        }
        else
        {
            base.ScoreAny(batch, scores);
        }
    }

    public override double Bound(int document, out int until)
    {
        (var sum, var best, until) = (0.0, 0.0, int.MaxValue);
        foreach (var part in parts)
        {
            var bound = part.Bound(document, out var end);
            sum += bound;
            best = Math.Max(best, bound);
            until = Math.Min(until, end);
        }

        return others == 1 || sum == best ? sum : (best + (others * (sum - best))) * Rounding;
    }

    private DocumentSet FindAny()
    {
        var found = workspace.RentSet().BeginBits(_scope.Count);
        foreach (var part in parts)
        {
            part.AddTo(found);
        }

        return found;
    }

    private DocumentSet FindSeveral()
    {
        var counts = workspace.RentSet().BeginList(_scope.Count).List[.._scope.Count];
        counts.Clear();
        var piece = workspace.RentSet().BeginList(Workspace.PieceSize).List[..Workspace.PieceSize];
        var found = workspace.RentSet();
        foreach (var part in parts)
        {
            part.AddTo(found.BeginBits(_scope.Count));
            var next = 0;
            while (found.Read(ref next, piece) is > 0 and var count)
            {
                foreach (var document in piece[..count])
                {
                    counts[document]++;
                }

                workspace.Watch.Check();
            }
        }

        var several = workspace.RentSet().BeginBits(_scope.Count);
        for (var document = 0; document < counts.Length; document++)
        {
            if (counts[document] >= atLeast)
            {
                several.AddBit(document);
            }
        }

        return several;
    }
}
