using System.Runtime.InteropServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>A facet column of a draft.</summary>
internal sealed class FacetDraft : ColumnDraft
{
    private readonly ValueSet _values = new();

    /// <summary>The numbers of all documents' values, and where each document's end.</summary>
    private readonly List<int> _numbers = [];
    private readonly List<int> _ends = [];

    public override long Memory => _values.Memory + ((_numbers.Count + _ends.Count) * 4L);

    public override void Add(string value) => _numbers.Add(_values.Add(value));

    public override void EndDocument()
    {
        var start = _ends.Count == 0 ? 0 : _ends[^1];
        if (_numbers.Count - start > 1)
        {
            DropTwice(start);
        }

        _ends.Add(_numbers.Count);
    }

    public override void Write(ReadOnlySpan<int> order, SegmentWriter writer, int at)
    {
        ReadOnlySpan<int> numbers = CollectionsMarshal.AsSpan(_numbers);
        ReadOnlySpan<int> ends = CollectionsMarshal.AsSpan(_ends);
        var used = new bool[_values.Count];
        var (isSingle, total) = (true, 0L);
        foreach (var arrival in order)
        {
            var own = Of(arrival, numbers, ends);
            isSingle &= own.Length <= 1;
            total += own.Length;
            foreach (var number in own)
            {
                used[number] = true;
            }
        }

        var places = WriteValues(_values, used, writer, at, out var count);
        var column = new FacetWriter(writer, at, count, isSingle, total);
        var buffer = Array.Empty<uint>();
        foreach (var arrival in order)
        {
            var own = Of(arrival, numbers, ends);
            if (buffer.Length < own.Length)
            {
                buffer = new uint[own.Length * 2];
            }

            var ordinals = buffer.AsSpan(0, own.Length);
            for (var value = 0; value < own.Length; value++)
            {
                ordinals[value] = (uint)places[own[value]];
            }

            ordinals.Sort();
            column.Add(ordinals);
        }

        column.End();
    }

    public override void Clear()
    {
        _values.Clear();
        _numbers.Clear();
        _ends.Clear();
    }

    private static ReadOnlySpan<int> Of(int arrival, ReadOnlySpan<int> numbers, ReadOnlySpan<int> ends) =>
        numbers[(arrival == 0 ? 0 : ends[arrival - 1])..ends[arrival]];

    /// <summary>A value twice counts once.</summary>
    private void DropTwice(int start)
    {
        var own = CollectionsMarshal.AsSpan(_numbers)[start..];
        own.Sort();
        var kept = 1;
        for (var at = 1; at < own.Length; at++)
        {
            if (own[at] != own[at - 1])
            {
                own[kept++] = own[at];
            }
        }

        CollectionsMarshal.SetCount(_numbers, start + kept);
    }
}
