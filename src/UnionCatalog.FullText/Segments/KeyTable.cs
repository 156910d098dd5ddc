using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;
using UnionCatalog.FullText.Columns;

namespace UnionCatalog.FullText.Segments;

/// <summary>The keys of a segment's documents, in the order of their bytes: a document's number is its place among them.</summary>
internal sealed class KeyTable
{
    private readonly Section _filter;

    public KeyTable(SegmentFile file)
    {
        var starts = file.Section(SectionKind.KeyStarts, 0);
        _filter = file.Section(SectionKind.KeyFilter, 0);
        var blocks = (file.DocumentCount + StringTable.BlockSize - 1L) / StringTable.BlockSize;
        if (starts.Length != (blocks == 0 ? 0 : (blocks + 1) * 4) || _filter.Length != KeyFilter.BlocksFor(file.DocumentCount) * KeyFilter.BlockSize)
        {
            throw file.Damaged("the sections of keys do not fit together");
        }

        Strings = new StringTable(file.Section(SectionKind.Keys, 0), starts, file.DocumentCount);
    }

    public StringTable Strings { get; }

    public int Count => Strings.Count;

    public string this[int document]
    {
        [SkipLocalsInit]
        get
        {
            Span<byte> key = stackalloc byte[IndexLimits.Key];
            return Encoding.UTF8.GetString(key[..Strings.Copy(document, key)]);
        }
    }

    /// <summary>What the filter knows a key by.</summary>
    public static ulong Hash(ReadOnlySpan<byte> key) => XxHash3.HashToUInt64(key);

    /// <summary>The number of the document with this key; negative: there is none.</summary>
    public int Find(ReadOnlySpan<byte> key) => Find(key, XxHash3.HashToUInt64(key));

    /// <param name="key">The key.</param>
    /// <param name="hash">Its XxHash3.</param>
    public int Find(ReadOnlySpan<byte> key, ulong hash)
    {
        if (Count == 0)
        {
            return -1;
        }

        var block = KeyFilter.BlockOf(hash, _filter.Length / KeyFilter.BlockSize);
        return KeyFilter.MayHave(_filter.Bytes(block * KeyFilter.BlockSize, KeyFilter.BlockSize), hash) ? Strings.Find(key) : -1;
    }

    /// <summary>The first document whose key is not less.</summary>
    public int LowerBound(ReadOnlySpan<byte> key) => Strings.Find(key) is var at && at < 0 ? ~at : at;

    /// <summary>Compares a key with one of another segment.</summary>
    [SkipLocalsInit]
    public int Compare(int one, KeyTable other, int theirs)
    {
        Span<byte> mine = stackalloc byte[IndexLimits.Key];
        Span<byte> others = stackalloc byte[IndexLimits.Key];
        return mine[..Strings.Copy(one, mine)].SequenceCompareTo(others[..other.Strings.Copy(theirs, others)]);
    }
}
