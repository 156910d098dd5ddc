namespace UnionCatalog.Records;

/// <summary>A person, body or meeting that had a part in the work.</summary>
/// <param name="Name">The name as the record inverts it, such as "Toer, Pramoedya Ananta".</param>
/// <param name="Kind">Person, body or meeting.</param>
public sealed record Contributor(string Name, ContributorKind Kind)
{
    /// <summary>What stands between several roles of one contributor. A term may hold a comma ("writer of introduction, etc.").</summary>
    public const string RoleSeparator = "; ";

    /// <summary>
    /// A MARC relator term in lower case English, such as "author", "translator"; null when not stated. Several are joined by
    /// <see cref="RoleSeparator"/>.
    /// </summary>
    public string? Role { get; init; }

    /// <summary>Whether this is the main entry (MARC 1xx; the first dc:creator).</summary>
    public bool IsMain { get; init; }

    /// <summary>Dates of birth and death as printed; null when not stated.</summary>
    public string? Dates { get; init; }

    /// <summary>The name in its original script (MARC 880).</summary>
    public string? OriginalScript { get; init; }
}

/// <summary>The kinds of contributor.</summary>
public enum ContributorKind
{
    /// <summary>A person (MARC 100, 700).</summary>
    Person,

    /// <summary>A corporate body (MARC 110, 710).</summary>
    Corporate,

    /// <summary>A meeting (MARC 111, 711).</summary>
    Meeting,
}
