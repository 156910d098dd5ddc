namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>Every document, or none.</summary>
internal sealed class EverythingNode(Workspace workspace, bool isEverything) : Node
{
    private SegmentScope _scope = null!;

    public override int Estimate => isEverything ? _scope.Count : 0;

    public override void Enter(SegmentScope scope) => _scope = scope;

    public override DocumentSet Find() => isEverything ? workspace.RentSet().BeginAll(_scope.Count) : workspace.RentSet().BeginList(0);

    public override bool Has(int document) => isEverything;
}

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

    public override double Bound(int document, out int until) => wanted.Bound(document, out until);

    private void Strike(DocumentSet candidates)
    {
        var struck = workspace.RentSet().CopyOf(candidates, _scope.Count);
        unwanted.Restrict(struck);
        candidates.Subtract(struck);
    }
}

/// <summary>The same documents with their score multiplied.</summary>
internal sealed class BoostNode(Node inner, double factor) : Node
{
    public override int Estimate => inner.Estimate;

    public override void Enter(SegmentScope scope) => inner.Enter(scope);

    public override DocumentSet Find() => inner.Find();

    public override void Restrict(DocumentSet candidates) => inner.Restrict(candidates);

    public override bool Has(int document) => inner.Has(document);

    public override double Score(int document) => factor * inner.Score(document);

    public override double Bound(int document, out int until) => factor * inner.Bound(document, out until);
}
