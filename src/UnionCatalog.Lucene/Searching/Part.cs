using Lucene.Net.Search;

namespace UnionCatalog.Lucene.Searching;

/// <summary>A part of a query at work in one segment: goes from document to document, and scores the one that it stands on.</summary>
/// <remarks>Lucene's own scorers give 32 bits; scores here are reckoned as the other engine does, so that hits stand in the same order. Deleted documents are found as well.</remarks>
internal abstract class Part : DocIdSetIterator
{
    /// <summary>The score of the document that it stands on.</summary>
    public virtual double Score() => 0;
}

/// <summary>Documents of which it can be told one by one whether they are found.</summary>
internal sealed class TestPart(int documents, Func<int, bool> test) : Part
{
    private int _document = -1;

    public override int DocID => _document;

    public bool Holds(int document) => test(document);

    public override int NextDoc() => Advance(_document + 1);

    public override int Advance(int target)
    {
        while (target < documents && !test(target))
        {
            target++;
        }

        return _document = target < documents ? target : NO_MORE_DOCS;
    }

    public override long GetCost() => documents;
}

/// <summary>The same documents with their score multiplied.</summary>
internal sealed class BoostPart(Part inner, double factor) : Part
{
    public override int DocID => inner.DocID;

    public override double Score() => factor * inner.Score();

    public override int NextDoc() => inner.NextDoc();

    public override int Advance(int target) => inner.Advance(target);

    public override long GetCost() => inner.GetCost();
}

/// <summary>Documents that one part finds and another does not.</summary>
internal sealed class ExceptPart(Part wanted, Part unwanted) : Part
{
    public override int DocID => wanted.DocID;

    public override double Score() => wanted.Score();

    public override int NextDoc() => Settle(wanted.NextDoc());

    public override int Advance(int target) => Settle(wanted.Advance(target));

    public override long GetCost() => wanted.GetCost();

    private int Settle(int document)
    {
        while (document != NO_MORE_DOCS)
        {
            var other = unwanted.DocID < document ? unwanted.Advance(document) : unwanted.DocID;
            if (other != document)
            {
                break;
            }

            document = wanted.NextDoc();
        }

        return document;
    }
}
