namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>Every document, or none.</summary>
internal sealed class EverythingNode(Workspace workspace, bool isEverything) : Node
{
    private SegmentScope _scope = null!;

    public override int Estimate => isEverything ? _scope.Count : 0;

    public override void Enter(SegmentScope scope) => _scope = scope;

    public override DocumentSet Find() => isEverything ? workspace.RentSet().BeginAll(_scope.Count) : workspace.RentSet().BeginList(0);

    public override bool Has(int document) => isEverything;

    public override void ScoreFound(Batch batch, Span<double> scores) => scores.Clear();

    public override void ScoreAny(Batch batch, Span<double> scores) => scores.Clear();
}
