namespace UnionCatalog.FullText.Columns;

/// <summary>Reads several tables of strings as one, in order. Equal strings come one after the other, by table.</summary>
internal sealed class StringMerge
{
    private readonly StringCursor[] _cursors;

    /// <summary>A heap of the tables that are not at their end, the one with the least string on top.</summary>
    private readonly int[] _heap;
    private int _count;

    public StringMerge(IEnumerable<StringTable> tables)
    {
        _cursors = [.. tables.Select(table => table.Read())];
        _heap = new int[_cursors.Length];
        for (var table = 0; table < _cursors.Length; table++)
        {
            if (_cursors[table].Next())
            {
                _heap[_count++] = table;
            }
        }

        for (var at = (_count / 2) - 1; at >= 0; at--)
        {
            Sink(at);
        }
    }

    public bool IsOver => _count == 0;

    /// <summary>The table of the present string.</summary>
    public int Table => _heap[0];

    /// <summary>Its place there.</summary>
    public int At => _cursors[_heap[0]].At;

    public ReadOnlySpan<byte> Current => _cursors[_heap[0]].Current;

    public void Next()
    {
        if (!_cursors[_heap[0]].Next())
        {
            _heap[0] = _heap[--_count];
        }

        Sink(0);
    }

    private void Sink(int at)
    {
        while (true)
        {
            var least = at;
            for (var child = (2 * at) + 1; child <= (2 * at) + 2 && child < _count; child++)
            {
                least = IsLess(_heap[child], _heap[least]) ? child : least;
            }

            if (least == at)
            {
                return;
            }

            (_heap[at], _heap[least]) = (_heap[least], _heap[at]);
            at = least;
        }
    }

    private bool IsLess(int one, int other) =>
        _cursors[one].Current.SequenceCompareTo(_cursors[other].Current) is var order && (order < 0 || (order == 0 && one < other));
}
