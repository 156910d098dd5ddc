using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>A document that was found, before it is known whether it will be given back.</summary>
internal readonly record struct Candidate(int Segment, int Document, double Score);

/// <summary>The order of hits over all segments: by the plan's sort, then by key, so that no two hits are equal.</summary>
internal sealed class HitOrder(IndexSchema schema, IReadOnlyList<SortBy> sort, IReadOnlyList<LiveSegment> segments)
    : IComparer<Candidate>
{
    private readonly (int Column, bool Descending)[] _sort = sort.Count == 0
        ? [(-1, true)]
        : [.. sort.Select(by => (Place(schema, by.Column), by.Descending))];

    public int Compare(Candidate x, Candidate y)
    {
        foreach (var (column, descending) in _sort)
        {
            var order = column < 0 ? x.Score.CompareTo(y.Score) * (descending ? -1 : 1)
                : Content(x).Columns[column] is NumberColumn ? CompareNumbers(column, x, y, descending)
                : CompareKeys(column, x, y, descending);
            if (order != 0)
            {
                return order;
            }
        }

        return x.Segment == y.Segment
            ? x.Document.CompareTo(y.Document)
            : Content(x).Keys[x.Document].SequenceCompareTo(Content(y).Keys[y.Document]);
    }

    private static int Place(IndexSchema schema, string? column) =>
        column is null ? -1 : schema.ColumnAt(column, typeof(Column.Number), typeof(Column.SortKey));

    private SegmentContent Content(Candidate candidate) => segments[candidate.Segment].Segment.Content;

    private int CompareNumbers(int column, Candidate x, Candidate y, bool descending)
    {
        var one = ((NumberColumn)Content(x).Columns[column])[x.Document];
        var other = ((NumberColumn)Content(y).Columns[column])[y.Document];
        return one is null || other is null
            ? MissingLast(one is not null, other is not null)
            : one.Value.CompareTo(other.Value) * (descending ? -1 : 1);
    }

    private int CompareKeys(int column, Candidate x, Candidate y, bool descending)
    {
        var (one, other) = ((SortKeyColumn)Content(x).Columns[column], (SortKeyColumn)Content(y).Columns[column]);
        return one.Has(x.Document) && other.Has(y.Document)
            ? one.Compare(x.Document, other, y.Document) * (descending ? -1 : 1)
            : MissingLast(one.Has(x.Document), other.Has(y.Document));
    }

    private static int MissingLast(bool one, bool other) => other.CompareTo(one);
}
