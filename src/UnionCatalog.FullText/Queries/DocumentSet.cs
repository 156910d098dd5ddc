using System.Numerics;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Documents of one segment: a list in order while they are few, a bit for each document of the segment when they are many.
/// Belongs to a <see cref="Workspace"/> and is used again by the next search.
/// </summary>
internal sealed class DocumentSet
{
    private int[] _list = [];
    private ulong[] _bits = [];
    private int _wordCount;

    /// <summary>Whether it is kept as bits.</summary>
    public bool IsBitmap { get; private set; }

    /// <summary>How many documents a list has; of bits, ask <see cref="CountAll"/>.</summary>
    public int ListCount { get; private set; }

    /// <summary>The list, to be filled; <see cref="SetListCount"/> says how far.</summary>
    public Span<int> List => _list;

    /// <summary>The bits.</summary>
    public Span<ulong> Bits => _bits.AsSpan(0, _wordCount);

    /// <summary>What it keeps of memory, in bytes.</summary>
    public long Memory => (_list.Length * (long)sizeof(int)) + (_bits.Length * (long)sizeof(ulong));

    /// <summary>Makes it an empty list with room for so many.</summary>
    public DocumentSet BeginList(int room)
    {
        if (_list.Length < room)
        {
            _list = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(room, 64))];
        }

        (IsBitmap, ListCount) = (false, 0);
        return this;
    }

    public void SetListCount(int count) => ListCount = count;

    public void Append(int document) => _list[ListCount++] = document;

    /// <summary>Makes it a bitmap for a segment of so many documents, without any.</summary>
    public DocumentSet BeginBits(int size)
    {
        _wordCount = (size + 63) / 64;
        if (_bits.Length < _wordCount)
        {
            _bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)_wordCount)];
        }

        _bits.AsSpan(0, _wordCount).Clear();
        IsBitmap = true;
        return this;
    }

    /// <summary>Makes it a bitmap of all documents of a segment.</summary>
    public DocumentSet BeginAll(int size)
    {
        BeginBits(size);
        Bits.Fill(ulong.MaxValue);
        if (size % 64 != 0)
        {
            _bits[_wordCount - 1] = (1UL << (size % 64)) - 1;
        }

        return this;
    }

    /// <summary>Makes it the same as another.</summary>
    public DocumentSet CopyOf(DocumentSet other, int size)
    {
        if (other.IsBitmap)
        {
            BeginBits(size);
            other.Bits.CopyTo(Bits);
        }
        else
        {
            BeginList(other.ListCount);
            other._list.AsSpan(0, other.ListCount).CopyTo(_list);
            ListCount = other.ListCount;
        }

        return this;
    }

    /// <summary>Whether a bitmap has a document.</summary>
    public bool HasBit(int document) => (_bits[document >> 6] >> (document & 63) & 1) != 0;

    public void AddBit(int document) => _bits[document >> 6] |= 1UL << (document & 63);

    public int CountAll() => IsBitmap ? PopCount(Bits) : ListCount;

    /// <summary>Adds another's documents to a bitmap.</summary>
    public void Unite(DocumentSet other)
    {
        if (other.IsBitmap)
        {
            Or(other.Bits);
            return;
        }

        foreach (var document in other._list.AsSpan(0, other.ListCount))
        {
            AddBit(document);
        }
    }

    /// <summary>Adds documents to a bitmap.</summary>
    public void Or(ReadOnlySpan<ulong> bits)
    {
        var own = Bits;
        for (var word = 0; word < own.Length; word++)
        {
            own[word] |= bits[word];
        }
    }

    /// <summary>Keeps only what another has, too.</summary>
    public void Intersect(DocumentSet other)
    {
        if (other.IsBitmap)
        {
            Intersect(other.Bits);
        }
        else if (IsBitmap)
        {
            var count = 0;
            var documents = other._list.AsSpan(0, other.ListCount);
            BeginList(documents.Length);
            foreach (var document in documents)
            {
                _list[count] = document;
                count += HasBit(document) ? 1 : 0;
            }

            ListCount = count;
        }
        else
        {
            Keep(other, isWanted: true);
        }
    }

    /// <summary>Keeps only what has its bit set.</summary>
    public void Intersect(ReadOnlySpan<ulong> bits)
    {
        if (IsBitmap)
        {
            var own = Bits;
            for (var word = 0; word < own.Length; word++)
            {
                own[word] &= bits[word];
            }

            return;
        }

        var count = 0;
        for (var i = 0; i < ListCount; i++)
        {
            var document = _list[i];
            _list[count] = document;
            count += (int)(bits[document >> 6] >> (document & 63)) & 1;
        }

        ListCount = count;
    }

    /// <summary>Takes away what another has.</summary>
    public void Subtract(DocumentSet other)
    {
        if (other.IsBitmap)
        {
            Subtract(other.Bits);
        }
        else if (IsBitmap)
        {
            foreach (var document in other._list.AsSpan(0, other.ListCount))
            {
                _bits[document >> 6] &= ~(1UL << (document & 63));
            }
        }
        else
        {
            Keep(other, isWanted: false);
        }
    }

    /// <summary>Takes away what has its bit set.</summary>
    public void Subtract(ReadOnlySpan<ulong> bits)
    {
        if (IsBitmap)
        {
            var own = Bits;
            for (var word = 0; word < own.Length; word++)
            {
                own[word] &= ~bits[word];
            }

            return;
        }

        var count = 0;
        for (var i = 0; i < ListCount; i++)
        {
            var document = _list[i];
            _list[count] = document;
            count += (int)(~bits[document >> 6] >> (document & 63)) & 1;
        }

        ListCount = count;
    }

    /// <summary>Gives the documents piece by piece.</summary>
    /// <param name="next">Where to go on: 0 at first, then as it was left.</param>
    /// <param name="to">Takes them.</param>
    /// <returns>How many; 0 when there are no more.</returns>
    public int Read(ref int next, Span<int> to)
    {
        if (!IsBitmap)
        {
            var some = Math.Min(to.Length, ListCount - next);
            _list.AsSpan(next, some).CopyTo(to);
            next += some;
            return some;
        }

        // A whole word's documents must find room.
        var words = Bits;
        var (count, word) = (0, next);
        for (; word < words.Length && count <= to.Length - 64; word++)
        {
            for (var bits = words[word]; bits != 0; bits &= bits - 1)
            {
                to[count++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }

        next = word;
        return count;
    }

    /// <summary>Goes on no earlier than where this document would be; a few before it may still come.</summary>
    public void SkipTo(ref int next, int document)
    {
        if (IsBitmap)
        {
            next = Math.Max(next, document >> 6);
        }
        else if (next < ListCount && _list[next] < document)
        {
            var place = _list.AsSpan(next, ListCount - next).BinarySearch(document);
            next += place < 0 ? ~place : place;
        }
    }

    public static int PopCount(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Goes through two lists in step.</summary>
    private void Keep(DocumentSet other, bool isWanted)
    {
        var (count, j) = (0, 0);
        for (var i = 0; i < ListCount; i++)
        {
            var document = _list[i];
            while (j < other.ListCount && other._list[j] < document)
            {
                j++;
            }

            var isThere = j < other.ListCount && other._list[j] == document;
            _list[count] = document;
            count += isThere == isWanted ? 1 : 0;
        }

        ListCount = count;
    }
}
