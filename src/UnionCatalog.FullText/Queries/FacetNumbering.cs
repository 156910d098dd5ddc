using System.Text;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Numbers for the values of the facet columns that hold over all segments, so that counts of segments are added without looking
/// at a string. They are given when a column of a segment is first counted, and stay while the index is open.
/// </summary>
internal sealed class FacetNumbering(IndexSchema schema)
{
    private readonly ColumnNumbering[] _columns = [.. schema.Columns.Select(_ => new ColumnNumbering())];

    /// <summary>The numbering of a column.</summary>
    public ColumnNumbering Of(int column) => _columns[column];
}

/// <summary>The numbers of one column's values. Safe to use from several threads.</summary>
internal sealed class ColumnNumbering
{
    private readonly Lock _lock = new();
    private readonly TermTable _values = new();
    private string?[] _texts = [];

    /// <summary>For each of the values of a segment's column its number.</summary>
    /// <param name="column">The column.</param>
    /// <param name="watch">Ends a search meanwhile; the next one begins again.</param>
    public int[] NumbersOf(FacetColumn column, Watch watch)
    {
        if (column.Numbers is { } known)
        {
            return known;
        }

        lock (_lock)
        {
            var numbers = new int[column.Values.Count];
            var at = 0;
            for (var values = column.Values.Read(); values.Next(); at++)
            {
                numbers[at] = _values.Add(values.Current);
                if (at % 256 == 0)
                {
                    watch.Check();
                }
            }

            return column.Numbers = numbers;
        }
    }

    /// <summary>The values that have numbers now.</summary>
    public TermTable.View Read()
    {
        lock (_lock)
        {
            return _values.Read();
        }
    }

    /// <summary>A value as text, made once.</summary>
    public string TextOf(int number)
    {
        lock (_lock)
        {
            if (number >= _texts.Length)
            {
                Array.Resize(ref _texts, Math.Max(_values.Count, number + 1));
            }

            return _texts[number] ??= Encoding.UTF8.GetString(_values[number]);
        }
    }
}
