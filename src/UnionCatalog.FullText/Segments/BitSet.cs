using System.Numerics;

namespace UnionCatalog.FullText.Segments;

/// <summary>A set of document numbers, one bit each.</summary>
internal sealed class BitSet(ulong[] words)
{
    public BitSet(int size)
        : this(new ulong[(size + 63) / 64])
    {
    }

    public ReadOnlySpan<ulong> Words => words;

    public bool this[int number] => (words[number >> 6] >> (number & 63) & 1) != 0;

    public void Add(int number) => words[number >> 6] |= 1UL << (number & 63);

    public int Count()
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    public BitSet Copy() => new((ulong[])words.Clone());
}
