using UnionCatalog.Records;

namespace UnionCatalog.Members;

/// <summary>A member library as its configuration file describes it.</summary>
public sealed record Member
{
    /// <summary>The short name, the same as the file's name without ".json".</summary>
    public required SourceId Id { get; init; }

    /// <summary>The library's name as readers know it.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of library.</summary>
    public required LibraryKind Kind { get; init; }

    /// <summary>The place as a reader would say it, such as "Kecamatan Sewon".</summary>
    public required string Place { get; init; }

    /// <summary>The regency or city, such as "Kabupaten Bantul"; null when not told.</summary>
    public string? Regency { get; init; }

    /// <summary>The province, such as "DI Yogyakarta"; null when not told.</summary>
    public string? Province { get; init; }

    /// <summary>Where it is on the earth; null when not told.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>What a reader from elsewhere needs to know before going there.</summary>
    public VisitorInformation Visit { get; init; } = new();

    /// <summary>The library's own page; null when it has none.</summary>
    public Uri? Website { get; init; }

    /// <summary>
    /// The address of a record in the library's own catalogue. "{identifier}" stands for the record's identifier,
    /// "{number}" for the digits at its end. Null: the record's own link is used where it has one.
    /// </summary>
    public string? RecordLink { get; init; }

    /// <summary>How its catalogue is asked whether a book is in, now; null: it is not asked.</summary>
    public StatusRecipe? Status { get; init; }

    /// <summary>How its records come.</summary>
    public required MemberSource Source { get; init; }

    /// <summary>How many of its records may go at once without the coordinator's word.</summary>
    public RemovalLimit RemovalLimit { get; init; } = new();

    /// <summary>What is kept of the password with which the member sends records itself; null: it cannot.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Where its records keep their items.</summary>
    public HoldingsMapping Holdings { get; init; } = new();
}

/// <summary>A place on the earth.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public readonly record struct GeoPosition(double Latitude, double Longitude);

/// <summary>What a reader from elsewhere needs to know before going to a library; each is null when not told.</summary>
public sealed record VisitorInformation
{
    /// <summary>The postal address.</summary>
    public string? Address { get; init; }

    /// <summary>The telephone number as it is dialled.</summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>When it is open, in words.</summary>
    public string? OpeningHours { get; init; }

    /// <summary>What it lends to readers from elsewhere, in words.</summary>
    public string? LendingPolicy { get; init; }
}

/// <summary>The kinds of library in a network of schools.</summary>
public enum LibraryKind
{
    /// <summary>Primary school (SD).</summary>
    PrimarySchool,

    /// <summary>Junior high school (SMP).</summary>
    JuniorHighSchool,

    /// <summary>Senior high school (SMA).</summary>
    SeniorHighSchool,

    /// <summary>Vocational school (SMK).</summary>
    VocationalSchool,

    /// <summary>Madrasah (MI, MTs, MA).</summary>
    Madrasah,

    /// <summary>Public library.</summary>
    PublicLibrary,

    /// <summary>Any other.</summary>
    Other,
}
