using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>A number column of a draft.</summary>
internal sealed class NumberDraft : ColumnDraft
{
    private readonly List<long> _values = [];
    private readonly List<bool> _presence = [];
    private long _value;
    private bool _isThere;

    public override long Memory => _values.Count * 9L;

    /// <summary>The last one counts.</summary>
    public override void Add(long value) => (_value, _isThere) = (value, true);

    public override void EndDocument()
    {
        _values.Add(_value);
        _presence.Add(_isThere);
        (_value, _isThere) = (0, false);
    }

    public override void Write(ReadOnlySpan<int> order, SegmentWriter writer, int at)
    {
        var (minimum, maximum) = (long.MaxValue, long.MinValue);
        foreach (var arrival in order)
        {
            if (_presence[arrival])
            {
                (minimum, maximum) = (Math.Min(minimum, _values[arrival]), Math.Max(maximum, _values[arrival]));
            }
        }

        var column = new NumberWriter(writer, at, minimum, maximum);
        foreach (var arrival in order)
        {
            column.Add(_presence[arrival], _values[arrival]);
        }

        column.End();
    }

    public override void Clear()
    {
        _values.Clear();
        _presence.Clear();
    }
}
