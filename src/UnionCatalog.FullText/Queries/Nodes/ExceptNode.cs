namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>Documents that one part finds and another does not, scored by the one.</summary>
internal sealed class ExceptNode(Workspace workspace, Node wanted, Node unwanted) : Node
{
    private SegmentScope _scope = null!;

    public override int Estimate => wanted.Estimate;

    public override void Enter(SegmentScope scope)
    {
        _scope = scope;
        wanted.Enter(scope);
        unwanted.Enter(scope);
    }

    public override DocumentSet Find()
    {
        var found = wanted.Find();
        Strike(found);
        return found;
    }

    public override void Restrict(DocumentSet candidates)
    {
        wanted.Restrict(candidates);
        Strike(candidates);
    }

    public override bool Has(int document) => wanted.Has(document) && !unwanted.Has(document);

    public override double Score(int document) => wanted.Score(document);

    public override void ScoreFound(Batch batch, Span<double> scores) => wanted.ScoreFound(batch, scores);

    public override double Bound(int document, out int until) => wanted.Bound(document, out until);

    private void Strike(DocumentSet candidates)
    {
        var struck = workspace.RentSet().CopyOf(candidates, _scope.Count);
        unwanted.Restrict(struck);
        candidates.Subtract(struck);
    }
}
