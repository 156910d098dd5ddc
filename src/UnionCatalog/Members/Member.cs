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

    /// <summary>The library's own page; null when it has none.</summary>
    public Uri? Website { get; init; }

    /// <summary>
    /// The address of a record in the library's own catalogue. "{identifier}" stands for the record's identifier,
    /// "{number}" for the digits at its end. Null: the record's own link is used where it has one.
    /// </summary>
    public string? RecordLink { get; init; }

    /// <summary>How its records come.</summary>
    public required MemberSource Source { get; init; }

    /// <summary>How many of its records may go at once without the coordinator's word.</summary>
    public RemovalLimit RemovalLimit { get; init; } = new();

    /// <summary>What is kept of the password with which the member sends records itself; null: it cannot.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Where its records keep their items.</summary>
    public HoldingsMapping Holdings { get; init; } = new();
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
