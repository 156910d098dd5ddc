using UnionCatalog.Records;
using UnionCatalog.Records.Bytes;

namespace UnionCatalog.Search.Stored;

/// <summary>An edition's description in bytes, the title first. Its holdings are those of the libraries and are not in it.</summary>
internal static class StoredDescription
{
    public static void Write(BinaryWriter writer, BibRecord record)
    {
        WriteTitle(writer, record.Title);
        writer.WriteOptional(record.Responsibility);
        writer.WriteList(record.Contributors, StoredParts.Write);
        writer.WriteOptional(record.Edition);
        writer.WriteList(record.Publications, StoredParts.Write);
        writer.WriteOptional(record.Year);
        writer.WriteOptional(record.Extent?.Text);
        writer.WriteOptional(record.Extent?.Pages);
        writer.Write((byte)record.Format);
        writer.WriteList(record.Languages);
        writer.WriteList(record.Identifiers, StoredParts.Write);
        writer.WriteList(record.ControlNumbers, StoredParts.Write);
        writer.WriteList(record.WorkTitles, StoredParts.Write);
        writer.WriteList(record.Series, StoredParts.Write);
        writer.WriteList(record.Subjects, StoredParts.Write);
        writer.WriteList(record.Classifications, StoredParts.Write);
        writer.WriteList(record.Links, StoredParts.Write);
        writer.WriteOptional(record.Cover?.OriginalString);
        writer.WriteOptional(record.Carrier);
        writer.WriteOptional(record.Audience);
        writer.WriteList(record.Notes);
        writer.WriteOptional(record.Summary);
        writer.WriteOptional(record.Contents);
    }

    public static BibRecord Read(ref ByteReading reading) => new()
    {
        Title = ReadTitle(ref reading),
        Responsibility = reading.OptionalText(),
        Contributors = reading.List(StoredParts.ReadContributor),
        Edition = reading.OptionalText(),
        Publications = reading.List(StoredParts.ReadPublication),
        Year = reading.OptionalNumber(),
        Extent = (reading.OptionalText(), reading.OptionalNumber()) is ({ } text, var pages) ? new Extent(text, pages) : null,
        Format = (ResourceFormat)reading.Byte(),
        Languages = reading.Texts(),
        Identifiers = reading.List(StoredParts.ReadIdentifier),
        ControlNumbers = reading.List(StoredParts.ReadControlNumber),
        WorkTitles = reading.List(StoredParts.ReadWorkTitle),
        Series = reading.List(StoredParts.ReadSeries),
        Subjects = reading.List(StoredParts.ReadSubject),
        Classifications = reading.List(StoredParts.ReadClassification),
        Links = reading.List(StoredParts.ReadLink),
        Cover = reading.OptionalText() is { } cover ? new Uri(cover) : null,
        Carrier = reading.OptionalText(),
        Audience = reading.OptionalText(),
        Notes = reading.Texts(),
        Summary = reading.OptionalText(),
        Contents = reading.OptionalText(),
    };

    public static Title ReadTitle(ref ByteReading reading) => new(reading.Text())
    {
        Remainder = reading.OptionalText(),
        PartNumber = reading.OptionalText(),
        PartName = reading.OptionalText(),
        Parallel = reading.OptionalText(),
        OriginalScript = reading.OptionalText(),
        NonFiling = reading.Number(),
    };

    private static void WriteTitle(BinaryWriter writer, Title title)
    {
        writer.Write(title.Proper);
        writer.WriteOptional(title.Remainder);
        writer.WriteOptional(title.PartNumber);
        writer.WriteOptional(title.PartName);
        writer.WriteOptional(title.Parallel);
        writer.WriteOptional(title.OriginalScript);
        writer.Write7BitEncodedInt(title.NonFiling);
    }
}
