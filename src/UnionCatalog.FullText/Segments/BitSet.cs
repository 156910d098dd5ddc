using System.Numerics;

namespace UnionCatalog.FullText.Segments;

/// <summary>A set of document numbers, one bit each.</summary>
/// <param name="size">The numbers are below this.</param>
/// <param name="words">The bits, 64 a word, no bit set from <paramref name="size"/> on.</param>
internal sealed class BitSet(int size, ulong[] words)
{
    public BitSet(int size)
        : this(size, new ulong[(size + 63) / 64])
    {
    }

    public int Size => size;

    public Span<ulong> Words => words;

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

    public BitSet Copy() => new(size, (ulong[])words.Clone());
}
