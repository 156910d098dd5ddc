using System.IO.Hashing;
using System.Text.Unicode;

namespace UnionCatalog.FullText.Postings;

/// <summary>The different terms of a draft's field: each gets a number when it is first seen. No object a term.</summary>
internal sealed class TermTable
{
    private byte[] _bytes = new byte[1 << 14];
    private int[] _starts = new int[1 << 10];
    private uint[] _hashes = new uint[1 << 10];

    /// <summary>Open addressing: a term's number and one; 0 for none. At most half full.</summary>
    private int[] _slots = new int[1 << 11];

    /// <summary>How many different terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>What they take of memory, in bytes: not what is kept for more.</summary>
    public long Memory => _starts[Count] + (Count * 16L);

    public ReadOnlySpan<byte> this[int term] => _bytes.AsSpan(_starts[term].._starts[term + 1]);

    /// <summary>The number of a term.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        var start = _starts[Count];
        if (_bytes.Length - start < text.Length * 3)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + (text.Length * 3)));
        }

        // Where half a surrogate pair comes through, it becomes the replacement character, as in every encoding to UTF-8.
        Utf8.FromUtf16(text, _bytes.AsSpan(start), out _, out var length);
        return AddBytes(length);
    }

    /// <summary>The number of a term that is in UTF-8 already.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var start = _starts[Count];
        if (_bytes.Length - start < text.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + text.Length));
        }

        text.CopyTo(_bytes.AsSpan(start));
        return AddBytes(text.Length);
    }

    /// <summary>The terms there are now; what is added later does not change it.</summary>
    public View Read() => new(_bytes, _starts, Count);

    /// <summary>Adds what has been put behind the last term.</summary>
    private int AddBytes(int length)
    {
        var start = _starts[Count];
        var term = _bytes.AsSpan(start, length);
        var hash = (uint)XxHash3.HashToUInt64(term);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var known = _slots[slot] - 1;
            if (known < 0)
            {
                return Append(slot, hash, start + length);
            }

            if (_hashes[known] == hash && this[known].SequenceEqual(term))
            {
                return known;
            }
        }
    }

    /// <summary>The terms' numbers in the order of their bytes.</summary>
    public int[] Sort()
    {
        var prefixes = new ulong[Count];
        var terms = new int[Count];
        for (var term = 0; term < Count; term++)
        {
            (prefixes[term], terms[term]) = (TermDictionaryWriter.PrefixOf(this[term]), term);
        }

        Array.Sort(prefixes, terms);
        for (int from = 0, to; from < Count; from = to)
        {
            for (to = from + 1; to < Count && prefixes[to] == prefixes[from]; to++)
            {
            }

            if (to - from > 1)
            {
                terms.AsSpan(from..to).Sort((one, other) => this[one].SequenceCompareTo(this[other]));
            }
        }

        return terms;
    }

    public void Clear()
    {
        // Room is kept for a draft as large, not for one whose words were uncommonly many.
        if (_bytes.Length > 1 << 24)
        {
            (_bytes, _starts, _hashes, _slots) = (new byte[1 << 14], new int[1 << 10], new uint[1 << 10], new int[1 << 11]);
        }

        _slots.AsSpan().Clear();
        Count = 0;
    }

    private int Append(int slot, uint hash, int end)
    {
        if (Count + 2 > _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
            Array.Resize(ref _hashes, _hashes.Length * 2);
        }

        _slots[slot] = Count + 1;
        _hashes[Count] = hash;
        _starts[Count + 1] = end;
        if (++Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var term = 0; term < Count; term++)
        {
            var slot = (int)_hashes[term] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = term + 1;
        }
    }

    /// <summary>Terms by their numbers, for readers on other threads.</summary>
    internal readonly struct View(byte[] bytes, int[] starts, int count)
    {
        public int Count => count;

        public ReadOnlySpan<byte> this[int term] => bytes.AsSpan(starts[term]..starts[term + 1]);
    }
}
