using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>A facet column of one segment.</summary>
internal sealed class FacetColumn : SegmentColumn
{
    private readonly Section _codes;
    private readonly Section _starts;
    private readonly int _width;

    public FacetColumn(SegmentFile file, int at)
    {
        var info = Info(file, at, 3);
        Values = ReadValues(file, at, info[0]);
        (_width, IsSingle) = ((int)info[1], info[2] == 1);
        _codes = file.Section(SectionKind.ColumnCodes, at);
        _starts = file.Section(SectionKind.ColumnStarts, at);
        Require(file, at, IsSingle
            ? _codes.Length == (long)_width * file.DocumentCount
            : _starts.Length == 4L * (file.DocumentCount + 1L) && _codes.Length == (long)_width * BitConverter.ToUInt32(_starts.Bytes(_starts.Length - 4, 4)));
    }

    public StringTable Values { get; }

    /// <summary>No document has more than one value.</summary>
    public bool IsSingle { get; }

    /// <summary>Single: one a document, the value's place and one, 0 for none. Otherwise the places of all documents' values, ascending within each.</summary>
    public Codes Ordinals => new(_width, _codes.All<byte>());

    /// <summary>Only when not single: where each document's ordinals start, and one more.</summary>
    public ReadOnlySpan<uint> Starts => _starts.All<uint>();

    /// <summary>The values' numbers over all segments, where the queries have given them.</summary>
    internal int[]? Numbers { get; set; }

    /// <summary>Adds to each document's count how many values it has.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="alone">Only documents that have more than <paramref name="place"/> here are looked at; empty: all are.</param>
    /// <param name="place">The column's place in its group.</param>
    public void CountValues(Span<int> counts, ReadOnlySpan<byte> alone, int place)
    {
        var view = new View(this);
        for (var document = 0; document < counts.Length; document++)
        {
            counts[document] += alone.IsEmpty || place < alone[document] ? view.Count(document) : 0;
        }
    }

    /// <summary>Copies the <see cref="Numbers"/> of all documents' values.</summary>
    /// <param name="next">Where each document's go, and afterwards where the next column's do.</param>
    /// <param name="to">Takes them.</param>
    /// <param name="alone">Only documents that have more than <paramref name="place"/> here are looked at; empty: all are.</param>
    /// <param name="place">The column's place in its group.</param>
    public void CopyNumbers(Span<int> next, PackedNumbers to, ReadOnlySpan<byte> alone, int place)
    {
        var view = new View(this);
        for (var document = 0; document < next.Length; document++)
        {
            var count = alone.IsEmpty || place < alone[document] ? view.Count(document) : 0;
            for (var value = 0; value < count; value++)
            {
                to.Put(next[document]++, Numbers![(int)view.Ordinal(document, value)]);
            }
        }
    }

    /// <summary>Copies the <see cref="Numbers"/> of one document's values.</summary>
    /// <returns>How many it has; where there is no room for them nothing is copied.</returns>
    public int CopyNumbers(int document, Span<int> to)
    {
        var view = new View(this);
        var count = view.Count(document);
        for (var value = 0; value < count && count <= to.Length; value++)
        {
            to[value] = Numbers![(int)view.Ordinal(document, value)];
        }

        return count;
    }

    /// <summary>Says that it has been gone through and will seldom be wanted.</summary>
    public void LetGo()
    {
        _codes.LetGo();
        _starts.LetGo();
        Values.LetGo();
    }

    /// <summary>Writes the column of several segments as one.</summary>
    public static void Merge(IReadOnlyList<FacetColumn> parts, MergeOrder order, SegmentWriter writer, int at)
    {
        var used = parts.Select(part => new BitSet(part.Values.Count)).ToArray();
        var (isSingle, total) = (true, 0L);
        for (var part = 0; part < parts.Count; part++)
        {
            var view = new View(parts[part]);
            foreach (var document in order.Kept(part))
            {
                var count = view.Count(document);
                isSingle &= count <= 1;
                total += count;
                for (var value = 0; value < count; value++)
                {
                    used[part].Add((int)view.Ordinal(document, value));
                }
            }
        }

        var remap = MergeValues([.. parts.Select(part => part.Values)], used, writer, at, out var distinct);
        var column = new FacetWriter(writer, at, distinct, isSingle, total);
        var buffer = new uint[16];
        foreach (var (part, document) in order.Documents())
        {
            var view = new View(parts[part]);
            var count = view.Count(document);
            if (count > buffer.Length)
            {
                buffer = new uint[count * 2];
            }

            for (var value = 0; value < count; value++)
            {
                buffer[value] = (uint)remap[part][(int)view.Ordinal(document, value)];
            }

            column.Add(buffer.AsSpan(0, count));
        }

        column.End();
    }

    /// <summary>The values of one document after the other, whatever the kind.</summary>
    private readonly ref struct View(FacetColumn column)
    {
        private readonly bool _isSingle = column.IsSingle;
        private readonly Codes _codes = column.Ordinals;
        private readonly ReadOnlySpan<uint> _starts = column.IsSingle ? [] : column.Starts;

        public int Count(int document) =>
            _isSingle ? (_codes[document] == 0 ? 0 : 1) : (int)(_starts[document + 1] - _starts[document]);

        public uint Ordinal(int document, int value) =>
            _isSingle ? _codes[document] - 1 : _codes[(int)_starts[document] + value];
    }
}
