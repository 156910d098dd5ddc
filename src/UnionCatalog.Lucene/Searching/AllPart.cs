using Lucene.Net.Search;

namespace UnionCatalog.Lucene.Searching;

/// <summary>Goes through the documents that all of several iterators have: the shortest leads, the others leap after it.</summary>
internal sealed class Intersection
{
    private readonly DocIdSetIterator[] _byCost;

    public Intersection(IEnumerable<DocIdSetIterator> members) => _byCost = [.. members.OrderBy(member => member.GetCost())];

    public int Document => _byCost[0].DocID;

    public long Cost => _byCost[0].GetCost();

    public int Next() => Settle(_byCost[0].NextDoc());

    public int Advance(int target) => Settle(_byCost[0].Advance(target));

    private int Settle(int document)
    {
        for (var at = 1; at < _byCost.Length && document != DocIdSetIterator.NO_MORE_DOCS; at++)
        {
            var member = _byCost[at];
            var other = member.DocID < document ? member.Advance(document) : member.DocID;
            if (other > document)
            {
                document = _byCost[0].Advance(other);
                at = 0;
            }
        }

        return document;
    }
}

/// <summary>Documents that all parts find, scored by the sum.</summary>
internal sealed class AllPart : Part
{
    private readonly Part[] _parts;
    private readonly TestPart[] _tests;
    private readonly Intersection _found;

    /// <param name="parts">The parts; at least one.</param>
    public AllPart(Part[] parts)
    {
        _parts = parts;
        var tests = parts.OfType<TestPart>().ToList();
        // A test is asked of what the others find; where there are only tests, one leads.
        _tests = [.. tests.Skip(tests.Count == parts.Length ? 1 : 0)];
        _found = new Intersection(parts.Except(_tests));
    }

    public override int DocID => _found.Document;

    public override double Score()
    {
        var sum = 0.0;
        foreach (var part in _parts)
        {
            sum += part.Score();
        }

        return sum;
    }

    public override int NextDoc() => Settle(_found.Next());

    public override int Advance(int target) => Settle(_found.Advance(target));

    public override long GetCost() => _found.Cost;

    private int Settle(int document)
    {
        while (document != NO_MORE_DOCS && !Passes(document))
        {
            document = _found.Next();
        }

        return document;
    }

    private bool Passes(int document)
    {
        foreach (var test in _tests)
        {
            if (!test.Holds(document))
            {
                return false;
            }
        }

        return true;
    }
}
