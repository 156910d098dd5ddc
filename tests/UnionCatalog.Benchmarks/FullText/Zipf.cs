namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// Ranks from 0, of which a rank is the rarer the further back it is: rank r weighs 1 / (r + 1) to the exponent. Drawn by
/// Walker's aliases: one place, one comparison, whatever the number of ranks.
/// </summary>
internal sealed class Zipf
{
    private readonly uint[] _keep;
    private readonly int[] _other;

    public Zipf(int ranks, double exponent)
    {
        _keep = new uint[ranks];
        _other = new int[ranks];
        var share = new double[ranks];
        var sum = 0.0;
        for (var rank = 0; rank < ranks; rank++)
        {
            sum += share[rank] = Math.Pow(rank + 1, -exponent);
        }

        // A rank's share of one place is kept; what is left of the place is given to a rank that has more than a place.
        var (poor, rich) = (new Stack<int>(), new Stack<int>());
        for (var rank = ranks - 1; rank >= 0; rank--)
        {
            share[rank] *= ranks / sum;
            (share[rank] < 1 ? poor : rich).Push(rank);
        }

        while (poor.Count > 0 && rich.Count > 0)
        {
            var (small, large) = (poor.Pop(), rich.Pop());
            _keep[small] = (uint)(share[small] * uint.MaxValue);
            _other[small] = large;
            share[large] -= 1 - share[small];
            (share[large] < 1 ? poor : rich).Push(large);
        }

        foreach (var rank in poor.Concat(rich))
        {
            (_keep[rank], _other[rank]) = (uint.MaxValue, rank);
        }
    }

    public int Draw(ref Dice dice)
    {
        var bits = dice.Next();
        var place = (int)(((bits >> 32) * (ulong)_keep.Length) >> 32);
        return (uint)bits <= _keep[place] ? place : _other[place];
    }
}
