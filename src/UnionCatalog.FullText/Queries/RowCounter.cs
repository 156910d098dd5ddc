using System.Runtime.InteropServices;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Queries;

/// <summary>Counts the values of all facet columns in one go, and gives those that are asked for.</summary>
/// <param name="requests">What is asked for, by the column's place in the schema; null: not this column.</param>
/// <param name="numbering">The index's own.</param>
/// <param name="workspace">The search's own.</param>
internal sealed class RowCounter(FacetRequest?[] requests, FacetNumbering numbering, Workspace workspace) : FacetCounter
{
    private readonly RowCounts _counts = workspace.RowCounts;
    private FacetRows _rows = null!;

    public override void Enter(Segment segment)
    {
        _rows = numbering.RowsOf(segment, workspace.Watch);
        _counts.Grow(numbering.Read().Count);
    }

    public override void Count(ReadOnlySpan<int> documents) => _rows.AddTo(documents, _counts);

    public override void Leave()
    {
        // The counts are of all segments.
    }

    public override void Give(Dictionary<string, IReadOnlyList<FacetCount>> facets)
    {
        var values = numbering.Read();
        var columns = numbering.ReadColumns();
        var best = Array.ConvertAll(requests, request => request is null ? null : workspace.RentBest(request));
        foreach (var (number, count) in _counts.Take())
        {
            if (columns[number] == FacetNumbering.Pattern)
            {
                Spread(values[number], count);
            }
            else if (numbering.IsGrouped(columns[number]))
            {
                _counts.Add(number, count);
            }
            else
            {
                best[columns[number]]?.Offer(number, count, values);
            }
        }

        // Those of groups, now that the values of patterns are among them.
        foreach (var (number, count) in _counts.Take())
        {
            best[columns[number]]?.Offer(number, count, values);
        }

        foreach (var column in numbering.Columns)
        {
            if (requests[column] is { } request)
            {
                facets[request.Column] = best[column]!.Take(values, numbering);
            }
        }
    }

    private void Spread(ReadOnlySpan<byte> pattern, int count)
    {
        foreach (var number in MemoryMarshal.Cast<byte, int>(pattern[1..]))
        {
            _counts.Add(number, count);
        }
    }
}
