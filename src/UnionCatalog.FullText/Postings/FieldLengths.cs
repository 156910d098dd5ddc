using System.Numerics;

namespace UnionCatalog.FullText.Postings;

/// <summary>
/// The length of a document's field as one byte. Lengths of a catalogue's fields are exact, longer ones are rounded down to four
/// binary digits behind the first; the average is taken over rounded lengths, so that it stays right when documents go.
/// </summary>
internal static class FieldLengths
{
    private const int Exact = 128;

    /// <summary>The length that each byte stands for.</summary>
    public static ReadOnlySpan<int> Of => Lengths;

    private static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(code => code < Exact ? code : (16 + (code & 15)) << (3 + ((code - Exact) >> 4)))];

    /// <summary>The byte that stands for the longest length not above this one.</summary>
    public static byte CodeOf(int length)
    {
        if (length < Exact)
        {
            return (byte)length;
        }

        var shift = BitOperations.Log2((uint)length) - 4;
        return (byte)Math.Min(255, Exact + ((shift - 3) << 4) + ((length >> shift) & 15));
    }
}
