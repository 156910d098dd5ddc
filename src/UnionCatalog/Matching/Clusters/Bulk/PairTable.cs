using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Pairs of profiles that are the same or unsure, in two numbers each.</summary>
internal sealed class PairTable
{
    private readonly List<long> _pairs = [];
    private readonly List<int> _verdicts = [];

    /// <summary>How many there are.</summary>
    public int Count => _pairs.Count;

    /// <summary>A pair, each once, the lower number first.</summary>
    public (int Left, int Right, int Weight, bool IsSame) this[int pair] =>
        ((int)(_pairs[pair] >> 32), (int)_pairs[pair], _verdicts[pair] >> 1, (_verdicts[pair] & 1) != 0);

    /// <summary>Adds one.</summary>
    public void Add(int left, int right, int weight, bool isSame)
    {
        _pairs.Add(((long)left << 32) | (uint)right);
        _verdicts.Add((weight << 1) | (isSame ? 1 : 0));
    }

    /// <summary>Adds those of another.</summary>
    public void AddAll(PairTable other)
    {
        _pairs.AddRange(other._pairs);
        _verdicts.AddRange(other._verdicts);
    }

    /// <summary>All pairs both ways, by number of profile, numbered as a store does that has no number 0.</summary>
    public IEnumerable<StoredPair> BothWays()
    {
        var pairs = new long[Count * 2];
        var verdicts = new int[Count * 2];
        for (var i = 0; i < Count; i++)
        {
            pairs[i] = _pairs[i];
            pairs[Count + i] = (_pairs[i] << 32) | (long)((ulong)_pairs[i] >> 32);
            verdicts[i] = verdicts[Count + i] = _verdicts[i];
        }

        Array.Sort(pairs, verdicts);
        for (var i = 0; i < pairs.Length; i++)
        {
            yield return new((pairs[i] >> 32) + 1, (pairs[i] & uint.MaxValue) + 1, verdicts[i] >> 1, (verdicts[i] & 1) != 0);
        }
    }
}
