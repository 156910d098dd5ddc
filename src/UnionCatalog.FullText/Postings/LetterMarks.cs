using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace UnionCatalog.FullText.Postings;

/// <summary>
/// What letters each term of a field has and how long it is, in one number a term: by it alone nearly all terms are known to be too many
/// edits away from a word. One edit changes two bits at most: a letter that goes and one that comes, or a letter and the length. To change
/// the letters' order changes none. Four bytes a term, in memory.
/// </summary>
internal sealed class LetterMarks
{
    private const int Letters = 26;

    /// <summary>The longest term of which the length is not told: each character more sets a bit more, as far as there are bits.</summary>
    private const int Short = 4;

    private readonly uint[] _marks;

    /// <summary>Marks all terms of a field.</summary>
    public LetterMarks(FieldReader field)
    {
        _marks = new uint[field.BlockCount * TermDictionaryWriter.BlockSize];
        var (terms, count) = (new TermCursor(), 0);
        for (terms.Open(field); terms.MoveNext(); count++)
        {
            _marks[count] = Of(terms.Term);
        }

        Count = count;
    }

    /// <summary>How many terms there are.</summary>
    public int Count { get; }

    /// <summary>The mark of a term in UTF-8.</summary>
    public static uint Of(ReadOnlySpan<byte> term)
    {
        var (letters, length) = (0u, 0);
        for (; !term.IsEmpty; length++)
        {
            // Of the letters of other alphabets several share a bit: they are told apart less well, and never wrongly.
            Rune.DecodeFromUtf8(term, out var rune, out var bytes);
            letters |= 1u << (rune.Value % Letters);
            term = term[bytes..];
        }

        var longer = Math.Clamp(length - Short, 0, (sizeof(uint) * 8) - Letters);
        return letters | (((1u << longer) - 1) << Letters);
    }

    /// <summary>The first term from one on that may be so many edits away.</summary>
    /// <param name="from">The one to begin with.</param>
    /// <param name="to">The one to end before.</param>
    /// <param name="mark">The mark of the word looked for.</param>
    /// <param name="edits">How many edits.</param>
    /// <returns>Its number in the order of the terms; <paramref name="to"/>: there is none.</returns>
    public int Next(int from, int to, uint mark, int edits)
    {
        ref var marks = ref MemoryMarshal.GetArrayDataReference(_marks);
        for (; from + Vector256<uint>.Count <= to; from += Vector256<uint>.Count)
        {
            var other = Vector256.LoadUnsafe(ref marks, (nuint)from) ^ Vector256.Create(mark);
            for (var bit = 0; bit < 2 * edits; bit++)
            {
                other &= other - Vector256<uint>.One; // one bit that is set is set no more
            }

            if (Vector256.Equals(other, Vector256<uint>.Zero).ExtractMostSignificantBits() is not 0 and var near)
            {
                return from + BitOperations.TrailingZeroCount(near);
            }
        }

        while (from < to && BitOperations.PopCount(_marks[from] ^ mark) > 2 * edits)
        {
            from++;
        }

        return Math.Min(from, to);
    }
}
