using System.Globalization;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>The filters of a plan on one segment.</summary>
internal sealed class Filters(IndexSchema schema, SearchPlan plan, SegmentContent content)
{
    /// <summary>No column's filters keep the document out.</summary>
    public const int None = -1;

    /// <summary>The filters of more than one column keep the document out.</summary>
    public const int Several = -2;

    private readonly (int Column, Predicate<int> Holds)[] _filters =
    [
        .. plan.Filters.Select(filter => FacetFilter(schema, content, filter)),
        .. plan.NumberFilters.Select(filter => NumberFilter(schema, content, filter)),
    ];

    /// <summary>Which column's filters keep a document out: the column's place, <see cref="None"/> or <see cref="Several"/>.</summary>
    public int KeptOutBy(int document)
    {
        var column = None;
        foreach (var filter in _filters)
        {
            if (filter.Column != column && !filter.Holds(document))
            {
                if (column != None)
                {
                    return Several;
                }

                column = filter.Column;
            }
        }

        return column;
    }

    private static (int Column, Predicate<int> Holds) FacetFilter(IndexSchema schema, SegmentContent content, FacetFilter filter)
    {
        var at = schema.ColumnAt(filter.Column, typeof(Column.Facet), typeof(Column.Number));
        if (content.Columns[at] is NumberColumn numbers)
        {
            var texts = filter.Values.ToHashSet(StringComparer.Ordinal);
            return (at, document => numbers[document] is { } number && texts.Contains(number.ToString(CultureInfo.InvariantCulture)));
        }

        var facet = (FacetColumn)content.Columns[at];
        var wanted = new BitSet(facet.Values.Count);
        foreach (var ordinal in filter.Values.Select(value => facet.Values.Find(value)).Where(ordinal => ordinal >= 0))
        {
            wanted.Add(ordinal);
        }

        return (at, document => HasAny(facet[document], wanted));
    }

    private static (int Column, Predicate<int> Holds) NumberFilter(
        IndexSchema schema, SegmentContent content, NumberFilter filter)
    {
        var at = schema.ColumnAt(filter.Column, typeof(Column.Number));
        var numbers = (NumberColumn)content.Columns[at];
        return (at, document => numbers[document] is { } number && number >= filter.From && number <= filter.To);
    }

    private static bool HasAny(ReadOnlySpan<int> ordinals, BitSet wanted)
    {
        foreach (var ordinal in ordinals)
        {
            if (wanted[ordinal])
            {
                return true;
            }
        }

        return false;
    }
}
