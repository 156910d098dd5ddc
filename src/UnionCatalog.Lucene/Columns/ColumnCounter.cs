using System.Globalization;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using UnionCatalog.FullText;
using UnionCatalog.Lucene.Writing;

namespace UnionCatalog.Lucene.Columns;

/// <summary>Counts the values of one column.</summary>
internal abstract class ColumnCounter(FacetRequest request)
{
    public string Column => request.Column;

    protected FacetRequest Request => request;

    public static ColumnCounter Of(PublishedState state, FacetRequest request) =>
        state.Schema.Columns[state.Schema.ColumnAt(request.Column, typeof(Column.Facet), typeof(Column.Number))] is Column.Facet
            ? new OfValues(state.Numbering(request.Column), request)
            : new OfNumbers(request);

    /// <summary>Goes to a segment.</summary>
    public abstract void Enter(AtomicReaderContext segment);

    public abstract void Count(int document);

    /// <summary>Leaves the segment.</summary>
    public virtual void Leave()
    {
    }

    /// <summary>The values asked for, in their order.</summary>
    public abstract IReadOnlyList<FacetCount> Take();

    /// <summary>The first so many, the best first.</summary>
    protected FacetCount[] Best<T>(IEnumerable<(T Value, int Count)> counts, IComparer<T> order, Func<T, string> text)
    {
        // The last of those kept comes out first.
        var kept = new PriorityQueue<T, (int Count, T Value)>(Comparer<(int Count, T Value)>.Create((one, other) =>
            Request.Order == FacetOrder.Count && one.Count != other.Count ? one.Count.CompareTo(other.Count) : order.Compare(other.Value, one.Value)));
        foreach (var (value, count) in counts)
        {
            if (kept.Count < Request.Top)
            {
                kept.Enqueue(value, (count, value));
            }
            else if (Request.Top > 0)
            {
                kept.EnqueueDequeue(value, (count, value));
            }
        }

        var best = new FacetCount[kept.Count];
        for (var at = best.Length - 1; kept.TryDequeue(out var value, out var rank); at--)
        {
            best[at] = new(text(value), rank.Count);
        }

        return best;
    }

    private sealed class OfValues(ValueNumbering numbering, FacetRequest request) : ColumnCounter(request)
    {
        private readonly int[] _counts = new int[numbering.Count];
        private int[] _inSegment = [];
        private SortedSetDocValues? _ordinals;
        private AtomicReaderContext _segment = null!;

        public override void Enter(AtomicReaderContext segment)
        {
            _segment = segment;
            _ordinals = segment.AtomicReader.GetSortedSetDocValues(DocumentDrawing.ColumnName(Column));
            if (_ordinals is not null && _inSegment.Length < _ordinals.ValueCount)
            {
                _inSegment = new int[_ordinals.ValueCount];
            }
        }

        public override void Count(int document)
        {
            if (_ordinals is null)
            {
                return;
            }

            _ordinals.SetDocument(document);
            for (var ordinal = _ordinals.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = _ordinals.NextOrd())
            {
                _inSegment[ordinal]++;
            }
        }

        public override void Leave()
        {
            for (var ordinal = 0; ordinal < _ordinals?.ValueCount; ordinal++)
            {
                if (_inSegment[ordinal] > 0)
                {
                    _counts[numbering.NumberOf(_segment, ordinal)] += _inSegment[ordinal];
                    _inSegment[ordinal] = 0;
                }
            }
        }

        public override IReadOnlyList<FacetCount> Take() =>
            Best(_counts.Index().Where(count => count.Item > 0).Select(count => (count.Index, count.Item)), Comparer<int>.Default, numbering.Reader());
    }

    private sealed class OfNumbers(FacetRequest request) : ColumnCounter(request)
    {
        private readonly Dictionary<long, int> _counts = [];
        private Numbers _numbers;

        public override void Enter(AtomicReaderContext segment) => _numbers = new Numbers(segment.AtomicReader, Column);

        public override void Count(int document)
        {
            if (_numbers.TryGet(document, out var number))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, number, out _)++;
            }
        }

        public override IReadOnlyList<FacetCount> Take() =>
            Best(_counts.Select(count => (count.Key, count.Value)), Comparer<long>.Default, number => number.ToString(CultureInfo.InvariantCulture));
    }
}
