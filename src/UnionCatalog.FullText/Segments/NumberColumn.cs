namespace UnionCatalog.FullText.Segments;

/// <summary>A number column of one segment.</summary>
internal sealed class NumberColumn(long[] values, BitSet present) : ISegmentColumn
{
    /// <summary>The number of a document; null: it has none.</summary>
    public long? this[int document] => present[document] ? values[document] : null;

    /// <param name="count">How many documents there are.</param>
    /// <param name="entries">Their numbers; a document's last one counts.</param>
    public static NumberColumn From(int count, IEnumerable<(int Document, long Value)> entries)
    {
        var (values, present) = (new long[count], new BitSet(count));
        foreach (var (document, value) in entries)
        {
            values[document] = value;
            present.Add(document);
        }

        return new NumberColumn(values, present);
    }

    public static NumberColumn Merge(IReadOnlyList<NumberColumn> parts, IReadOnlyList<int[]> numbering, int count) => From(
        count,
        from part in Enumerable.Range(0, parts.Count)
        from document in Enumerable.Range(0, numbering[part].Length)
        where numbering[part][document] >= 0 && parts[part][document] is not null
        select (numbering[part][document], parts[part][document]!.Value));

    public void Write(IndexFileWriter file)
    {
        file.Write<long>(values);
        file.Write(present.Words);
    }

    public static NumberColumn Read(IndexFileReader file) => new(file.Read<long>(), new BitSet(file.Read<ulong>()));
}
