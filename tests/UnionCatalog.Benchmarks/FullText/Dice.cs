using System.Numerics;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>Chance that is the same in every run and with every version of .NET: SplitMix64.</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        var bits = _state += 0x9E37_79B9_7F4A_7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 to one less than the limit.</summary>
    public int Next(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>A number between these, both included.</summary>
    public int Between(int from, int to) => from + Next(to - from + 1);

    /// <summary>Whether something that happens so many times in a hundred happens.</summary>
    public bool Hits(int percent) => Next(100) < percent;

    /// <summary>Whether something with this share of all cases, 0 to 1, happens.</summary>
    public bool Happens(double share) => Next(1_000_000) < share * 1_000_000;

    public T Pick<T>(IReadOnlyList<T> among) => among[Next(among.Count)];

    /// <summary>The items in an order of chance.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var at = items.Length - 1; at > 0; at--)
        {
            var other = Next(at + 1);
            (items[at], items[other]) = (items[other], items[at]);
        }
    }

    /// <summary>The state that the dice of one item start from, so that items are drawn in any order.</summary>
    public static Dice For(ulong seed, int item) => new(seed + (BitOperations.RotateLeft((ulong)item, 32) * 0xD6E8_FEB8_6659_FD93));
}
