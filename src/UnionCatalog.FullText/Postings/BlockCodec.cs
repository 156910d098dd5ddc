using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UnionCatalog.FullText.Postings;

/// <summary>
/// Packs 128 numbers at a time into as many bits each as the largest needs. Four numbers lie side by side in four lanes, so that
/// one vector load, shift and mask gives four of them; ascending numbers are stored as differences at distance four, so that the
/// running sum is one vector addition.
/// </summary>
internal static class BlockCodec
{
    /// <summary>Numbers a block.</summary>
    public const int Size = 128;

    private const int Lanes = 4;
    private const int Rows = Size / Lanes;

    /// <summary>The bytes that a block takes at so many bits a number.</summary>
    public static int BytesOf(int bits) => bits * Size / 8;

    /// <summary>Packs numbers.</summary>
    /// <returns>The bits a number took, 0 to 32; <see cref="BytesOf"/> says how many bytes were written.</returns>
    public static int Pack(ReadOnlySpan<uint> numbers, Span<byte> to)
    {
        var all = 0u;
        foreach (var number in numbers[..Size])
        {
            all |= number;
        }

        var bits = 32 - BitOperations.LeadingZeroCount(all);
        PackAt(numbers, bits, MemoryMarshal.Cast<byte, uint>(to[..BytesOf(bits)]));
        return bits;
    }

    /// <summary>Packs ascending numbers as differences.</summary>
    /// <param name="numbers">The numbers, none less than the one before.</param>
    /// <param name="before">What the first four are set against: the last number of the block before, or 0.</param>
    /// <param name="to">Where to.</param>
    /// <returns>The bits a difference took.</returns>
    public static int PackAscending(ReadOnlySpan<uint> numbers, uint before, Span<byte> to)
    {
        Span<uint> differences = stackalloc uint[Size];
        for (var i = 0; i < Size; i++)
        {
            differences[i] = numbers[i] - (i < Lanes ? before : numbers[i - Lanes]);
        }

        return Pack(differences, to);
    }

    /// <summary>Unpacks numbers.</summary>
    public static void Unpack(ReadOnlySpan<byte> from, int bits, Span<uint> to)
    {
        if (Vector128.IsHardwareAccelerated)
        {
            UnpackVector(from, bits, to);
        }
        else
        {
            UnpackScalar(from, bits, to);
        }
    }

    /// <summary>Unpacks ascending numbers.</summary>
    public static void UnpackAscending(ReadOnlySpan<byte> from, int bits, uint before, Span<uint> to)
    {
        if (Vector128.IsHardwareAccelerated)
        {
            UnpackAscendingVector(from, bits, before, to);
        }
        else
        {
            UnpackAscendingScalar(from, bits, before, to);
        }
    }

    /// <summary>As <see cref="Unpack"/> does on a machine without vectors.</summary>
    internal static void UnpackScalar(ReadOnlySpan<byte> from, int bits, Span<uint> to)
    {
        var words = MemoryMarshal.Cast<byte, uint>(from[..BytesOf(bits)]);
        var mask = MaskOf(bits);
        for (var i = 0; i < Size; i++)
        {
            var (lane, bit) = (i % Lanes, i / Lanes * bits);
            var (word, shift) = ((bit / 32 * Lanes) + lane, bit % 32);
            var number = bits == 0 ? 0 : words[word] >> shift;
            if (shift + bits > 32)
            {
                number |= words[word + Lanes] << (32 - shift);
            }

            to[i] = number & mask;
        }
    }

    /// <summary>As <see cref="UnpackAscending"/> does on a machine without vectors.</summary>
    internal static void UnpackAscendingScalar(ReadOnlySpan<byte> from, int bits, uint before, Span<uint> to)
    {
        UnpackScalar(from, bits, to);
        for (var i = 0; i < Size; i++)
        {
            to[i] += i < Lanes ? before : to[i - Lanes];
        }
    }

    internal static void UnpackVector(ReadOnlySpan<byte> from, int bits, Span<uint> to)
    {
        ref var target = ref MemoryMarshal.GetReference(to[..Size]);
        if (bits == 0)
        {
            to[..Size].Clear();
            return;
        }

        var rows = new PackedRows(ref MemoryMarshal.GetReference(from[..BytesOf(bits)]), bits);
        for (var row = 0; row < Rows; row++)
        {
            rows.Next(row == Rows - 1).StoreUnsafe(ref target, (nuint)(row * Lanes));
        }
    }

    internal static void UnpackAscendingVector(ReadOnlySpan<byte> from, int bits, uint before, Span<uint> to)
    {
        ref var target = ref MemoryMarshal.GetReference(to[..Size]);
        var sum = Vector128.Create(before);
        if (bits == 0)
        {
            to[..Size].Fill(before);
            return;
        }

        var rows = new PackedRows(ref MemoryMarshal.GetReference(from[..BytesOf(bits)]), bits);
        for (var row = 0; row < Rows; row++)
        {
            sum += rows.Next(row == Rows - 1);
            sum.StoreUnsafe(ref target, (nuint)(row * Lanes));
        }
    }

    private static void PackAt(ReadOnlySpan<uint> numbers, int bits, Span<uint> words)
    {
        words.Clear();
        for (var i = 0; i < Size && bits > 0; i++)
        {
            var (lane, bit) = (i % Lanes, i / Lanes * bits);
            var (word, shift) = ((bit / 32 * Lanes) + lane, bit % 32);
            words[word] |= numbers[i] << shift;
            if (shift + bits > 32)
            {
                words[word + Lanes] |= numbers[i] >> (32 - shift);
            }
        }
    }

    private static uint MaskOf(int bits) => bits == 32 ? uint.MaxValue : (1u << bits) - 1;

    /// <summary>Reads four packed numbers after four.</summary>
    private ref struct PackedRows(ref byte from, int bits)
    {
        private readonly Vector128<uint> _mask = Vector128.Create(MaskOf(bits));
        private readonly int _bits = bits;
        private ref byte _next = ref Unsafe.Add(ref from, Vector128<byte>.Count);
        private Vector128<uint> _words = Vector128.LoadUnsafe(ref from).AsUInt32();
        private int _used;

        /// <param name="isLast">There is nothing behind these four to be loaded.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<uint> Next(bool isLast)
        {
            var numbers = Vector128.ShiftRightLogical(_words, _used);
            _used += _bits;
            if (_used >= 32 && !isLast)
            {
                _used -= 32;
                _words = Vector128.LoadUnsafe(ref _next).AsUInt32();
                _next = ref Unsafe.Add(ref _next, Vector128<byte>.Count);
                if (_used > 0)
                {
                    numbers |= Vector128.ShiftLeft(_words, _bits - _used);
                }
            }

            return numbers & _mask;
        }
    }
}
