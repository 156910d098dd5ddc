using System.Text;
using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Matching;

/// <summary>The features of a record as bytes. Equal features give equal bytes.</summary>
internal static class FeatureBytes
{
    /// <summary>Writes them.</summary>
    public static byte[] Write(MatchFeatures features)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        WriteList(writer, features.Isbns);
        WriteList(writer, features.InvalidIsbns);
        WriteList(writer, features.Issns);
        WriteList(writer, features.Numbers);
        WriteTitle(writer, features.Title);
        writer.Write7BitEncodedInt(features.Parts.Count);
        foreach (var (kind, values) in features.Parts.OrderBy(part => part.Key))
        {
            writer.Write((byte)kind);
            WriteList(writer, values);
        }

        writer.Write7BitEncodedInt(features.Names.Count);
        foreach (var name in features.Names)
        {
            writer.Write(name.IsPerson);
            WriteList(writer, name.Words);
        }

        WriteList(writer, features.Responsibility.Order(StringComparer.Ordinal));
        writer.Write7BitEncodedInt(features.Year ?? 0);
        writer.Write7BitEncodedInt(features.Years.Count);
        foreach (var year in features.Years)
        {
            writer.Write7BitEncodedInt(year);
        }

        writer.Write(features.IsLaterPrinting);
        WriteList(writer, features.Publishers.Select(publisher => publisher.Name));
        WriteList(writer, features.Places);
        writer.Write7BitEncodedInt(features.Series.Count);
        foreach (var series in features.Series)
        {
            writer.Write(series.Title);
            WriteList(writer, series.Volume);
        }

        writer.Write(features.Edition.Number ?? "");
        writer.Write(features.Edition.IsRevised);
        writer.Write7BitEncodedInt(features.Pages?.Main ?? 0);
        writer.Write7BitEncodedInt(features.Pages?.WithPreliminaries ?? 0);
        writer.Write7BitEncodedInt(features.Volumes);
        WriteList(writer, features.Languages);
        writer.Write((byte)features.Format);
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static MatchFeatures Read(ReadOnlySpan<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
        return new MatchFeatures
        {
            Isbns = ReadList(reader),
            InvalidIsbns = ReadList(reader),
            Issns = ReadList(reader),
            Numbers = ReadList(reader),
            Title = ReadTitle(reader),
            Parts = Repeat(reader, () => (Kind: (PartKind)reader.ReadByte(), Values: new SortedSet<string>(ReadList(reader), StringComparer.Ordinal)))
                .ToDictionary(part => part.Kind, part => part.Values),
            Names = Repeat(reader, () => (IsPerson: reader.ReadBoolean(), Words: ReadList(reader))).ConvertAll(name => new NameFeature(name.Words, name.IsPerson)),
            Responsibility = ReadList(reader).ToHashSet(StringComparer.Ordinal),
            Year = reader.Read7BitEncodedInt() is var year and > 0 ? year : null,
            Years = Repeat(reader, reader.Read7BitEncodedInt),
            IsLaterPrinting = reader.ReadBoolean(),
            Publishers = ReadList(reader).ConvertAll(name => new PublisherFeature(name)),
            Places = ReadList(reader),
            Series = Repeat(reader, () => new SeriesFeature(reader.ReadString(), ReadList(reader))),
            Edition = new EditionStatement(reader.ReadString() is { Length: > 0 } number ? number : null, reader.ReadBoolean()),
            Pages = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()) is var (main, whole) && main > 0 ? new PageCounts(main, whole) : null,
            Volumes = reader.Read7BitEncodedInt(),
            Languages = ReadList(reader),
            Format = (ResourceFormat)reader.ReadByte(),
        };
    }

    private static void WriteTitle(BinaryWriter writer, TitleFeature title)
    {
        WriteList(writer, title.ProperWords.ToArray());
        WriteList(writer, title.RestWords.ToArray());
        writer.Write(title.IsOldSpelling);
        writer.Write(title.IsNamedPart);
        writer.Write(title.Script ?? "");
    }

    private static TitleFeature ReadTitle(BinaryReader reader)
    {
        string[] proper = [.. ReadList(reader)];
        string[] rest = [.. ReadList(reader)];
        var (isOld, isNamedPart) = (reader.ReadBoolean(), reader.ReadBoolean());
        return new(proper, rest, isOld, reader.ReadString() is { Length: > 0 } script ? script : null) { IsNamedPart = isNamedPart };
    }

    private static void WriteList(BinaryWriter writer, IEnumerable<string> texts)
    {
        var list = texts.ToList();
        writer.Write7BitEncodedInt(list.Count);
        list.ForEach(writer.Write);
    }

    private static List<string> ReadList(BinaryReader reader) => Repeat(reader, reader.ReadString);

    private static List<T> Repeat<T>(BinaryReader reader, Func<T> read)
    {
        var list = new List<T>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            list.Add(read());
        }

        return list;
    }
}
