namespace UnionCatalog.Search.Card;

/// <summary>The parts of an edition's description, each chosen by itself.</summary>
public enum CardField
{
    /// <summary>The title proper.</summary>
    Title,

    /// <summary>The remainder of the title.</summary>
    Remainder,

    /// <summary>The number of the part.</summary>
    PartNumber,

    /// <summary>The name of the part.</summary>
    PartName,

    /// <summary>The title in another language.</summary>
    ParallelTitle,

    /// <summary>The title in its original script.</summary>
    OriginalScript,

    /// <summary>Uniform and original titles; a list.</summary>
    WorkTitles,

    /// <summary>The statement of responsibility.</summary>
    Responsibility,

    /// <summary>Persons and bodies; a list.</summary>
    Contributors,

    /// <summary>The edition statement.</summary>
    Edition,

    /// <summary>Places, publishers and dates; a list.</summary>
    Publications,

    /// <summary>The year of publication.</summary>
    Year,

    /// <summary>The physical extent.</summary>
    Extent,

    /// <summary>Series; a list.</summary>
    Series,

    /// <summary>Subject headings; a list.</summary>
    Subjects,

    /// <summary>Classification numbers; a list.</summary>
    Classifications,

    /// <summary>Standard identifiers; a list.</summary>
    Identifiers,

    /// <summary>Numbers by which agencies know the records; a list.</summary>
    ControlNumbers,

    /// <summary>Languages; a list.</summary>
    Languages,

    /// <summary>The kind of thing.</summary>
    Format,

    /// <summary>The carrier.</summary>
    Carrier,

    /// <summary>The audience.</summary>
    Audience,

    /// <summary>Notes; a list.</summary>
    Notes,

    /// <summary>The summary.</summary>
    Summary,

    /// <summary>The table of contents.</summary>
    Contents,

    /// <summary>Links; a list.</summary>
    Links,

    /// <summary>The cover picture.</summary>
    Cover,
}
