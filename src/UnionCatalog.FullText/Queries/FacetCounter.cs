using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>Counts the values of one column over the hits, segment after segment.</summary>
internal abstract class FacetCounter(int column)
{
    /// <summary>The place of the column in the schema.</summary>
    public int Column => column;

    /// <summary>Whether the search is narrowed by this column.</summary>
    public bool HasFilter { get; set; }

    /// <summary>Goes to a segment.</summary>
    public abstract void Enter(Segment segment);

    /// <summary>Counts documents.</summary>
    public abstract void Count(ReadOnlySpan<int> documents);

    /// <summary>Ends a segment.</summary>
    public abstract void Leave();

    /// <summary>What was counted, as it was asked for. Once.</summary>
    public abstract IReadOnlyList<FacetCount> Take(FacetRequest request);

    public static FacetCounter Of(IndexSchema schema, FacetNumbering numbering, string name, Workspace workspace)
    {
        var at = schema.ColumnAt(name, typeof(Column.Facet), typeof(Column.Number));
        return schema.Columns[at] is Column.Facet ? new ValueCounter(at, numbering.Of(at), workspace) : new NumberCounter(at, workspace);
    }
}

/// <summary>Counts strings: by their place in the segment, then by their number over all.</summary>
internal sealed class ValueCounter(int column, ColumnNumbering numbering, Workspace workspace) : FacetCounter(column)
{
    private readonly Tally _inSegment = workspace.RentTally();
    private readonly Tally _overall = workspace.RentTally();
    private FacetColumn _facet = null!;
    private int[] _numbers = [];

    public override void Enter(Segment segment)
    {
        _facet = (FacetColumn)segment.Columns[Column];
        _numbers = numbering.NumbersOf(_facet, workspace.Watch);
        // One more for documents without a value.
        _inSegment.Begin(_facet.Values.Count + 1);
    }

    public override void Count(ReadOnlySpan<int> documents)
    {
        var ordinals = _facet.Ordinals;
        switch (ordinals.Width)
        {
            case 1:
                Count(documents, ordinals.Bytes);
                break;
            case 2:
                Count(documents, MemoryMarshal.Cast<byte, ushort>(ordinals.Bytes));
                break;
            case 4:
                Count(documents, MemoryMarshal.Cast<byte, uint>(ordinals.Bytes));
                break;
        }
    }

    public override void Leave()
    {
        _overall.Grow(numbering.Read().Count);
        var first = _facet.IsSingle ? 1 : 0;
        foreach (var (place, count) in _inSegment.Take())
        {
            if (place >= first)
            {
                _overall.Add(_numbers[place - first], count);
            }
        }
    }

    public override IReadOnlyList<FacetCount> Take(FacetRequest request)
    {
        var values = numbering.Read();
        var best = workspace.Best;
        best.Begin(request.Top);
        foreach (var (number, count) in _overall.Take())
        {
            best.Offer(number, count, request.Order, values);
        }

        return best.Take(request.Order, values, numbering);
    }

    private void Count<T>(ReadOnlySpan<int> documents, ReadOnlySpan<T> ordinals)
        where T : unmanaged, IBinaryInteger<T>
    {
        var counts = _inSegment.Direct;
        if (_facet.IsSingle && !counts.IsEmpty)
        {
            foreach (var document in documents)
            {
                counts[int.CreateTruncating(ordinals[document])]++;
            }
        }
        else if (_facet.IsSingle)
        {
            foreach (var document in documents)
            {
                _inSegment.Add(int.CreateTruncating(ordinals[document]));
            }
        }
        else
        {
            CountSeveral(documents, ordinals, counts);
        }
    }

    private void CountSeveral<T>(ReadOnlySpan<int> documents, ReadOnlySpan<T> ordinals, Span<int> counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        var starts = _facet.Starts;
        if (counts.IsEmpty)
        {
            foreach (var document in documents)
            {
                foreach (var ordinal in ordinals[(int)starts[document]..(int)starts[document + 1]])
                {
                    _inSegment.Add(int.CreateTruncating(ordinal));
                }
            }

            return;
        }

        foreach (var document in documents)
        {
            foreach (var ordinal in ordinals[(int)starts[document]..(int)starts[document + 1]])
            {
                counts[int.CreateTruncating(ordinal)]++;
            }
        }
    }
}

/// <summary>Counts numbers.</summary>
internal sealed class NumberCounter(int column, Workspace workspace) : FacetCounter(column)
{
    private static readonly string?[] Texts = new string?[4_096];
    private static readonly Comparison<KeyValuePair<long, int>> ByNumber = (one, other) => one.Key.CompareTo(other.Key);
    private static readonly Comparison<KeyValuePair<long, int>> ByCount = (one, other) =>
        one.Value != other.Value ? other.Value.CompareTo(one.Value) : ByNumber(one, other);

    private readonly Tally _inSegment = workspace.RentTally();
    private readonly Dictionary<long, int> _overall = workspace.RentNumbers();
    private NumberColumn _numbers = null!;

    public override void Enter(Segment segment)
    {
        _numbers = (NumberColumn)segment.Columns[Column];
        _inSegment.Begin(_numbers.Codes.Width is 1 or 2 ? (int)(_numbers.Maximum - _numbers.Minimum) + 2 : 0);
    }

    public override void Count(ReadOnlySpan<int> documents)
    {
        var codes = _numbers.Codes;
        switch (codes.Width)
        {
            case 1:
                Count(documents, codes.Bytes);
                break;
            case 2:
                Count(documents, MemoryMarshal.Cast<byte, ushort>(codes.Bytes));
                break;
            default:
                foreach (var document in documents)
                {
                    if (_numbers.TryGet(document, out var number))
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(_overall, number, out _)++;
                    }
                }

                break;
        }
    }

    public override void Leave()
    {
        foreach (var (code, count) in _inSegment.Take())
        {
            if (code > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_overall, _numbers.Minimum + code - 1, out _) += count;
            }
        }
    }

    public override IReadOnlyList<FacetCount> Take(FacetRequest request)
    {
        var counted = workspace.CountedNumbers;
        counted.Clear();
        foreach (var entry in _overall)
        {
            counted.Add(entry);
        }

        var sorted = CollectionsMarshal.AsSpan(counted);
        sorted.Sort(request.Order == FacetOrder.Count ? ByCount : ByNumber);
        var taken = new FacetCount[Math.Min(request.Top, sorted.Length)];
        for (var at = 0; at < taken.Length; at++)
        {
            taken[at] = new(TextOf(sorted[at].Key), sorted[at].Value);
        }

        return taken;
    }

    private static string TextOf(long number) => number >= 0 && number < Texts.Length
        ? Texts[number] ??= number.ToString(CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);

    private void Count<T>(ReadOnlySpan<int> documents, ReadOnlySpan<T> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        var counts = _inSegment.Direct;
        if (counts.IsEmpty)
        {
            foreach (var document in documents)
            {
                _inSegment.Add(int.CreateTruncating(codes[document]));
            }

            return;
        }

        foreach (var document in documents)
        {
            counts[int.CreateTruncating(codes[document])]++;
        }
    }
}
