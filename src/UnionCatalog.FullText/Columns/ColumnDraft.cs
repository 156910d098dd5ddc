using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>One column of a draft: values in the order in which documents arrive.</summary>
internal abstract class ColumnDraft
{
    /// <summary>Bytes in use.</summary>
    public abstract long Memory { get; }

    public virtual void Add(string value) => throw new NotSupportedException();

    public virtual void Add(long value) => throw new NotSupportedException();

    /// <summary>Called for every document that arrives, after its values if it has any.</summary>
    public abstract void EndDocument();

    /// <param name="order">Which arrival each document is.</param>
    /// <param name="writer">Takes the sections.</param>
    /// <param name="at">The column's place in the schema.</param>
    public abstract void Write(ReadOnlySpan<int> order, SegmentWriter writer, int at);

    public abstract void Clear();

    public static ColumnDraft For(Column column) => column switch
    {
        Column.Facet => new FacetDraft(),
        Column.Number => new NumberDraft(),
        Column.SortKey => new SortKeyDraft(),
        _ => throw new UnknownFieldException(column.Name),
    };

    /// <summary>Writes those strings that are used, in order.</summary>
    /// <returns>By number: the place among those written, or -1.</returns>
    protected static int[] WriteValues(ValueSet values, bool[] used, SegmentWriter writer, int at, out int count)
    {
        var numbers = new List<int>();
        for (var number = 0; number < used.Length; number++)
        {
            if (used[number])
            {
                numbers.Add(number);
            }
        }

        var sorted = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers);
        values.Sort(sorted);
        var table = new StringTableWriter(writer.Open(SectionKind.ColumnValues, at), writer.Open(SectionKind.ColumnValueStarts, at));
        var places = new int[values.Count];
        Array.Fill(places, -1);
        foreach (var number in sorted)
        {
            places[number] = table.Count;
            table.Add(values[number]);
        }

        count = table.End();
        return places;
    }
}
