using UnionCatalog.Matching.Features;
using UnionCatalog.Records;

namespace UnionCatalog.Matching;

/// <summary>What of a record counts when it is compared with another, each in the form in which it is compared.</summary>
internal sealed class MatchFeatures
{
    /// <summary>The valid ISBNs of this volume as 13 digits, those of the set left out, in their order.</summary>
    public required IReadOnlyList<string> Isbns { get; init; }

    /// <summary>The digits of ISBNs that are not valid.</summary>
    public required IReadOnlyList<string> InvalidIsbns { get; init; }

    /// <summary>The valid ISSNs.</summary>
    public required IReadOnlyList<string> Issns { get; init; }

    /// <summary>The numbers that national bibliographies and union catalogues gave it, each after its agency and a colon.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

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

    /// <summary>Every year that its dates name, such as those of printings, in their order.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>Whether it says that it is a printing after the first, whose year is another than the edition's.</summary>
    public required bool IsLaterPrinting { get; init; }

    /// <summary>The publishers.</summary>
    public required IReadOnlyList<PublisherFeature> Publishers { get; init; }

    /// <summary>The words of the places of publication.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>The series that it is a part of.</summary>
    public required IReadOnlyList<SeriesFeature> Series { get; init; }

    /// <summary>The edition.</summary>
    public required EditionStatement Edition { get; init; }

    /// <summary>The pages.</summary>
    public required PageCounts? Pages { get; init; }

    /// <summary>How many volumes it has: 0 when the record does not say, -1 when it says several.</summary>
    public required int Volumes { get; init; }

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
        IReadOnlyList<SeriesFeature> series = [.. record.Series.Take(SeriesFeature.Most).Select(SeriesFeature.Read)];
        NamedVolumes.Add(record, title, series, parts);
        IReadOnlySet<string> volumes = parts.GetValueOrDefault(PartKind.Volume) ?? [];
        return new MatchFeatures
        {
            Isbns = VolumeIdentifiers.Read(record, IdentifierKind.Isbn, volumes),
            InvalidIsbns = VolumeIdentifiers.ReadInvalid(record),
            Issns = VolumeIdentifiers.Read(record, IdentifierKind.Issn, volumes),
            Numbers = AgencyNumbers.Read(record),
            Title = title,
            Parts = parts,
            Names = [.. record.Contributors.Take(NameFeature.Most).Select(NameFeature.Read).OfType<NameFeature>()],
            Responsibility = PersonNameWords.ReadStatement(record.Responsibility ?? ""),
            Year = record.Year,
            Years = PublicationYears.Read(record),
            IsLaterPrinting = PrintingNumber.IsLater(record),
            Publishers = [.. record.Publications.Select(publication => PublisherFeature.Read(publication.Publisher)).OfType<PublisherFeature>().DistinctBy(publisher => publisher.Name).Take(PublisherFeature.Most)],
            Places = PlaceWords.Read(record.Publications),
            Series = series,
            Edition = edition == EditionStatement.None ? editionInTitle : edition,
            Pages = PageCounts.Read(record.Extent),
            Volumes = VolumeCount.Read(record.Extent),
            Languages = LanguageCodes.Read(record),
            Format = record.Format,
        };
    }
}
