using System.Runtime.InteropServices;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>A number column of one segment.</summary>
internal sealed class NumberColumn : SegmentColumn
{
    private readonly Section _codes;
    private readonly Section _presence;
    private readonly int _width;

    public NumberColumn(SegmentFile file, int at)
    {
        var info = Info(file, at, 3);
        (Minimum, Maximum, _width) = (info[0], info[1], (int)info[2]);
        _codes = file.Section(SectionKind.ColumnCodes, at);
        _presence = file.Section(SectionKind.ColumnPresence, at);
        Require(file, at, _codes.Length == (long)_width * file.DocumentCount
            && _presence.Length == (_width < 8 ? 0 : (file.DocumentCount + 63L) / 64 * 8));
    }

    /// <summary>The least number there is; greater than <see cref="Maximum"/> when there is none.</summary>
    public long Minimum { get; }

    public long Maximum { get; }

    /// <summary>Width 1, 2, 4: the number less the minimum and plus one, 0 for none. Width 8: the numbers themselves.</summary>
    public Codes Codes => new(_width, _codes.All<byte>());

    public bool TryGet(int document, out long value)
    {
        if (_width == 8)
        {
            value = MemoryMarshal.Cast<byte, long>(_codes.All<byte>())[document];
            return (_presence.All<ulong>()[document >> 6] >> (document & 63) & 1) != 0;
        }

        var code = Codes[document];
        value = unchecked(Minimum + code - 1);
        return code != 0;
    }

    /// <summary>Writes the column of several segments as one.</summary>
    public static void Merge(IReadOnlyList<NumberColumn> parts, MergeOrder order, SegmentWriter writer, int at)
    {
        var (minimum, maximum) = (long.MaxValue, long.MinValue);
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var document in order.Kept(part))
            {
                if (parts[part].TryGet(document, out var value))
                {
                    (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
                }
            }
        }

        var column = new NumberWriter(writer, at, minimum, maximum);
        foreach (var (part, document) in order.Documents())
        {
            column.Add(parts[part].TryGet(document, out var value), value);
        }

        column.End();
    }
}
