namespace UnionCatalog.FullText.Queries;

/// <summary>Keeps the best documents of one segment by score; of equals, those with the lower number, which is the lower key.</summary>
internal sealed class ScoreHits
{
    private double[] _scores = new double[32];
    private int[] _documents = new int[32];
    private int _limit;
    private double _afterScore;
    private int _afterDocument;

    public int Count { get; private set; }

    /// <summary>A document must score more to be taken.</summary>
    public double Bar { get; private set; }

    /// <summary>Begins a segment.</summary>
    /// <param name="limit">How many to keep.</param>
    /// <param name="least">What a document must score at least; negative infinity at first.</param>
    /// <param name="afterScore">Only those behind this score; positive infinity: all.</param>
    /// <param name="afterDocument">Of those with that score, only those with a greater number.</param>
    public void Begin(int limit, double least, double afterScore, int afterDocument)
    {
        (_limit, Count) = (limit, 0);
        (_afterScore, _afterDocument) = (afterScore, afterDocument);
        Bar = double.IsNegativeInfinity(least) ? least : Math.BitDecrement(least);
    }

    /// <summary>Whether a document with no more than this score could be taken.</summary>
    public bool MayTake(double bound) => bound > Bar;

    /// <summary>Takes a document if it is good enough.</summary>
    public void Offer(int document, double score)
    {
        if (!(score > Bar) || score > _afterScore || (score == _afterScore && document <= _afterDocument))
        {
            return;
        }

        if (Count == _limit)
        {
            ReplaceWorst(document, score);
        }
        else
        {
            Add(document, score);
        }

        if (Count == _limit)
        {
            // Documents come in ascending order: one that scores the same as the worst comes behind it.
            Bar = Math.Max(Bar, _scores[0]);
        }
    }

    /// <summary>Takes out the worst.</summary>
    public (int Document, double Score) TakeWorst()
    {
        var worst = (_documents[0], _scores[0]);
        Count--;
        (_documents[0], _scores[0]) = (_documents[Count], _scores[Count]);
        Sink();
        return worst;
    }

    private void Add(int document, double score)
    {
        if (Count == _scores.Length)
        {
            Array.Resize(ref _scores, Count * 2);
            Array.Resize(ref _documents, Count * 2);
        }

        var place = Count++;
        while (place > 0 && IsWorse(score, document, (place - 1) / 2))
        {
            (_scores[place], _documents[place]) = (_scores[(place - 1) / 2], _documents[(place - 1) / 2]);
            place = (place - 1) / 2;
        }

        (_scores[place], _documents[place]) = (score, document);
    }

    private void ReplaceWorst(int document, double score)
    {
        (_scores[0], _documents[0]) = (score, document);
        Sink();
    }

    private void Sink()
    {
        var place = 0;
        var (score, document) = (_scores[0], _documents[0]);
        while (true)
        {
            var child = (2 * place) + 1;
            if (child >= Count)
            {
                break;
            }

            child += child + 1 < Count && IsWorse(_scores[child + 1], _documents[child + 1], child) ? 1 : 0;
            if (IsWorse(score, document, child))
            {
                break;
            }

            (_scores[place], _documents[place]) = (_scores[child], _documents[child]);
            place = child;
        }

        (_scores[place], _documents[place]) = (score, document);
    }

    private bool IsWorse(double score, int document, int than) =>
        score < _scores[than] || (score == _scores[than] && document > _documents[than]);
}
