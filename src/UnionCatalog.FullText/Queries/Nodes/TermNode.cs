using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries.Nodes;

/// <summary>One term in one field, scored by BM25.</summary>
/// <param name="term">Its documents.</param>
/// <param name="watch">Ends it early.</param>
/// <param name="weight">The field's weight times the term's rarity times k1 + 1: what no score reaches.</param>
/// <param name="factors">The field's length factors.</param>
internal sealed class TermNode(TermDocuments term, Watch watch, double weight, double[] factors) : Node
{
    private BitSet? _deleted;

    public override int Estimate => term.Entry.Documents;

    public override void Enter(SegmentScope scope)
    {
        term.Enter(scope);
        _deleted = scope.Live.Deleted;
    }

    /// <summary>How many documents that are there have it.</summary>
    public int CountLive() => term.CountLive();

    public override DocumentSet Find() => term.Find();

    public override void AddTo(DocumentSet bits) => term.AddTo(bits);

    public override void Restrict(DocumentSet candidates) => term.Restrict(candidates);

    public override bool Has(int document) => term.Cursor.SeekTo(document) == document;

    public override double Score(int document) => ScoreOf(term.FrequencyIn(document), term.Reader.Lengths[document]);

    public override void ScoreFound(Batch batch, Span<double> scores) => ScoreAny(batch, scores);

    public override void ScoreAny(Batch batch, Span<double> scores)
    {
        scores.Clear();
        term.Match(batch);
        var documents = batch.Documents;
        var lengths = term.Reader.Lengths;
        var places = batch.Places;
        var frequencies = batch.Frequencies;
        for (var at = 0; at < places.Length; at++)
        {
            scores[places[at]] = ScoreOf(frequencies[at], lengths[documents[places[at]]]);
        }
    }

    public override double Bound(int document, out int until)
    {
        var block = term.BlockAt(document, out until);
        return block < 0 ? (term.HasAt(document, out until) ? weight : 0) : BoundOf(term.Cursor.BlockImpacts()[block], term.Cursor.GreatestFrequency);
    }

    /// <summary>
    /// Ranks all of the term's documents without making a set of them: blocks that cannot come among the best are not even
    /// unpacked.
    /// </summary>
    /// <param name="hits">Takes them.</param>
    public void Rank(ScoreHits hits)
    {
        var cursor = term.Cursor;
        var lengths = term.Reader.Lengths;
        var impacts = term.Entry.HasBlocks ? cursor.BlockImpacts() : default;
        var greatest = term.Entry.HasBlocks ? cursor.GreatestFrequency : 0;
        for (var block = 0; block < cursor.BlockCount; block++)
        {
            if (block % 16 == 0)
            {
                watch.Check();
            }

            if (block < impacts.Length && !hits.MayTake(BoundOf(impacts[block], greatest)))
            {
                continue;
            }

            var documents = cursor.Block(block);
            var frequencies = cursor.BlockFrequencies();
            for (var i = 0; i < documents.Length; i++)
            {
                var document = (int)documents[i];
                var score = ScoreOf(frequencies[i], lengths[document]);
                if (score > hits.Bar && _deleted?[document] != true)
                {
                    hits.Offer(document, score);
                }
            }
        }
    }

    private double ScoreOf(double frequency, byte length) => weight * (frequency / (frequency + (CollectionStatistics.K1 * factors[length])));

    private double BoundOf(uint impacts, uint greatest)
    {
        var bound = 0.0;
        for (var times = 1; times <= Impacts.Classes; times++, impacts >>= 8)
        {
            if ((byte)impacts != Impacts.None)
            {
                bound = Math.Max(bound, ScoreOf(times < Impacts.Classes ? times : greatest, (byte)impacts));
            }
        }

        return bound;
    }
}
