using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Matching;

/// <summary>What of a record counts when it is compared with another, each in the form in which it is compared.</summary>
internal sealed class MatchFeatures
{
    /// <summary>The valid ISBNs of this volume as 13 digits, those of the set left out.</summary>
    public required IReadOnlySet<string> Isbns { get; init; }

    /// <summary>The valid ISSNs.</summary>
    public required IReadOnlySet<string> Issns { get; init; }

    /// <summary>The title.</summary>
    public required TitleFeature Title { get; init; }

    /// <summary>The numbers of the part, from wherever the record names them.</summary>
    public required IReadOnlyDictionary<PartKind, SortedSet<string>> Parts { get; init; }

    /// <summary>Persons and bodies, the main one first.</summary>
    public required IReadOnlyList<NameFeature> Names { get; init; }

    /// <summary>The words of the statement of responsibility, folded as those of names are.</summary>
    public required IReadOnlySet<string> Responsibility { get; init; }

    /// <summary>The year of publication.</summary>
    public required int? Year { get; init; }

    /// <summary>The publishers.</summary>
    public required IReadOnlyList<PublisherFeature> Publishers { get; init; }

    /// <summary>The series that it is a part of.</summary>
    public required IReadOnlyList<SeriesFeature> Series { get; init; }

    /// <summary>The edition.</summary>
    public required EditionStatement Edition { get; init; }

    /// <summary>The pages.</summary>
    public required PageCounts? Pages { get; init; }

    /// <summary>The languages of the text; those that name no one language left out.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The kind of thing.</summary>
    public required ResourceFormat Format { get; init; }

    /// <summary>Reads the features of a record.</summary>
    public static MatchFeatures From(BibRecord record)
    {
        var parts = new Dictionary<PartKind, SortedSet<string>>();
        var (title, editionInTitle) = TitleFeature.Read(record.Title, record.Year, parts);
        var edition = EditionStatement.Read(record.Edition);
        AddVolumesNamedElsewhere(record, title, parts);
        IReadOnlySet<string> volumes = parts.GetValueOrDefault(PartKind.Volume) ?? [];
        return new MatchFeatures
        {
            Isbns = VolumeIdentifiers.Read(record, IdentifierKind.Isbn, volumes),
            Issns = VolumeIdentifiers.Read(record, IdentifierKind.Issn, volumes),
            Title = title,
            Parts = parts,
            Names = [.. record.Contributors.Select(NameFeature.Read).OfType<NameFeature>()],
            Responsibility = PersonNameWords.ReadStatement(record.Responsibility ?? ""),
            Year = record.Year,
            Publishers = [.. record.Publications.Select(publication => PublisherFeature.Read(publication.Publisher)).OfType<PublisherFeature>()],
            Series = [.. record.Series.Select(SeriesFeature.Read)],
            Edition = edition == EditionStatement.None ? editionInTitle : edition,
            Pages = PageCounts.Read(record.Extent),
            Languages = [.. record.Languages.Where(language => language is not ("und" or "zxx" or "mul"))],
            Format = record.Format,
        };
    }

    // "Naruto" in the series "Naruto" with number 5, or with the ISBN "(jil. 5)", is volume 5.
    private static void AddVolumesNamedElsewhere(BibRecord record, TitleFeature title, Dictionary<PartKind, SortedSet<string>> parts)
    {
        if (parts.ContainsKey(PartKind.Volume))
        {
            return;
        }

        var series = record.Series
            .Select(SeriesFeature.Read)
            .Where(series => series.Title == title.Proper)
            .SelectMany(series => series.Volume)
            .Select(NumberWord.Read)
            .OfType<string>();
        var volumes = new SortedSet<string>(series.Concat(VolumeIdentifiers.VolumesNamed(record)), StringComparer.Ordinal);
        if (volumes.Count > 0)
        {
            parts[PartKind.Volume] = volumes;
        }
    }
}
