using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using UnionCatalog.FullText.Columns;

namespace UnionCatalog.FullText.Segments;

/// <summary>The numbers of deleted documents as bytes: the bitmap, or the distances between them where that is shorter.</summary>
/// <param name="IsBitmap">Which of the two.</param>
/// <param name="Bytes">The bytes; none when nothing is deleted.</param>
internal sealed record DeletionCode(bool IsBitmap, byte[] Bytes)
{
    private static readonly DeletionCode None = new(IsBitmap: false, []);

    public static DeletionCode From(BitSet? deleted)
    {
        if (deleted is null)
        {
            return None;
        }

        // A distance takes a byte or more, so that many deletions need not be tried.
        var bitmap = MemoryMarshal.AsBytes(deleted.Words);
        return (deleted.Count() < bitmap.Length ? Distances(deleted, bitmap.Length) : null) ?? new DeletionCode(IsBitmap: true, bitmap.ToArray());
    }

    /// <returns>Null when the bytes are no such set.</returns>
    public BitSet? ToSet(int size)
    {
        var deleted = new BitSet(size);
        if (IsBitmap)
        {
            var words = MemoryMarshal.AsBytes(deleted.Words);
            if (Bytes.Length != words.Length)
            {
                return null;
            }

            Bytes.CopyTo(words);
            return deleted;
        }

        var document = -1L;
        for (var at = 0; at < Bytes.Length;)
        {
            document += (int)Varint.Read(Bytes, ref at);
            if (document < 0 || document >= size)
            {
                return null;
            }

            deleted.Add((int)document);
        }

        return deleted;
    }

    private static DeletionCode? Distances(BitSet deleted, int shorterThan)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(shorterThan + Varint.MaximumBytes);
        var length = WriteDistances(deleted, bytes, shorterThan);
        var code = length < shorterThan ? new DeletionCode(IsBitmap: false, bytes[..length]) : null;
        ArrayPool<byte>.Shared.Return(bytes);
        return code;
    }

    private static int WriteDistances(BitSet deleted, byte[] bytes, int atMost)
    {
        var (length, last) = (0, -1);
        for (var at = 0; at < deleted.Words.Length; at++)
        {
            for (var word = deleted.Words[at]; word != 0; word &= word - 1)
            {
                var document = (at * 64) + BitOperations.TrailingZeroCount(word);
                length += Varint.Write(bytes.AsSpan(length), (uint)(document - last));
                last = document;
                if (length >= atMost)
                {
                    return length;
                }
            }
        }

        return length;
    }
}
