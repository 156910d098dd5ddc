using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>A sort-key column of a draft.</summary>
internal sealed class SortKeyDraft : ColumnDraft
{
    private readonly ValueSet _values = new();

    /// <summary>By arrival: the number of the key, or -1.</summary>
    private readonly List<int> _numbers = [];
    private int _number = -1;

    public override long Memory => _values.Memory + (_numbers.Count * 4L);

    /// <summary>The last one counts.</summary>
    public override void Add(string value) => _number = _values.Add(value);

    public override void EndDocument()
    {
        _numbers.Add(_number);
        _number = -1;
    }

    public override void Write(ReadOnlySpan<int> order, SegmentWriter writer, int at)
    {
        var used = new bool[_values.Count];
        foreach (var arrival in order)
        {
            if (_numbers[arrival] is >= 0 and var number)
            {
                used[number] = true;
            }
        }

        var places = WriteValues(_values, used, writer, at, out var count);
        var column = SortKeyColumn.Begin(writer, at, count);
        foreach (var arrival in order)
        {
            column.Add(_numbers[arrival] is >= 0 and var number ? (uint)places[number] + 1 : 0);
        }
    }

    public override void Clear()
    {
        _values.Clear();
        _numbers.Clear();
    }
}
