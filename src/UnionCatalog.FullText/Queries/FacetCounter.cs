using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>Counts the values of one column or several over the hits, segment after segment.</summary>
internal abstract class FacetCounter
{
    /// <summary>The column whose own filter does not narrow these counts, by its place in the schema; -1: there is none.</summary>
    public int FilteredColumn { get; init; } = -1;

    /// <summary>Goes to a segment.</summary>
    public abstract void Enter(Segment segment);

    /// <summary>Counts documents.</summary>
    public abstract void Count(ReadOnlySpan<int> documents);

    /// <summary>Ends a segment.</summary>
    public abstract void Leave();

    /// <summary>Gives what was counted, by column, as it was asked for. Once.</summary>
    public abstract void Give(Dictionary<string, IReadOnlyList<FacetCount>> facets);

    /// <summary>Those that count what is asked for.</summary>
    /// <param name="schema">What the index holds.</param>
    /// <param name="numbering">The index's own.</param>
    /// <param name="requests">What is asked for, each column once.</param>
    /// <param name="filtered">The columns that the search is narrowed by.</param>
    /// <param name="workspace">The search's own.</param>
    public static List<FacetCounter> Of(
        IndexSchema schema, FacetNumbering numbering, IReadOnlyCollection<FacetRequest> requests, IReadOnlyCollection<int> filtered, Workspace workspace)
    {
        var counters = new List<FacetCounter>(requests.Count);
        var inRows = new FacetRequest?[schema.Columns.Count];
        foreach (var request in requests)
        {
            var column = schema.ColumnAt(request.Column, typeof(Column.Facet), typeof(Column.Number));
            var filter = filtered.Contains(column) ? column : -1;
            if (schema.Columns[column] is Column.Number)
            {
                counters.Add(new NumberCounter(column, request, workspace) { FilteredColumn = filter });
            }
            // A row has all columns: for a few of them it is quicker to look at these alone.
            else if (filter >= 0 || requests.Count * 2 < numbering.Columns.Count)
            {
                counters.Add(new ValueCounter(column, request, numbering, workspace) { FilteredColumn = filter });
            }
            else
            {
                inRows[column] = request;
            }
        }

        if (Array.Exists(inRows, request => request is not null))
        {
            counters.Add(new RowCounter(inRows, numbering, workspace));
        }

        return counters;
    }
}

/// <summary>Counts strings: by their place in the segment, then by their number over all.</summary>
internal sealed class ValueCounter(int column, FacetRequest request, FacetNumbering numbering, Workspace workspace) : FacetCounter
{
    private readonly Tally _inSegment = workspace.RentTally();
    private readonly Dictionary<long, int> _overall = workspace.RentNumbers();
    private FacetColumn _facet = null!;
    private int[] _numbers = [];

    public override void Enter(Segment segment)
    {
        _facet = (FacetColumn)segment.Columns[column];
        _numbers = numbering.NumbersOf(column, _facet, workspace.Watch);
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
        var first = _facet.IsSingle ? 1 : 0;
        foreach (var (place, count) in _inSegment.Take())
        {
            if (place >= first)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_overall, _numbers[place - first], out _) += count;
            }
        }
    }

    public override void Give(Dictionary<string, IReadOnlyList<FacetCount>> facets)
    {
        var values = numbering.Read();
        var best = workspace.RentBest(request);
        foreach (var (number, count) in _overall)
        {
            best.Offer((int)number, count, values);
        }

        facets[request.Column] = best.Take(values, numbering);
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
internal sealed class NumberCounter(int column, FacetRequest request, Workspace workspace) : FacetCounter
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
        _numbers = (NumberColumn)segment.Columns[column];
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

    public override void Give(Dictionary<string, IReadOnlyList<FacetCount>> facets)
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

        facets[request.Column] = taken;
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
