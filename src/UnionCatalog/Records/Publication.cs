namespace UnionCatalog.Records;

/// <summary>One place, publisher and date (MARC 260 or 264).</summary>
/// <param name="Place">The place as printed; null when not stated.</param>
/// <param name="Publisher">The publisher as printed; null when not stated.</param>
/// <param name="Date">The date as printed, such as "c2009" or "[s.a.]"; null when not stated.</param>
public sealed record Publication(string? Place, string? Publisher, string? Date);

/// <summary>The physical extent.</summary>
/// <param name="Text">As printed, such as "xii, 350 hlm. : ilus. ; 21 cm".</param>
/// <param name="Pages">The pages of the main sequence, 1 or more; null when the text names none.</param>
public sealed record Extent(string Text, int? Pages);

/// <summary>A series (MARC 490, 830, 440).</summary>
/// <param name="Title">The title of the series.</param>
/// <param name="Volume">The number within it as printed; null when not stated.</param>
public sealed record SeriesStatement(string Title, string? Volume)
{
    /// <summary>The canonical ISSN of the series; null when not stated or not valid.</summary>
    public string? Issn { get; init; }
}

/// <summary>A subject heading.</summary>
/// <param name="Text">The heading with its subdivisions joined by " -- ".</param>
/// <param name="Scheme">The scheme's MARC source code, such as "lcsh"; null when not stated.</param>
public sealed record Subject(string Text, string? Scheme);

/// <summary>A classification number.</summary>
/// <param name="Scheme">Which classification.</param>
/// <param name="Number">The number, without a Cutter or author mark where those are marked off.</param>
public sealed record Classification(ClassificationScheme Scheme, string Number);

/// <summary>The classifications told apart.</summary>
public enum ClassificationScheme
{
    /// <summary>Dewey Decimal Classification (MARC 082).</summary>
    Ddc,

    /// <summary>Universal Decimal Classification (MARC 080).</summary>
    Udc,

    /// <summary>Library of Congress Classification (MARC 050).</summary>
    Lcc,

    /// <summary>A library's own or an unnamed scheme (MARC 084, 09x).</summary>
    Local,
}

/// <summary>A link that the record names (MARC 856, a URL in dc:identifier or dc:relation).</summary>
/// <param name="Address">An absolute http or https address.</param>
/// <param name="Label">What the record calls it; null when it does not.</param>
/// <param name="Kind">Whether it leads to the record in the library's own catalogue, or to the thing itself.</param>
public sealed record RecordLink(Uri Address, string? Label, RecordLinkKind Kind);

/// <summary>Where a link leads.</summary>
public enum RecordLinkKind
{
    /// <summary>Not known.</summary>
    Other,

    /// <summary>This record's page in the library's own catalogue.</summary>
    CatalogPage,

    /// <summary>The full text or the resource itself.</summary>
    FullText,
}
