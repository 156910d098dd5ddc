using UnionCatalog.Records;
using UnionCatalog.Records.Bytes;

namespace UnionCatalog.Search.Stored;

/// <summary>The parts of a description that come more than once, in bytes.</summary>
internal static class StoredParts
{
    public static void Write(BinaryWriter writer, Contributor contributor)
    {
        writer.Write(contributor.Name);
        writer.Write((byte)contributor.Kind);
        writer.WriteOptional(contributor.Role);
        writer.Write(contributor.IsMain);
        writer.WriteOptional(contributor.Dates);
        writer.WriteOptional(contributor.OriginalScript);
    }

    public static Contributor ReadContributor(ref ByteReading reading) => new(reading.Text(), (ContributorKind)reading.Byte())
    {
        Role = reading.OptionalText(),
        IsMain = reading.Flag(),
        Dates = reading.OptionalText(),
        OriginalScript = reading.OptionalText(),
    };

    public static void Write(BinaryWriter writer, Publication publication)
    {
        writer.WriteOptional(publication.Place);
        writer.WriteOptional(publication.Publisher);
        writer.WriteOptional(publication.Date);
    }

    public static Publication ReadPublication(ref ByteReading reading) => new(reading.OptionalText(), reading.OptionalText(), reading.OptionalText());

    public static void Write(BinaryWriter writer, StandardIdentifier identifier)
    {
        writer.Write((byte)identifier.Kind);
        writer.Write(identifier.Value);
        writer.Write(identifier.Raw);
        writer.Write(identifier.IsValid);
        writer.WriteOptional(identifier.Qualifier);
    }

    public static StandardIdentifier ReadIdentifier(ref ByteReading reading) =>
        new((IdentifierKind)reading.Byte(), reading.Text(), reading.Text(), reading.Flag(), reading.OptionalText());

    public static void Write(BinaryWriter writer, ControlNumber number)
    {
        writer.Write(number.Number);
        writer.WriteOptional(number.Agency);
    }

    public static ControlNumber ReadControlNumber(ref ByteReading reading) => new(reading.Text(), reading.OptionalText());

    public static void Write(BinaryWriter writer, WorkTitle title)
    {
        writer.Write(title.Text);
        writer.Write((byte)title.Kind);
    }

    public static WorkTitle ReadWorkTitle(ref ByteReading reading) => new(reading.Text(), (WorkTitleKind)reading.Byte());

    public static void Write(BinaryWriter writer, SeriesStatement series)
    {
        writer.Write(series.Title);
        writer.WriteOptional(series.Volume);
        writer.WriteOptional(series.Issn);
    }

    public static SeriesStatement ReadSeries(ref ByteReading reading) => new(reading.Text(), reading.OptionalText()) { Issn = reading.OptionalText() };

    public static void Write(BinaryWriter writer, Subject subject)
    {
        writer.Write(subject.Text);
        writer.WriteOptional(subject.Scheme);
    }

    public static Subject ReadSubject(ref ByteReading reading) => new(reading.Text(), reading.OptionalText());

    public static void Write(BinaryWriter writer, Classification classification)
    {
        writer.Write((byte)classification.Scheme);
        writer.Write(classification.Number);
    }

    public static Classification ReadClassification(ref ByteReading reading) => new((ClassificationScheme)reading.Byte(), reading.Text());

    public static void Write(BinaryWriter writer, RecordLink link)
    {
        writer.Write(link.Address.OriginalString);
        writer.WriteOptional(link.Label);
        writer.Write((byte)link.Kind);
    }

    public static RecordLink ReadLink(ref ByteReading reading) => new(new Uri(reading.Text()), reading.OptionalText(), (RecordLinkKind)reading.Byte());
}
