using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Pairs of profiles that are the same or unsure, in two numbers each.</summary>
/// <remarks>Gathered in pieces, which a table hands over whole to another.</remarks>
internal sealed class PairTable
{
    private const int Bits = 14;
    private const int PieceSize = 1 << Bits;

    private readonly List<(long[] Pairs, int[] Verdicts)> _pieces = [];
    private int _filled = PieceSize;

    /// <summary>How many there are.</summary>
    public int Count => _pieces.Count == 0 ? 0 : ((_pieces.Count - 1) * PieceSize) + _filled;

    /// <summary>A pair, each once, the lower number first.</summary>
    public (int Left, int Right, int Weight, bool IsSame) this[int pair]
    {
        get
        {
            var (pairs, verdicts) = _pieces[pair >> Bits];
            var (both, verdict) = (pairs[pair & (PieceSize - 1)], verdicts[pair & (PieceSize - 1)]);
            return ((int)(both >> 32), (int)both, verdict >> 1, (verdict & 1) != 0);
        }
    }

    /// <summary>Adds one.</summary>
    public void Add(int left, int right, int weight, bool isSame)
    {
        if (_filled == PieceSize)
        {
            _pieces.Add((new long[PieceSize], new int[PieceSize]));
            _filled = 0;
        }

        var (pairs, verdicts) = _pieces[^1];
        (pairs[_filled], verdicts[_filled]) = (((long)left << 32) | (uint)right, (weight << 1) | (isSame ? 1 : 0));
        _filled++;
    }

    /// <summary>Takes over those of another, which is not to be used any more.</summary>
    public void TakeAll(PairTable other)
    {
        if (other._pieces.Count == 0)
        {
            return;
        }

        // Its last piece has gaps: what is in it is added one by one, and so stays last here.
        var whole = other._filled == PieceSize ? other._pieces.Count : other._pieces.Count - 1;
        _pieces.InsertRange(0, other._pieces.Take(whole));
        for (var pair = whole * PieceSize; pair < other.Count; pair++)
        {
            var (left, right, weight, isSame) = other[pair];
            Add(left, right, weight, isSame);
        }
    }

    /// <summary>All pairs both ways, by number of profile, numbered as a store does that has no number 0.</summary>
    /// <param name="profiles">How many profiles there are.</param>
    public IEnumerable<StoredPair> BothWays(int profiles)
    {
        var (starts, pairs) = Group(profiles);
        for (var profile = 0; profile < profiles; profile++)
        {
            var own = pairs.AsSpan(starts[profile], starts[profile + 1] - starts[profile]).ToArray();
            foreach (var row in own.Select(pair => ToRow(pair, profile)).OrderBy(row => row.Partner))
            {
                yield return row;
            }
        }
    }

    private StoredPair ToRow(int pair, int profile)
    {
        var (left, right, weight, isSame) = this[pair];
        return new(profile + 1, (profile == left ? right : left) + 1, weight, isSame);
    }

    // The pairs of each profile, one profile after the other.
    private (int[] Starts, int[] Pairs) Group(int profiles)
    {
        var starts = new int[profiles + 2];
        for (var pair = 0; pair < Count; pair++)
        {
            starts[this[pair].Left + 2]++;
            starts[this[pair].Right + 2]++;
        }

        for (var profile = 2; profile < starts.Length; profile++)
        {
            starts[profile] += starts[profile - 1];
        }

        var pairs = new int[Count * 2];
        for (var pair = 0; pair < Count; pair++)
        {
            pairs[starts[this[pair].Left + 1]++] = pair;
            pairs[starts[this[pair].Right + 1]++] = pair;
        }

        return (starts, pairs);
    }
}
