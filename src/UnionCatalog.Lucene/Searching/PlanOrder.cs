using System.Buffers.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Lucene.Columns;

namespace UnionCatalog.Lucene.Searching;

/// <summary>The order of hits: by the plan's sort, then by key, so that no two hits are equal. Not for use from several threads.</summary>
internal sealed class PlanOrder : IComparer<Candidate>
{
    private static readonly SortBy[] ByScore = [new(null, Descending: true)];

    private readonly (bool Descending, SortColumn Column)[] _sort;
    private readonly SortColumn _keys;
    private readonly string _signature;

    public PlanOrder(PublishedState state, IReadOnlyList<SortBy> sort)
    {
        var by = sort.Count == 0 ? ByScore : sort;
        _sort = [.. by.Select(one => (one.Descending, SortColumn.Of(state, one.Column)))];
        _keys = SortColumn.OfKeys(state);
        _signature = string.Join('\n', by.Select(one => $"{one.Column} {one.Descending}"));
        IsByScore = by is [{ Column: null, Descending: true }];
    }

    /// <summary>Whether hits come by their score, the best first, and by nothing else.</summary>
    public bool IsByScore { get; }

    public int Compare(Candidate x, Candidate y)
    {
        foreach (var (descending, column) in _sort)
        {
            if (column.Compare(x, y, descending) is not 0 and var order)
            {
                return order;
            }
        }

        return _keys.Compare(x, y, isDescending: false);
    }

    /// <summary>Where a hit stands, as text.</summary>
    public string Write(Candidate hit)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(_signature);
        foreach (var (_, column) in _sort)
        {
            column.Read(hit).Write(writer);
        }

        _keys.Read(hit).Write(writer);
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>Whether candidates come behind what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidCursorException">It is something else, or of another order.</exception>
    public Func<Candidate, bool> Behind(string text)
    {
        var (values, key) = Read(text);
        return candidate =>
        {
            for (var at = 0; at < _sort.Length; at++)
            {
                if (_sort[at].Column.CompareTo(candidate, values[at], _sort[at].Descending) is not 0 and var order)
                {
                    return order > 0;
                }
            }

            return _keys.CompareTo(candidate, key, isDescending: false) > 0;
        };
    }

    private (SortPoint[] Values, SortPoint Key) Read(string text)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)));
            if (reader.ReadString() != _signature)
            {
                throw new InvalidCursorException();
            }

            var values = Array.ConvertAll(_sort, by => Take(reader, by.Column));
            return (values, Take(reader, _keys));
        }
        catch (Exception error) when (error is FormatException or IOException or ArgumentException)
        {
            throw new InvalidCursorException();
        }
    }

    private static SortPoint Take(BinaryReader reader, SortColumn column) =>
        SortPoint.Read(reader) is var point && column.Takes(point) ? point : throw new InvalidCursorException();
}

/// <summary>What a hit is sorted by: a score as its bits, a number, or a text's bytes. Neither: it has no value.</summary>
internal readonly record struct SortPoint(long? Number, byte[]? Text)
{
    private const byte None = 0;
    private const byte OfNumber = 1;
    private const byte OfText = 2;

    public static SortPoint Read(BinaryReader reader) => reader.ReadByte() switch
    {
        OfNumber => new(reader.ReadInt64(), null),
        OfText => new(null, reader.ReadBytes(reader.ReadUInt16())),
        _ => new(null, null),
    };

    public void Write(BinaryWriter writer)
    {
        writer.Write(Number is not null ? OfNumber : Text is not null ? OfText : None);
        if (Number is { } number)
        {
            writer.Write(number);
        }
        else if (Text is not null)
        {
            writer.Write((ushort)Text.Length);
            writer.Write(Text);
        }
    }
}
