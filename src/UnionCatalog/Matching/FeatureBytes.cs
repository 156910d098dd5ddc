using UnionCatalog.Matching.Features;
using UnionCatalog.Records;
using UnionCatalog.Records.Bytes;

namespace UnionCatalog.Matching;

/// <summary>The features of a record as bytes. Equal features give equal bytes.</summary>
internal static class FeatureBytes
{
    // Most records have neither; nobody adds to these.
    private static readonly Dictionary<PartKind, SortedSet<string>> NoParts = [];
    private static readonly HashSet<string> NoWords = [];

    /// <summary>Writes them.</summary>
    public static byte[] Write(MatchFeatures features) => ByteWriting.Write(writer => Write(writer, features));

    private static void Write(BinaryWriter writer, MatchFeatures features)
    {
        writer.WriteList(features.Isbns);
        writer.WriteList(features.InvalidIsbns);
        writer.WriteList(features.Issns);
        writer.WriteList(features.Numbers);
        WriteTitle(writer, features.Title);
        writer.Write7BitEncodedInt(features.Parts.Count);
        foreach (var (kind, values) in features.Parts.OrderBy(part => part.Key))
        {
            writer.Write((byte)kind);
            writer.WriteList(values);
        }

        writer.Write7BitEncodedInt(features.Names.Count);
        foreach (var name in features.Names)
        {
            writer.Write(name.IsPerson);
            writer.WriteList(name.Words);
        }

        writer.WriteList(features.Responsibility.Order(StringComparer.Ordinal));
        writer.Write7BitEncodedInt(features.Year ?? 0);
        writer.Write7BitEncodedInt(features.Years.Count);
        foreach (var year in features.Years)
        {
            writer.Write7BitEncodedInt(year);
        }

        writer.Write(features.IsLaterPrinting);
        writer.WriteList(features.Publishers.Select(publisher => publisher.Name));
        writer.WriteList(features.Places);
        writer.Write7BitEncodedInt(features.Series.Count);
        foreach (var series in features.Series)
        {
            writer.Write(series.Title);
            writer.WriteList(series.Volume);
        }

        writer.Write(features.Edition.Number ?? "");
        writer.Write(features.Edition.IsRevised);
        writer.Write7BitEncodedInt(features.Pages?.Main ?? 0);
        writer.Write7BitEncodedInt(features.Pages?.WithPreliminaries ?? 0);
        writer.Write7BitEncodedInt(features.Volumes);
        writer.WriteList(features.Languages);
        writer.Write((byte)features.Format);
    }

    /// <summary>Reads what <see cref="Write(MatchFeatures)"/> wrote.</summary>
    public static MatchFeatures Read(ReadOnlySpan<byte> bytes)
    {
        var reading = new ByteReading(bytes);
        return new MatchFeatures
        {
            Isbns = reading.Texts(),
            InvalidIsbns = reading.Texts(),
            Issns = reading.Texts(),
            Numbers = reading.Texts(),
            Title = ReadTitle(ref reading),
            Parts = ReadParts(ref reading),
            Names = ReadNames(ref reading),
            Responsibility = reading.Texts() is { Length: > 0 } words ? words.ToHashSet(StringComparer.Ordinal) : NoWords,
            Year = reading.Number() is var year and > 0 ? year : null,
            Years = reading.Numbers(),
            IsLaterPrinting = reading.Flag(),
            Publishers = Array.ConvertAll(reading.Texts(), name => new PublisherFeature(name)),
            Places = reading.Texts(),
            Series = ReadSeries(ref reading),
            Edition = new EditionStatement(reading.Text() is { Length: > 0 } number ? number : null, reading.Flag()),
            Pages = (reading.Number(), reading.Number()) is var (main, whole) && main > 0 ? new PageCounts(main, whole) : null,
            Volumes = reading.Number(),
            Languages = reading.Texts(),
            Format = (ResourceFormat)reading.Byte(),
        };
    }

    private static void WriteTitle(BinaryWriter writer, TitleFeature title)
    {
        writer.WriteList(title.ProperWords.ToArray());
        writer.WriteList(title.RestWords.ToArray());
        writer.Write(title.IsOldSpelling);
        writer.Write(title.IsNamedPart);
        writer.Write(title.Script ?? "");
    }

    private static TitleFeature ReadTitle(ref ByteReading reading)
    {
        var (proper, rest) = (reading.Texts(), reading.Texts());
        var (isOld, isNamedPart) = (reading.Flag(), reading.Flag());
        return new(proper, rest, isOld, reading.Text() is { Length: > 0 } script ? script : null) { IsNamedPart = isNamedPart };
    }

    private static Dictionary<PartKind, SortedSet<string>> ReadParts(ref ByteReading reading)
    {
        var count = reading.Number();
        var parts = count == 0 ? NoParts : new Dictionary<PartKind, SortedSet<string>>(count);
        for (; count > 0; count--)
        {
            parts.Add((PartKind)reading.Byte(), new SortedSet<string>(reading.Texts(), StringComparer.Ordinal));
        }

        return parts;
    }

    private static NameFeature[] ReadNames(ref ByteReading reading)
    {
        var names = new NameFeature[reading.Number()];
        for (var i = 0; i < names.Length; i++)
        {
            var isPerson = reading.Flag();
            names[i] = new NameFeature(reading.Texts(), isPerson);
        }

        return names;
    }

    private static SeriesFeature[] ReadSeries(ref ByteReading reading)
    {
        var series = new SeriesFeature[reading.Number()];
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = new SeriesFeature(reading.Text(), reading.Texts());
        }

        return series;
    }
}
