namespace UnionCatalog.FullText.Queries;

/// <summary>Keeps the first documents of one segment in an order that is not, or not only, by score.</summary>
internal sealed class SortedHits
{
    private (ulong Key, Candidate Hit)[] _kept = new (ulong, Candidate)[32];
    private HitOrder _order = null!;
    private int _limit;

    public int Count { get; private set; }

    public ReadOnlySpan<(ulong Key, Candidate Hit)> Kept => _kept.AsSpan(0, Count);

    /// <summary>Begins a segment.</summary>
    public void Begin(int limit, HitOrder order) => (_limit, _order, Count) = (limit, order, 0);

    public void Offer(Candidate hit)
    {
        var key = _order.FirstKey(hit);
        if (Count < _limit)
        {
            Add((key, hit));
        }
        else if (key <= _kept[0].Key && Compare((key, hit), _kept[0]) < 0)
        {
            _kept[0] = (key, hit);
            Sink();
        }
    }

    private int Compare((ulong Key, Candidate Hit) one, (ulong Key, Candidate Hit) other) =>
        one.Key != other.Key ? one.Key.CompareTo(other.Key) : _order.Compare(one.Hit, other.Hit);

    private void Add((ulong Key, Candidate Hit) entry)
    {
        if (Count == _kept.Length)
        {
            Array.Resize(ref _kept, Count * 2);
        }

        var place = Count++;
        while (place > 0 && Compare(entry, _kept[(place - 1) / 2]) > 0)
        {
            _kept[place] = _kept[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        _kept[place] = entry;
    }

    private void Sink()
    {
        var (place, sinking) = (0, _kept[0]);
        while ((2 * place) + 1 is var child && child < Count)
        {
            child += child + 1 < Count && Compare(_kept[child + 1], _kept[child]) > 0 ? 1 : 0;
            if (Compare(sinking, _kept[child]) >= 0)
            {
                break;
            }

            _kept[place] = _kept[child];
            place = child;
        }

        _kept[place] = sinking;
    }
}
