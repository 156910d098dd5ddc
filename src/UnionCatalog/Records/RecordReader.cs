using UnionCatalog.Records.DublinCore;
using UnionCatalog.Records.Marc;
using UnionCatalog.Records.Mods;
using UnionCatalog.Records.Rows;
using UnionCatalog.Records.Slims;

namespace UnionCatalog.Records;

/// <summary>Reads one record of any supported format. Never throws for bad input; safe to use from several threads.</summary>
public static class RecordReader
{
    /// <summary>Reads one record.</summary>
    /// <param name="format">The format of <paramref name="metadata"/>.</param>
    /// <param name="metadata">The record's bytes: one XML element or JSON object in UTF-8, or one ISO 2709 record.</param>
    /// <param name="holdings">Where this source keeps its items.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="format"/> is none of the formats.</exception>
    public static RecordReading Read(MetadataFormat format, ReadOnlyMemory<byte> metadata, HoldingsMapping holdings) => format switch
    {
        MetadataFormat.OaiDc => DublinCoreReading.Read(metadata, holdings),
        MetadataFormat.MarcXml => MarcReading.ReadXml(metadata, holdings),
        MetadataFormat.Iso2709 => MarcReading.ReadIso2709(metadata, holdings),
        MetadataFormat.Mods => ModsReading.Read(metadata),
        MetadataFormat.Row => RowReading.Read(metadata),
        MetadataFormat.Slims => SlimsReading.Read(metadata),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This is no format of records."),
    };

    /// <summary>
    /// Why <see cref="Read"/> would give nothing but an error; null when it would give a record. For what was cut out of a
    /// well-formed document: of MARCXML only the beginning is looked at, because the rest can no longer be at fault.
    /// </summary>
    /// <param name="format">The format of <paramref name="metadata"/>.</param>
    /// <param name="metadata">The record's bytes, well-formed where they are XML.</param>
    public static RecordError? FindError(MetadataFormat format, ReadOnlyMemory<byte> metadata) =>
        format == MetadataFormat.MarcXml ? MarcXml.FindError(metadata.Span)
        : Read(format, metadata, new HoldingsMapping()) is RecordReading.Unreadable unreadable ? unreadable.Error
        : null;
}
