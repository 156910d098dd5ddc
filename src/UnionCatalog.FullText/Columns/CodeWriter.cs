using System.Buffers.Binary;
using UnionCatalog.FullText.Segments;

namespace UnionCatalog.FullText.Columns;

/// <summary>Writes <see cref="Codes"/> one by one.</summary>
internal sealed class CodeWriter(SectionWriter section, int width)
{
    /// <summary>The bytes that numbers up to this need: 0, 1, 2 or 4.</summary>
    public static int WidthFor(ulong greatest) => greatest switch
    {
        0 => 0,
        <= byte.MaxValue => 1,
        <= ushort.MaxValue => 2,
        _ => 4,
    };

    public void Add(uint code)
    {
        switch (width)
        {
            case 1:
                section.GetSpan(1)[0] = (byte)code;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(section.GetSpan(2), (ushort)code);
                break;
            case 4:
                BinaryPrimitives.WriteUInt32LittleEndian(section.GetSpan(4), code);
                break;
            default:
                return;
        }

        section.Advance(width);
    }
}
