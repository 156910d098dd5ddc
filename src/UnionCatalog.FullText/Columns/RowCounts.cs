using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UnionCatalog.FullText.Columns;

/// <summary>
/// How often each value was counted, by its number over all facet columns. Most values of a search come a few times and a few come
/// often: each has a byte, so that half a million of them stay in the processor's cache, and what goes beyond a byte is carried over.
/// All counts are 0 between two uses.
/// </summary>
internal sealed class RowCounts
{
    /// <summary>Counts in a line, as many as in one of the processor's cache.</summary>
    public const int Line = 64;

    private const int Byte = 256;

    /// <summary>Room for more is not kept: 1 MiB. Only what finds nearly everything counts so many different values.</summary>
    private const int MostKept = 1 << 17;

    private readonly Dictionary<int, int> _carried = [];
    private byte[] _low = [];

    /// <summary>Eight are read in one go, so there are always eight more.</summary>
    private byte[] _marks = [];
    private (int Number, int Count)[] _taken = new (int, int)[256];
    private int _takenCount;

    /// <summary>The counts, but for what was carried over; with each that becomes 0 again <see cref="Carry"/> is called.</summary>
    public Span<byte> Low => _low;

    /// <summary>A mark for each <see cref="Line"/> of counts: 1 where one of them has been added to.</summary>
    public Span<byte> Marks => _marks;

    /// <summary>Makes room for numbers below this one.</summary>
    public void Grow(int size)
    {
        if (_low.Length < size)
        {
            var room = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(size, Line));
            Array.Resize(ref _low, room);
            Array.Resize(ref _marks, (room / Line) + sizeof(ulong));
        }
    }

    /// <summary>Adds to one count.</summary>
    public void Add(int number, int count)
    {
        var sum = _low[number] + count;
        _low[number] = (byte)sum;
        _marks[number / Line] = 1;
        if (sum >= Byte)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_carried, number, out _) += sum & ~(Byte - 1);
        }
    }

    /// <summary>Carries a full byte over.</summary>
    public void Carry(int number) => CollectionsMarshal.GetValueRefOrAddDefault(_carried, number, out _) += Byte;

    /// <summary>The counts that are not 0, in no order; afterwards they are. Valid until the next use.</summary>
    public ReadOnlySpan<(int Number, int Count)> Take()
    {
        _takenCount = 0;
        _taken = _taken.Length > MostKept ? new (int, int)[256] : _taken;
        foreach (var (number, carried) in _carried)
        {
            Take(number, carried + _low[number]);
            _low[number] = 0;
        }

        _carried.Clear();
        for (var line = NextMarked(0); line < _marks.Length; line = NextMarked(line + 1))
        {
            TakeLine(line);
        }

        return _taken.AsSpan(0, _takenCount);
    }

    private void TakeLine(int line)
    {
        var counts = _low.AsSpan(line * Line, Line);
        var counted = ~Vector512.Equals(Vector512.Create<byte>(counts), Vector512<byte>.Zero).ExtractMostSignificantBits();
        for (; counted != 0; counted &= counted - 1)
        {
            var place = BitOperations.TrailingZeroCount(counted);
            Take((line * Line) + place, counts[place]);
        }

        counts.Clear();
        _marks[line] = 0;
    }

    private void Take(int number, int count)
    {
        if (_takenCount == _taken.Length)
        {
            Array.Resize(ref _taken, _takenCount * 2);
        }

        _taken[_takenCount++] = (number, count);
    }

    private int NextMarked(int line)
    {
        for (; line <= _marks.Length - sizeof(ulong); line += sizeof(ulong))
        {
            if (MemoryMarshal.Read<ulong>(_marks.AsSpan(line)) is > 0 and var marks)
            {
                return line + (BitOperations.TrailingZeroCount(marks) / 8);
            }
        }

        return _marks.Length;
    }
}
