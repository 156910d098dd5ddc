using Lucene.Net.Search;

namespace UnionCatalog.Lucene.Searching;

/// <summary>Goes through the documents that any of several iterators has.</summary>
internal abstract class UnionPart(DocIdSetIterator[] members) : Part
{
    private int _document = -1;

    public override int DocID => _document;

    public override int NextDoc()
    {
        var next = NO_MORE_DOCS;
        foreach (var member in members)
        {
            next = Math.Min(next, member.DocID == _document ? member.NextDoc() : member.DocID);
        }

        return _document = next;
    }

    public override int Advance(int target)
    {
        var next = NO_MORE_DOCS;
        foreach (var member in members)
        {
            next = Math.Min(next, member.DocID < target ? member.Advance(target) : member.DocID);
        }

        return _document = next;
    }

    public override long GetCost()
    {
        var cost = 0L;
        foreach (var member in members)
        {
            cost += member.GetCost();
        }

        return cost;
    }
}

/// <summary>Documents that at least so many parts find.</summary>
/// <param name="parts">The parts.</param>
/// <param name="atLeast">How many, 1 or more.</param>
/// <param name="others">What the parts count that are not the best: 1 gives the sum.</param>
internal sealed class AnyPart(Part[] parts, int atLeast, double others) : UnionPart(parts)
{
    public override double Score()
    {
        var (sum, best) = (0.0, 0.0);
        foreach (var part in parts)
        {
            if (part.DocID == DocID)
            {
                var score = part.Score();
                sum += score;
                best = Math.Max(best, score);
            }
        }

        return others == 1 ? sum : best + (others * (sum - best));
    }

    public override int NextDoc() => Settle(base.NextDoc());

    public override int Advance(int target) => Settle(base.Advance(target));

    private int Settle(int document)
    {
        while (atLeast > 1 && document != NO_MORE_DOCS && CountAt(document) < atLeast)
        {
            document = base.NextDoc();
        }

        return document;
    }

    private int CountAt(int document)
    {
        var count = 0;
        foreach (var part in parts)
        {
            count += part.DocID == document ? 1 : 0;
        }

        return count;
    }
}
