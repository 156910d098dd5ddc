using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries;

/// <summary>Chooses the first so many of a facet's values.</summary>
internal sealed class BestValues
{
    /// <summary>The last of those kept is on top.</summary>
    private (int Number, int Count)[] _kept = new (int, int)[32];
    private int _count;
    private int _limit;
    private FacetOrder _order;

    public void Begin(FacetRequest request) => (_limit, _order, _count) = (request.Top, request.Order, 0);

    public void Offer(int number, int count, TermTable.View values)
    {
        if (_count < _limit)
        {
            Add(number, count, values);
        }
        else if (_limit > 0 && Compare((number, count), _kept[0], values) < 0)
        {
            _kept[0] = (number, count);
            Sink(values);
        }
    }

    /// <summary>Those that were kept, in their order.</summary>
    public FacetCount[] Take(TermTable.View values, FacetNumbering numbering)
    {
        var taken = new FacetCount[_count];
        while (_count > 0)
        {
            var last = _kept[0];
            _kept[0] = _kept[--_count];
            taken[_count] = new(numbering.TextOf(last.Number), last.Count);
            Sink(values);
        }

        return taken;
    }

    private int Compare((int Number, int Count) one, (int Number, int Count) other, TermTable.View values) =>
        _order == FacetOrder.Count && one.Count != other.Count
            ? other.Count.CompareTo(one.Count)
            : values[one.Number].SequenceCompareTo(values[other.Number]);

    private void Add(int number, int count, TermTable.View values)
    {
        if (_count == _kept.Length)
        {
            Array.Resize(ref _kept, _count * 2);
        }

        var place = _count++;
        while (place > 0 && Compare((number, count), _kept[(place - 1) / 2], values) > 0)
        {
            _kept[place] = _kept[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        _kept[place] = (number, count);
    }

    private void Sink(TermTable.View values)
    {
        var (place, sinking) = (0, _kept[0]);
        while ((2 * place) + 1 is var child && child < _count)
        {
            child += child + 1 < _count && Compare(_kept[child + 1], _kept[child], values) > 0 ? 1 : 0;
            if (Compare(sinking, _kept[child], values) >= 0)
            {
                break;
            }

            _kept[place] = _kept[child];
            place = child;
        }

        _kept[place] = sinking;
    }
}
