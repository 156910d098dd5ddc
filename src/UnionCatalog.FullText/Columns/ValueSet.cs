using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace UnionCatalog.FullText.Columns;

/// <summary>Different strings of a draft, numbered as they come. They lie as UTF-8 in one array; no object a string.</summary>
internal sealed class ValueSet
{
    private readonly List<Entry> _entries = [];
    private byte[] _bytes = [];
    private int _end;

    /// <summary>By hash: a string's number and one, or 0. Its length is a power of two.</summary>
    private int[] _slots = [];

    public int Count => _entries.Count;

    /// <summary>Bytes in use.</summary>
    public long Memory => _end + (_entries.Count * 16L) + (_slots.Length * 4L);

    public ReadOnlySpan<byte> this[int number] => _bytes.AsSpan(_entries[number].Start, _entries[number].Length);

    /// <summary>The XxHash3 of a string.</summary>
    public ulong Hash(int number) => _entries[number].Hash;

    /// <summary>The number of a string, which is taken in when it is new.</summary>
    public int Add(string value)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(value.Length));

        // It is written where it would stay, and left there only if it is new.
        return AddEnd(Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_end)));
    }

    /// <summary>The number of a string of another set.</summary>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_end));
        return AddEnd(utf8.Length);
    }

    /// <summary>Takes in the string that stands behind the last one.</summary>
    private int AddEnd(int length)
    {
        var utf8 = _bytes.AsSpan(_end, length);
        var hash = XxHash3.HashToUInt64(utf8);
        if (_slots.Length <= _entries.Count * 2)
        {
            GrowSlots();
        }

        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var known = _slots[slot] - 1;
            if (_entries[known].Hash == hash && this[known].SequenceEqual(utf8))
            {
                return known;
            }
        }

        _entries.Add(new Entry(hash, _end, utf8.Length));
        _end += utf8.Length;
        _slots[slot] = _entries.Count;
        return _entries.Count - 1;
    }

    /// <summary>Sorts numbers by their strings' bytes.</summary>
    public void Sort(Span<int> numbers)
    {
        var heads = new Head[numbers.Length];
        for (var at = 0; at < heads.Length; at++)
        {
            heads[at] = new Head(HeadOf(this[numbers[at]]), numbers[at]);
        }

        heads.AsSpan().Sort(new ByBytes(this));
        for (var at = 0; at < heads.Length; at++)
        {
            numbers[at] = heads[at].Number;
        }
    }

    public void Clear()
    {
        _entries.Clear();
        _end = 0;
        Array.Clear(_slots);
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - _end < size)
        {
            var wanted = Math.Max((long)_end + size, Math.Max(256, _bytes.Length * 2L));
            Array.Resize(ref _bytes, (int)Math.Min(wanted, Array.MaxLength));
        }
    }

    private void GrowSlots()
    {
        _slots = new int[Math.Max(16, _slots.Length * 4)];
        var mask = _slots.Length - 1;
        for (var number = 0; number < _entries.Count; number++)
        {
            var slot = (int)_entries[number].Hash & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number + 1;
        }
    }

    /// <summary>The first eight bytes as a number that is ordered like them; most comparisons end there.</summary>
    private static ulong HeadOf(ReadOnlySpan<byte> utf8)
    {
        Span<byte> head = stackalloc byte[8];
        head.Clear();
        utf8[..Math.Min(8, utf8.Length)].CopyTo(head);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(head);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong Hash, int Start, int Length);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Head(ulong Bytes, int Number);

    private readonly struct ByBytes(ValueSet values) : IComparer<Head>
    {
        public int Compare(Head x, Head y) =>
            x.Bytes != y.Bytes ? x.Bytes.CompareTo(y.Bytes) : values[x.Number].SequenceCompareTo(values[y.Number]);
    }
}
