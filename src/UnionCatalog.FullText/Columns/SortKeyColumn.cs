using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>A sort-key column of one segment.</summary>
internal sealed class SortKeyColumn : SegmentColumn
{
    private readonly Section _codes;
    private readonly int _width;

    public SortKeyColumn(SegmentFile file, int at)
    {
        var info = Info(file, at, 2);
        Values = ReadValues(file, at, info[0]);
        _width = (int)info[1];
        _codes = file.Section(SectionKind.ColumnCodes, at);
        Require(file, at, _codes.Length == (long)_width * file.DocumentCount);
    }

    public StringTable Values { get; }

    /// <summary>One a document: the key's place and one, 0 for none.</summary>
    public Codes Ordinals => new(_width, _codes.All<byte>());

    /// <summary>Writes the column of several segments as one.</summary>
    public static void Merge(IReadOnlyList<SortKeyColumn> parts, MergeOrder order, SegmentWriter writer, int at)
    {
        var used = parts.Select(part => new BitSet(part.Values.Count)).ToArray();
        for (var part = 0; part < parts.Count; part++)
        {
            var codes = parts[part].Ordinals;
            foreach (var document in order.Kept(part))
            {
                if (codes[document] is > 0 and var code)
                {
                    used[part].Add((int)code - 1);
                }
            }
        }

        var remap = MergeValues([.. parts.Select(part => part.Values)], used, writer, at, out var count);
        var column = Begin(writer, at, count);
        foreach (var (part, document) in order.Documents())
        {
            var code = parts[part].Ordinals[document];
            column.Add(code == 0 ? 0 : (uint)remap[part][(int)code - 1] + 1);
        }
    }

    /// <summary>What the codes of so many different keys are written with.</summary>
    public static CodeWriter Begin(SegmentWriter writer, int at, int count)
    {
        var width = CodeWriter.WidthFor((ulong)count);
        writer.Open(SectionKind.ColumnInfo, at).Write<long>([count, width]);
        return new CodeWriter(writer.Open(SectionKind.ColumnCodes, at), width);
    }
}
