using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>
/// Ranks from 0, the rarer the further back: rank r weighs 1 / (r + head) to the exponent, after Zipf and Mandelbrot. Drawn from
/// the integral, so that nothing is kept however many ranks there are.
/// </summary>
internal readonly struct Popularity
{
    private readonly int _ranks;
    private readonly double _head;
    private readonly double _power;
    private readonly double _low;
    private readonly double _span;

    /// <param name="ranks">How many there are.</param>
    /// <param name="exponent">0 for all alike; below 1.</param>
    /// <param name="head">How many at the front are about alike, 1 or more.</param>
    public Popularity(int ranks, double exponent, double head)
    {
        (_ranks, _head, _power) = (ranks, head, 1 - exponent);
        _low = Math.Pow(head, _power);
        _span = Math.Pow(ranks + head, _power) - _low;
    }

    public int Draw(ref Dice dice)
    {
        var at = dice.Next(int.MaxValue) / (double)int.MaxValue;
        return Math.Min(_ranks - 1, (int)(Math.Pow(_low + (at * _span), 1 / _power) - _head));
    }
}
