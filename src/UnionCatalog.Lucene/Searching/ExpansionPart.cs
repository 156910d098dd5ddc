using Lucene.Net.Util;

namespace UnionCatalog.Lucene.Searching;

/// <summary>The documents of all terms that something stands for: which of them a document has says little, so all score alike.</summary>
/// <param name="all">All documents.</param>
/// <param name="ranks">By how near the terms come, the nearest first.</param>
/// <param name="scores">What a document scores for each rank.</param>
internal sealed class ExpansionPart(FixedBitSet all, FixedBitSet[] ranks, double[] scores) : Part
{
    private readonly long _cost = all.Cardinality;
    private int _document = -1;

    public override int DocID => _document;

    public override double Score()
    {
        var rank = 0;
        while (!ranks[rank].Get(_document))
        {
            rank++;
        }

        return scores[rank];
    }

    public override int NextDoc() => Advance(_document + 1);

    public override int Advance(int target)
    {
        var next = target < all.Length ? all.NextSetBit(target) : -1;
        return _document = next < 0 ? NO_MORE_DOCS : next;
    }

    public override long GetCost() => _cost;
}
