namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>Documents that a column says something of.</summary>
/// <param name="workspace">Memory.</param>
/// <param name="test">What it must say.</param>
internal sealed class ColumnNode(Workspace workspace, ColumnTest test) : Node
{
    private SegmentScope _scope = null!;

    public override int Estimate => _scope.Count;

    public override void Enter(SegmentScope scope)
    {
        _scope = scope;
        test.Enter(scope.Live.Segment);
    }

    public override DocumentSet Find()
    {
        var found = workspace.RentSet().BeginBits(_scope.Count);
        for (var document = 0; document < _scope.Count; document++)
        {
            if (test.Holds(document))
            {
                found.AddBit(document);
            }

            if (document % Workspace.PieceSize == 0)
            {
                workspace.Watch.Check();
            }
        }

        return found;
    }

    public override void Restrict(DocumentSet candidates)
    {
        if (candidates.IsBitmap)
        {
            base.Restrict(candidates);
            return;
        }

        KeepThoseItHas(candidates, workspace.Watch);
    }

    public override bool Has(int document) => test.Holds(document);
}
