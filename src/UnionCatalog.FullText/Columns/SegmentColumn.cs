using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>One column of one segment; which kind of column it is, is the schema's to say.</summary>
internal abstract class SegmentColumn
{
    public static SegmentColumn Open(Column column, SegmentFile file, int at) => column switch
    {
        Column.Facet => new FacetColumn(file, at),
        Column.Number => new NumberColumn(file, at),
        Column.SortKey => new SortKeyColumn(file, at),
        _ => throw new UnknownFieldException(column.Name),
    };

    /// <summary>Writes a column of several segments as one.</summary>
    public static void Merge(IReadOnlyList<SegmentColumn> parts, MergeOrder order, SegmentWriter writer, int at)
    {
        switch (parts[0])
        {
            case FacetColumn:
                FacetColumn.Merge([.. parts.Cast<FacetColumn>()], order, writer, at);
                break;
            case NumberColumn:
                NumberColumn.Merge([.. parts.Cast<NumberColumn>()], order, writer, at);
                break;
            default:
                SortKeyColumn.Merge([.. parts.Cast<SortKeyColumn>()], order, writer, at);
                break;
        }
    }

    protected static ReadOnlySpan<long> Info(SegmentFile file, int at, int count)
    {
        var info = file.Section(SectionKind.ColumnInfo, at).All<long>();
        Require(file, at, info.Length == count);
        return info;
    }

    protected static StringTable ReadValues(SegmentFile file, int at, long count)
    {
        var starts = file.Section(SectionKind.ColumnValueStarts, at);
        Require(file, at, count is >= 0 and <= int.MaxValue && starts.Length == (count == 0 ? 0 : (((count + StringTable.BlockSize - 1) / StringTable.BlockSize) + 1) * 4));
        return new StringTable(file.Section(SectionKind.ColumnValues, at), starts, (int)count);
    }

    /// <summary>What a checksum cannot notice: that the sections do not belong together.</summary>
    protected static void Require(SegmentFile file, int at, bool fits)
    {
        if (!fits)
        {
            throw file.Damaged($"the sections of column {at} do not fit together");
        }
    }

    /// <summary>Writes the strings of several tables as one, those that are used.</summary>
    /// <returns>By table and place: the new place; 0 where it is not used.</returns>
    protected static int[][] MergeValues(IReadOnlyList<StringTable> tables, BitSet[] used, SegmentWriter writer, int at, out int count)
    {
        var remap = tables.Select(table => new int[table.Count]).ToArray();
        var table = new StringTableWriter(writer.Open(SectionKind.ColumnValues, at), writer.Open(SectionKind.ColumnValueStarts, at));
        var last = new byte[IndexLimits.ValueLength];
        var length = -1;
        for (var merge = new StringMerge(tables); !merge.IsOver; merge.Next())
        {
            if (!used[merge.Table][merge.At])
            {
                continue;
            }

            var value = merge.Current;
            if (length < 0 || !value.SequenceEqual(last.AsSpan(0, length)))
            {
                table.Add(value);
                value.CopyTo(last);
                length = value.Length;
            }

            remap[merge.Table][merge.At] = table.Count - 1;
        }

        count = table.End();
        return remap;
    }
}
