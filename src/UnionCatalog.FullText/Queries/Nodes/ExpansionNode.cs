using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>All terms of a field that something stands for: which of them a document has says little, so all score alike.</summary>
/// <param name="workspace">Memory.</param>
/// <param name="expansion">Finds the terms.</param>
/// <param name="field">The field's place in the schema.</param>
/// <param name="scores">What a document scores for each rank of terms, the best first.</param>
internal sealed class ExpansionNode(Workspace workspace, Expansion expansion, int field, double[] scores) : Node
{
    private readonly DocumentSet[] _ranks = new DocumentSet[scores.Length];
    private SegmentScope _scope = null!;
    private bool _isDone;

    public override int Estimate => _scope.Count;

    public override void Enter(SegmentScope scope) => (_scope, _isDone) = (scope, false);

    public override DocumentSet Find()
    {
        Expand();
        var found = workspace.RentSet().CopyOf(_ranks[0], _scope.Count);
        foreach (var rank in _ranks.AsSpan(1))
        {
            found.Or(rank.Bits);
        }

        return found;
    }

    public override bool Has(int document)
    {
        Expand();
        foreach (var rank in _ranks)
        {
            if (rank.HasBit(document))
            {
                return true;
            }
        }

        return false;
    }

    public override double Score(int document)
    {
        for (var rank = 0; rank < _ranks.Length; rank++)
        {
            if (_ranks[rank].HasBit(document))
            {
                return scores[rank];
            }
        }

        return 0;
    }

    public override void ScoreAny(Batch batch, Span<double> scores) => ScoreFound(batch, scores);

    public override double Bound(int document, out int until)
    {
        until = int.MaxValue;
        return scores[0];
    }

    private void Expand()
    {
        if (_isDone)
        {
            return;
        }

        _isDone = true;
        foreach (ref var rank in _ranks.AsSpan())
        {
            rank = workspace.RentSet().BeginBits(_scope.Count);
        }

        var reader = _scope.Live.Segment.Fields[field];
        var cursor = workspace.RentCursor();
        expansion.Begin(reader, workspace);
        while (expansion.MoveNext(out var rank))
        {
            Add(reader, cursor, expansion.Entry, _ranks[rank]);
        }
    }

    private void Add(FieldReader reader, PostingsCursor cursor, in TermEntry entry, DocumentSet to)
    {
        workspace.Watch.Check();
        var bitmap = reader.Bitmap(entry);
        if (!bitmap.IsEmpty)
        {
            to.Or(bitmap);
            return;
        }

        cursor.Open(reader, entry);
        cursor.AddTo(to.Bits);
    }
}
