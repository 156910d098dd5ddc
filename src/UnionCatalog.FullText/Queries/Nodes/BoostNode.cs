namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>The same documents with their score multiplied.</summary>
internal sealed class BoostNode(Node inner, double factor) : Node
{
    public override int Estimate => inner.Estimate;

    public override void Enter(SegmentScope scope) => inner.Enter(scope);

    public override DocumentSet Find() => inner.Find();

    public override void Restrict(DocumentSet candidates) => inner.Restrict(candidates);

    public override bool Has(int document) => inner.Has(document);

    public override double Score(int document) => factor * inner.Score(document);

    public override void ScoreFound(Batch batch, Span<double> scores)
    {
        inner.ScoreFound(batch, scores);
        Multiply(scores);
    }

    public override void ScoreAny(Batch batch, Span<double> scores)
    {
        inner.ScoreAny(batch, scores);
        Multiply(scores);
    }

    public override double Bound(int document, out int until) => factor * inner.Bound(document, out until);

    private void Multiply(Span<double> scores)
    {
        foreach (ref var score in scores)
        {
            score *= factor;
        }
    }
}
