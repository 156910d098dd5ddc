using UnionCatalog.Members;
using UnionCatalog.Reports;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>A member library.</summary>
public record ApiLibrary
{
    /// <summary>Its id, as in the facet "library"; its page is /libraries/ID.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of library, such as "junior-high-school".</summary>
    public required string Kind { get; init; }

    /// <summary>Its place.</summary>
    public required string Place { get; init; }

    /// <summary>Its regency or city; null when not told.</summary>
    public string? Regency { get; init; }

    /// <summary>Its province; null when not told.</summary>
    public string? Province { get; init; }

    /// <summary>Where it is on the earth; null when not told.</summary>
    public ApiPosition? Position { get; init; }

    /// <summary>What a reader from elsewhere needs to know before going there.</summary>
    public required VisitorInformation Visit { get; init; }

    /// <summary>Its own page; null when it has none.</summary>
    public Uri? Website { get; init; }

    /// <summary>How many of its records the union has.</summary>
    public required long Records { get; init; }

    /// <summary>When its last complete or failed harvest ended; null when there was none.</summary>
    public DateTimeOffset? LastHarvest { get; init; }

    internal static ApiLibrary From(MemberReport line) => new()
    {
        Id = line.Member.Id.Value,
        Name = line.Member.Name,
        Kind = LibraryKindNames.Of(line.Member.Kind),
        Place = line.Member.Place,
        Regency = line.Member.Regency,
        Province = line.Member.Province,
        Position = line.Member.Position is { } at ? new(at.Latitude, at.Longitude) : null,
        Visit = line.Member.Visit,
        Website = line.Member.Website,
        Records = line.LiveRecords,
        LastHarvest = line.Run?.Ended,
    };
}

/// <summary>A place on the earth, in degrees.</summary>
/// <param name="Latitude">North; negative: south.</param>
/// <param name="Longitude">East; negative: west.</param>
public sealed record ApiPosition(double Latitude, double Longitude);

/// <summary>A member library, and what its collection is made of, in editions.</summary>
/// <param name="Library">The library.</param>
/// <param name="Editions">How many editions it has.</param>
/// <param name="Classes">By main class of the Dewey Decimal Classification.</param>
/// <param name="Languages">By language, the most frequent first.</param>
/// <param name="Decades">By decade of publication, the earliest first.</param>
public sealed record ApiLibraryProfile(
    ApiLibrary Library, long Editions, IReadOnlyList<ApiFacetValue> Classes, IReadOnlyList<ApiFacetValue> Languages, IReadOnlyList<DecadeCount> Decades)
{
    internal static ApiLibraryProfile From(ApiLibrary library, CollectionProfile profile) =>
        new(library, profile.Total, [.. profile.Classes.Select(Value)], [.. profile.Languages.Select(Value)], profile.Decades);

    private static ApiFacetValue Value(FullText.FacetCount count) => new(count.Value, null, count.Count);
}
