using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>
/// A part of a query at work. In each segment it is entered, then finds documents, all at once; then it is asked for the scores of
/// some of them, in ascending order. Deleted documents are found as well: the search takes them away.
/// </summary>
internal abstract class Node
{
    /// <summary>At most so many documents are found in the segment.</summary>
    public abstract int Estimate { get; }

    /// <summary>Goes to a segment.</summary>
    public abstract void Enter(SegmentScope scope);

    /// <summary>Finds all documents.</summary>
    /// <returns>A set that the caller may change.</returns>
    public abstract DocumentSet Find();

    /// <summary>Finds all documents, and adds them to a bitmap.</summary>
    public virtual void AddTo(DocumentSet bits) => bits.Unite(Find());

    /// <summary>Takes away the candidates that this does not find.</summary>
    public virtual void Restrict(DocumentSet candidates) => candidates.Intersect(Find());

    /// <summary>Asks of each candidate of a list whether it is found.</summary>
    protected void KeepThoseItHas(DocumentSet candidates, Watch watch)
    {
        var list = candidates.List;
        var count = 0;
        for (var i = 0; i < candidates.ListCount; i++)
        {
            list[count] = list[i];
            count += Has(list[i]) ? 1 : 0;
            if (i % Workspace.PieceSize == 0)
            {
                watch.Check();
            }
        }

        candidates.SetListCount(count);
    }

    /// <summary>Whether a document is found. Only after <see cref="Find"/> or, for one of its candidates, <see cref="Restrict"/>.</summary>
    public abstract bool Has(int document);

    /// <summary>The score of a document that is found.</summary>
    public virtual double Score(int document) => 0;

    /// <summary>The scores of documents that are all found: for each what <see cref="Score"/> gives.</summary>
    /// <param name="batch">The documents, asked in ascending order.</param>
    /// <param name="scores">Takes them, one for each document.</param>
    public virtual void ScoreFound(Batch batch, Span<double> scores)
    {
        var documents = batch.Documents;
        for (var at = 0; at < documents.Length; at++)
        {
            scores[at] = Score(documents[at]);
        }
    }

    /// <summary>The scores of documents of which some may not be found; of those 0.</summary>
    /// <inheritdoc cref="ScoreFound" path="/param"/>
    public virtual void ScoreAny(Batch batch, Span<double> scores)
    {
        var documents = batch.Documents;
        for (var at = 0; at < documents.Length; at++)
        {
            scores[at] = Has(documents[at]) ? Score(documents[at]) : 0;
        }
    }

    /// <summary>
    /// A score that no document from this one on has more than, as scores are reckoned: in the same steps, each of which gives no
    /// less where it is given no less, rounding included.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="until">The last document of which that is true.</param>
    public virtual double Bound(int document, out int until)
    {
        until = int.MaxValue;
        return 0;
    }
}

/// <summary>Where a query is at work: one segment after the other.</summary>
internal sealed class SegmentScope
{
    /// <summary>The segment's place in the snapshot.</summary>
    public int Place { get; private set; }

    /// <summary>The segment.</summary>
    public LiveSegment Live { get; private set; } = null!;

    /// <summary>How many documents it was written with.</summary>
    public int Count => Live.Segment.Count;

    public SegmentColumn Column(int at) => Live.Segment.Columns[at];

    /// <summary>Goes to a segment.</summary>
    public void Enter(int place, LiveSegment live) => (Place, Live) = (place, live);
}
