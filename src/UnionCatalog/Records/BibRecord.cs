namespace UnionCatalog.Records;

/// <summary>
/// One bibliographic record with its holdings, whatever format it came in. Lists are never null; text is trimmed,
/// in Unicode NFC, and free of the punctuation that MARC uses only to separate subfields.
/// </summary>
/// <remarks>A class, not a record: it holds lists, and a generated equality would compare them by reference.</remarks>
public sealed class BibRecord
{
    /// <summary>Control and system numbers: MARC 001 with 003, 010, 016, 035; MODS recordIdentifier.</summary>
    public IReadOnlyList<ControlNumber> ControlNumbers { get; init; } = [];

    /// <summary>ISBN, ISSN and other standard identifiers, valid or not; see <see cref="StandardIdentifier.IsValid"/>.</summary>
    public IReadOnlyList<StandardIdentifier> Identifiers { get; init; } = [];

    /// <summary>The title. <see cref="Records.Title.Proper"/> is empty where the record has none.</summary>
    public Title Title { get; init; } = Title.None;

    /// <summary>The uniform title and the titles of the original, which other editions share; at most 10.</summary>
    public IReadOnlyList<WorkTitle> WorkTitles { get; init; } = [];

    /// <summary>The statement of responsibility as printed (MARC 245 $c), without the separating slash.</summary>
    public string? Responsibility { get; init; }

    /// <summary>Persons, bodies and meetings, the main one first, each name with its role.</summary>
    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    /// <summary>The edition statement as printed, such as "Ed. 2" or "Cet. 10".</summary>
    public string? Edition { get; init; }

    /// <summary>Places and publishers, in the order of the record.</summary>
    public IReadOnlyList<Publication> Publications { get; init; } = [];

    /// <summary>The year of publication, 1000 to 2100, from 008, 264, 260, dateIssued or dc:date; null when unknown.</summary>
    public int? Year { get; init; }

    /// <summary>The physical extent; null when the record says nothing.</summary>
    public Extent? Extent { get; init; }

    /// <summary>The series that this is a part of.</summary>
    public IReadOnlyList<SeriesStatement> Series { get; init; } = [];

    /// <summary>Subject headings with their scheme.</summary>
    public IReadOnlyList<Subject> Subjects { get; init; } = [];

    /// <summary>Classification numbers with their scheme.</summary>
    public IReadOnlyList<Classification> Classifications { get; init; } = [];

    /// <summary>Languages of the text as ISO 639-2/B codes, three lower-case letters, such as "ind"; the main one first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The kind of thing described.</summary>
    public ResourceFormat Format { get; init; } = ResourceFormat.Unknown;

    /// <summary>The carrier as the record words it (MARC 338 $a, 245 $h; MODS form), such as "volume".</summary>
    public string? Carrier { get; init; }

    /// <summary>The audience as the record words it (MARC 521, 008/22; MODS targetAudience).</summary>
    public string? Audience { get; init; }

    /// <summary>
    /// For whom it is, in one word for all the ways of saying it: "children", "teenagers", "junior-high", "grade10"; what the
    /// record says where that is none of those known; empty where it says nothing.
    /// </summary>
    public IReadOnlyList<string> AudienceLevels => Text.AudienceLevels.Find(Audience);

    /// <summary>General notes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The summary or abstract.</summary>
    public string? Summary { get; init; }

    /// <summary>The table of contents.</summary>
    public string? Contents { get; init; }

    /// <summary>Links named by the record, http and https only.</summary>
    public IReadOnlyList<RecordLink> Links { get; init; } = [];

    /// <summary>The cover picture, http or https only; null when there is none.</summary>
    public Uri? Cover { get; init; }

    /// <summary>What the library holds, one entry an item where the source names items, otherwise one for the record.</summary>
    public IReadOnlyList<Holding> Holdings { get; init; } = [];
}
