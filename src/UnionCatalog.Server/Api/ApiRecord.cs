using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>One value of a facet.</summary>
/// <param name="Value">What to send back as a parameter to narrow the search.</param>
/// <param name="Name">What to show; null where the value itself is to be shown.</param>
/// <param name="Count">How many of the results have it.</param>
public sealed record ApiFacetValue(string Value, string? Name, long Count);

/// <summary>One edition with its holdings.</summary>
public record ApiRecord
{
    /// <summary>The edition's public name; its page is /records/ID.</summary>
    public required string Id { get; init; }

    /// <summary>The title in its parts.</summary>
    public required Title Title { get; init; }

    /// <summary>Uniform titles and titles of the original.</summary>
    public required IReadOnlyList<WorkTitle> WorkTitles { get; init; }

    /// <summary>The statement of responsibility as printed.</summary>
    public string? Responsibility { get; init; }

    /// <summary>Persons and bodies with their roles.</summary>
    public required IReadOnlyList<Contributor> Contributors { get; init; }

    /// <summary>The edition statement as printed.</summary>
    public string? Edition { get; init; }

    /// <summary>Places, publishers and dates as printed.</summary>
    public required IReadOnlyList<Publication> Publications { get; init; }

    /// <summary>The year of publication.</summary>
    public int? Year { get; init; }

    /// <summary>The physical extent.</summary>
    public Extent? Extent { get; init; }

    /// <summary>Series.</summary>
    public required IReadOnlyList<SeriesStatement> Series { get; init; }

    /// <summary>Subject headings.</summary>
    public required IReadOnlyList<Subject> Subjects { get; init; }

    /// <summary>Classification numbers.</summary>
    public required IReadOnlyList<Classification> Classifications { get; init; }

    /// <summary>ISBN, ISSN and others.</summary>
    public required IReadOnlyList<StandardIdentifier> Identifiers { get; init; }

    /// <summary>Languages as ISO 639-2/B codes.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The kind of thing.</summary>
    public required ResourceFormat Format { get; init; }

    /// <summary>The audience as the record words it.</summary>
    public string? Audience { get; init; }

    /// <summary>For whom it is, as the facet "audience" counts it: "children", "junior-high", "grade10"; the record's words where they are none of those known.</summary>
    public required IReadOnlyList<string> AudienceLevels { get; init; }

    /// <summary>The summary.</summary>
    public string? Summary { get; init; }

    /// <summary>The table of contents.</summary>
    public string? Contents { get; init; }

    /// <summary>Notes.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Links to full texts and the like.</summary>
    public required IReadOnlyList<RecordLink> Links { get; init; }

    /// <summary>The cover picture at its source.</summary>
    public Uri? Cover { get; init; }

    /// <summary>Who has it, one entry a library.</summary>
    public required IReadOnlyList<ApiHoldings> Holdings { get; init; }

    internal static ApiRecord From(CatalogEntry entry, MemberDirectory members)
    {
        var description = entry.Description;
        return new ApiRecord
        {
            Id = entry.Id,
            Title = description.Title,
            WorkTitles = description.WorkTitles,
            Responsibility = description.Responsibility,
            Contributors = description.Contributors,
            Edition = description.Edition,
            Publications = description.Publications,
            Year = description.Year,
            Extent = description.Extent,
            Series = description.Series,
            Subjects = description.Subjects,
            Classifications = description.Classifications,
            Identifiers = description.Identifiers,
            Languages = description.Languages,
            Format = description.Format,
            Audience = description.Audience,
            AudienceLevels = description.AudienceLevels,
            Summary = description.Summary,
            Contents = description.Contents,
            Notes = description.Notes,
            Links = description.Links,
            Cover = description.Cover,
            Holdings = [.. HoldingLibrary.Of(entry).Select(library => ApiHoldings.From(library, members))],
        };
    }
}

/// <summary>What one library holds of an edition.</summary>
/// <param name="Library">The library's id.</param>
/// <param name="LibraryName">The library's name.</param>
/// <param name="Link">The page of its first record in the library's own catalogue; null when not known.</param>
/// <param name="Records">Its records of the edition: usually one, several where the library has described it more than once.</param>
/// <param name="Items">The items of all of them, or one entry for the whole where the library names no items.</param>
public sealed record ApiHoldings(string Library, string LibraryName, Uri? Link, IReadOnlyList<ApiLibraryRecord> Records, IReadOnlyList<Holding> Items)
{
    internal static ApiHoldings From(HoldingLibrary library, MemberDirectory members) => new(
        library.Library.Value,
        members.Find(library.Library)?.Name ?? library.Library.Value,
        library.Records.Select(record => record.Link).FirstOrDefault(link => link is not null),
        [.. library.Records.Select(record => new ApiLibraryRecord(record.Identifier, record.Link))],
        library.Holdings);
}

/// <summary>A library's record of an edition.</summary>
/// <param name="Identifier">Its identifier in the library's system.</param>
/// <param name="Link">Its page in the library's own catalogue; null when not known.</param>
public sealed record ApiLibraryRecord(string Identifier, Uri? Link);
