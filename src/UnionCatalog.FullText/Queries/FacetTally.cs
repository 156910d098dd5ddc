using System.Globalization;
using System.Runtime.InteropServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>Counts the values of one column, segment after segment.</summary>
internal abstract class FacetTally(int column)
{
    /// <summary>The place of the column in the schema.</summary>
    public int Column => column;

    /// <summary>Goes to the next segment.</summary>
    public abstract void Enter(SegmentContent content);

    public abstract void Count(int document);

    /// <summary>Ends the segment.</summary>
    public abstract void Leave();

    /// <summary>The most frequent values, ties in order of the values.</summary>
    public abstract IReadOnlyList<FacetCount> Top(int count);

    public static FacetTally Of(IndexSchema schema, string name)
    {
        var at = schema.ColumnAt(name, typeof(Column.Facet), typeof(Column.Number));
        return schema.Columns[at] is Column.Facet ? new Values(at) : new Numbers(at);
    }

    /// <summary>Counts by ordinal within a segment, and by value over all.</summary>
    private sealed class Values(int column) : FacetTally(column)
    {
        private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
        private FacetColumn _facet = null!;
        private int[] _byOrdinal = [];

        public override void Enter(SegmentContent content)
        {
            _facet = (FacetColumn)content.Columns[Column];
            _byOrdinal = new int[_facet.Values.Count];
        }

        public override void Count(int document)
        {
            foreach (var ordinal in _facet[document])
            {
                _byOrdinal[ordinal]++;
            }
        }

        public override void Leave()
        {
            var counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var ordinal = 0; ordinal < _byOrdinal.Length; ordinal++)
            {
                if (_byOrdinal[ordinal] > 0)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, _facet.Values[ordinal], out _) += _byOrdinal[ordinal];
                }
            }
        }

        public override IReadOnlyList<FacetCount> Top(int count) =>
        [
            .. _counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Take(count).Select(entry => new FacetCount(entry.Key, entry.Value)),
        ];
    }

    private sealed class Numbers(int column) : FacetTally(column)
    {
        private readonly Dictionary<long, long> _counts = [];
        private NumberColumn _numbers = null!;

        public override void Enter(SegmentContent content) => _numbers = (NumberColumn)content.Columns[Column];

        public override void Count(int document)
        {
            if (_numbers[document] is { } number)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, number, out _)++;
            }
        }

        public override void Leave()
        {
        }

        public override IReadOnlyList<FacetCount> Top(int count) =>
        [
            .. _counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key)
                .Take(count).Select(entry => new FacetCount(entry.Key.ToString(CultureInfo.InvariantCulture), entry.Value)),
        ];
    }
}
