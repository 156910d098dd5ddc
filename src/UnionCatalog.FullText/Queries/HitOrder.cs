using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Text;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>A document that was found, before it is known whether it will be given back.</summary>
internal readonly record struct Candidate(int Segment, int Document, double Score);

/// <summary>The order of hits: by the plan's sort, then by key, so that no two hits are equal.</summary>
internal sealed class HitOrder(IndexSchema schema, IReadOnlyList<SortBy> sort, IReadOnlyList<LiveSegment> segments)
    : IComparer<Candidate>
{
    private static readonly (int Column, bool Descending)[] ByScore = [(-1, true)];

    private readonly (int Column, bool Descending)[] _sort = sort.Count == 0 ? ByScore : Places(schema, sort);

    /// <summary>Whether hits come by their score, the best first, and by nothing else.</summary>
    public bool IsByScore => _sort is [(-1, true)];

    /// <summary>Whether the score decides about the order at all.</summary>
    public bool NeedsScores => Array.Exists(_sort, by => by.Column < 0);

    private static (int Column, bool Descending)[] Places(IndexSchema schema, IReadOnlyList<SortBy> sort)
    {
        var places = new (int Column, bool Descending)[sort.Count];
        for (var at = 0; at < places.Length; at++)
        {
            var column = sort[at].Column;
            places[at] = (column is null ? -1 : schema.ColumnAt(column, typeof(Column.Number), typeof(Column.SortKey)), sort[at].Descending);
        }

        return places;
    }

    public int Compare(Candidate x, Candidate y)
    {
        foreach (var (column, descending) in _sort)
        {
            var order = column < 0 ? x.Score.CompareTo(y.Score) * (descending ? -1 : 1) : CompareColumn(column, x, y, descending);
            if (order != 0)
            {
                return order;
            }
        }

        return x.Segment == y.Segment
            ? x.Document.CompareTo(y.Document)
            : segments[x.Segment].Segment.Keys.Compare(x.Document, segments[y.Segment].Segment.Keys, y.Document);
    }

    /// <summary>
    /// A number that is smaller for a document that comes first by the first sort. Where two are the same, the documents must be
    /// compared.
    /// </summary>
    public ulong FirstKey(Candidate candidate)
    {
        var (column, descending) = _sort[0];
        ulong key;
        if (column < 0)
        {
            var bits = BitConverter.DoubleToInt64Bits(candidate.Score);
            key = bits < 0 ? ~(ulong)bits : (ulong)bits | (1UL << 63);
            return descending ? ~key : key;
        }

        switch (segments[candidate.Segment].Segment.Columns[column])
        {
            case NumberColumn numbers:
                if (!numbers.TryGet(candidate.Document, out var number))
                {
                    return ulong.MaxValue;
                }

                key = (ulong)number ^ (1UL << 63);
                break;
            case SortKeyColumn keys:
                // Only within a segment do places compare.
                var place = keys.Ordinals[candidate.Document];
                if (place == 0)
                {
                    return ulong.MaxValue;
                }

                key = place;
                break;
            default:
                throw new InvalidOperationException("Only number and sort-key columns have an order.");
        }

        return descending ? ~key : key;
    }

    /// <summary>Where a hit stands, as text.</summary>
    public string Write(Candidate hit)
    {
        var bytes = new List<byte>(64);
        Append(bytes, Signature);
        foreach (var (column, _) in _sort)
        {
            AppendValue(bytes, column, hit);
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(segments[hit.Segment].Segment.Keys[hit.Document]));
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidCursorException">It is something else, or of another order.</exception>
    public HitPosition Read(string text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text).AsSpan();
            if (BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Signature)
            {
                throw new InvalidCursorException();
            }

            bytes = bytes[sizeof(ulong)..];
            var values = new SortValue[_sort.Length];
            for (var at = 0; at < values.Length; at++)
            {
                values[at] = ReadValue(_sort[at].Column, ref bytes);
            }

            return new(values, bytes.ToArray());
        }
        catch (Exception error) when (error is FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidCursorException();
        }
    }

    /// <summary>Whether a candidate comes behind a position.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="position">The position.</param>
    /// <param name="documentAtKey">The last document of the candidate's segment whose key is not behind the position's.</param>
    public bool IsBehind(Candidate candidate, HitPosition position, int documentAtKey)
    {
        for (var at = 0; at < _sort.Length; at++)
        {
            var order = CompareValue(_sort[at].Column, candidate, position.Values[at], _sort[at].Descending);
            if (order != 0)
            {
                return order > 0;
            }
        }

        return candidate.Document > documentAtKey;
    }

    private ulong Signature => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(string.Join('\n',
        _sort.Select(by => $"{(by.Column < 0 ? "" : schema.Columns[by.Column].Name)} {by.Descending}"))));

    private static int MissingLast(bool one, bool other) => other.CompareTo(one);

    private SegmentColumn ColumnOf(Candidate candidate, int column) => segments[candidate.Segment].Segment.Columns[column];

    private int CompareColumn(int column, Candidate x, Candidate y, bool descending)
    {
        var order = (ColumnOf(x, column), ColumnOf(y, column)) switch
        {
            (NumberColumn one, NumberColumn other) => one.TryGet(x.Document, out var number) & other.TryGet(y.Document, out var second)
                ? number.CompareTo(second)
                : MissingLast(one.TryGet(x.Document, out _), other.TryGet(y.Document, out _)) * (descending ? -1 : 1),
            (SortKeyColumn one, SortKeyColumn other) => CompareKeys(one, x.Document, other, y.Document, descending),
            _ => throw new InvalidOperationException("Only number and sort-key columns have an order."),
        };
        return descending ? -order : order;
    }

    /// <returns>The order, which will be turned round if descending: so documents without a key are turned beforehand.</returns>
    private static int CompareKeys(SortKeyColumn one, int x, SortKeyColumn other, int y, bool descending)
    {
        var (place, second) = ((int)one.Ordinals[x] - 1, (int)other.Ordinals[y] - 1);
        if (place < 0 || second < 0)
        {
            return MissingLast(place >= 0, second >= 0) * (descending ? -1 : 1);
        }

        if (ReferenceEquals(one, other))
        {
            return place.CompareTo(second);
        }

        Span<byte> key = stackalloc byte[IndexLimits.ValueLength];
        Span<byte> otherKey = stackalloc byte[IndexLimits.ValueLength];
        return key[..one.Values.Copy(place, key)].SequenceCompareTo(otherKey[..other.Values.Copy(second, otherKey)]);
    }

    private int CompareValue(int column, Candidate candidate, SortValue value, bool descending)
    {
        int order;
        if (column < 0)
        {
            order = candidate.Score.CompareTo(value.Score);
        }
        else if (ColumnOf(candidate, column) is NumberColumn numbers)
        {
            var has = numbers.TryGet(candidate.Document, out var number);
            if (!has || !value.IsThere)
            {
                return MissingLast(has, value.IsThere);
            }

            order = number.CompareTo(value.Number);
        }
        else
        {
            var keys = (SortKeyColumn)ColumnOf(candidate, column);
            var place = (int)keys.Ordinals[candidate.Document] - 1;
            if (place < 0 || !value.IsThere)
            {
                return MissingLast(place >= 0, value.IsThere);
            }

            Span<byte> key = stackalloc byte[IndexLimits.ValueLength];
            order = key[..keys.Values.Copy(place, key)].SequenceCompareTo(value.Key);
        }

        return descending ? -order : order;
    }

    private void AppendValue(List<byte> bytes, int column, Candidate hit)
    {
        if (column < 0)
        {
            Append(bytes, BitConverter.DoubleToUInt64Bits(hit.Score));
            return;
        }

        switch (ColumnOf(hit, column))
        {
            case NumberColumn numbers:
                var has = numbers.TryGet(hit.Document, out var number);
                bytes.Add(has ? (byte)1 : (byte)0);
                Append(bytes, (ulong)number);
                break;
            case SortKeyColumn keys:
                var place = (int)keys.Ordinals[hit.Document] - 1;
                var key = place < 0 ? [] : Encoding.UTF8.GetBytes(keys.Values[place]);
                bytes.Add(place < 0 ? (byte)0 : (byte)1);
                Append(bytes, (ulong)key.Length);
                bytes.AddRange(key);
                break;
        }
    }

    private SortValue ReadValue(int column, ref Span<byte> bytes)
    {
        var isThere = column < 0 || bytes[0] != 0;
        bytes = bytes[(column < 0 ? 0 : 1)..];
        var number = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        bytes = bytes[sizeof(ulong)..];
        if (column < 0 || schema.Columns[column] is Column.Number)
        {
            return new(isThere, (long)number, BitConverter.UInt64BitsToDouble(number), []);
        }

        if (number > IndexLimits.ValueLength)
        {
            throw new InvalidCursorException();
        }

        var key = bytes[..(int)number].ToArray();
        bytes = bytes[(int)number..];
        return new(isThere, 0, 0, key);
    }

    private static void Append(List<byte> bytes, ulong number)
    {
        Span<byte> eight = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(eight, number);
        bytes.AddRange(eight);
    }
}

/// <summary>Where a hit stands in an order.</summary>
/// <param name="Values">What it is sorted by.</param>
/// <param name="Key">Its key.</param>
internal sealed record HitPosition(SortValue[] Values, byte[] Key);

/// <summary>What a hit is sorted by: a score, a number or a key.</summary>
internal readonly record struct SortValue(bool IsThere, long Number, double Score, byte[] Key);
