using System.Runtime.CompilerServices;
using System.Text;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>
/// Different strings in the order of their bytes, front-coded in blocks of 16: a block's first string is whole, of each other
/// there is how many bytes it shares with the one before, and the rest.
/// </summary>
internal sealed class StringTable
{
    public const int BlockSize = 16;

    private readonly Section _bytes;
    private readonly Section _starts;

    /// <param name="bytes">The blocks.</param>
    /// <param name="starts">Where each starts, and where the last ends.</param>
    /// <param name="count">How many strings there are.</param>
    public StringTable(Section bytes, Section starts, int count)
    {
        (_bytes, _starts, Count) = (bytes, starts, count);
        starts.CheckIfSmall();
    }

    public int Count { get; }

    public string this[int at]
    {
        [SkipLocalsInit]
        get
        {
            Span<byte> bytes = stackalloc byte[IndexLimits.ValueLength];
            return Encoding.UTF8.GetString(bytes[..Copy(at, bytes)]);
        }
    }

    /// <summary>The place of a string; when it is not there, the complement of the place where it would be.</summary>
    public int Find(ReadOnlySpan<byte> utf8)
    {
        var block = BlockOf(utf8);
        return block < 0 ? ~0 : FindIn(block, utf8);
    }

    /// <summary>Copies a string's bytes.</summary>
    /// <param name="at">Its place.</param>
    /// <param name="to">Room for the longest string.</param>
    /// <returns>How many bytes it has.</returns>
    public int Copy(int at, Span<byte> to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)at, (uint)Count, nameof(at));
        var block = Block(at / BlockSize);
        var from = 0;
        var length = (int)Varint.Read(block, ref from);
        block.Slice(from, length).CopyTo(to);
        from += length;
        for (var left = at % BlockSize; left > 0; left--)
        {
            var shared = (int)Varint.Read(block, ref from);
            var rest = (int)Varint.Read(block, ref from);
            block.Slice(from, rest).CopyTo(to[shared..]);
            from += rest;
            length = shared + rest;
        }

        return length;
    }

    public StringCursor Read() => new(this);

    /// <summary>Says that it has been gone through and will seldom be wanted.</summary>
    public void LetGo()
    {
        _bytes.LetGo();
        _starts.LetGo();
    }

    internal ReadOnlySpan<byte> Block(int block)
    {
        var starts = _starts.All<uint>();
        return _bytes.Bytes(starts[block], (int)(starts[block + 1] - starts[block]));
    }

    /// <summary>The last block whose first string is not greater; -1: there is none.</summary>
    private int BlockOf(ReadOnlySpan<byte> utf8)
    {
        var (low, high) = (0, (Count + BlockSize - 1) / BlockSize);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            var block = Block(middle);
            var from = 0;
            var length = (int)Varint.Read(block, ref from);
            if (block.Slice(from, length).SequenceCompareTo(utf8) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>Looks through a block without putting its strings together, by how many bytes each has in common with the one looked for.</summary>
    private int FindIn(int number, ReadOnlySpan<byte> utf8)
    {
        var block = Block(number);
        var (from, first) = (0, number * BlockSize);
        var rest = (int)Varint.Read(block, ref from);
        var common = utf8.CommonPrefixLength(block.Slice(from, rest));
        if (common == rest && common == utf8.Length)
        {
            return first;
        }

        from += rest;
        var end = Math.Min(BlockSize, Count - first);
        for (var at = 1; at < end; at++)
        {
            var shared = (int)Varint.Read(block, ref from);
            rest = (int)Varint.Read(block, ref from);
            if (shared < common)
            {
                // It is greater than the one before where that one was like the one looked for.
                return ~(first + at);
            }

            if (shared == common)
            {
                var suffix = block.Slice(from, rest);
                var more = utf8[common..].CommonPrefixLength(suffix);
                common += more;
                if (more == rest && common == utf8.Length)
                {
                    return first + at;
                }

                if (common == utf8.Length || (more < rest && suffix[more] > utf8[common]))
                {
                    return ~(first + at);
                }
            }

            from += rest;
        }

        return ~(first + end);
    }
}
