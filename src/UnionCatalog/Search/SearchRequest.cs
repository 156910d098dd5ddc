using UnionCatalog.Records;

namespace UnionCatalog.Search;

/// <summary>What a reader asks, whichever door it came in by. All parts must hold.</summary>
public sealed record SearchRequest
{
    /// <summary>What was typed, in the language of the search box. Empty: everything.</summary>
    public string Text { get; init; } = "";

    /// <summary>Words to be found in one field each.</summary>
    public IReadOnlyDictionary<SearchField, string> Fields { get; init; } = new Dictionary<SearchField, string>();

    /// <summary>Values chosen from facets; any of one facet's values will do, and every facet must hold.</summary>
    public IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> Facets { get; init; } =
        new Dictionary<SearchFacet, IReadOnlyList<string>>();

    /// <summary>The first year wanted; null: any.</summary>
    public int? YearFrom { get; init; }

    /// <summary>The last year wanted; null: any.</summary>
    public int? YearTo { get; init; }

    /// <summary>Only editions that came into the union on this day or later; null: any.</summary>
    public DateOnly? AddedFrom { get; init; }

    /// <summary>The place from which "nearest" is reckoned, a regency or place of the libraries; null: none was chosen.</summary>
    public string? Near { get; init; }

    /// <summary>The order. Default: by relevance.</summary>
    public SearchSort Sort { get; init; } = SearchSort.Relevance;

    /// <summary>Which page, from 1. Default: 1. Page times size is at most 10,000.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Clusters a page, 1 to <see cref="MaximumSize"/>. Default: 20.</summary>
    public int Size { get; init; } = 20;

    /// <summary>
    /// Where to go on, as <see cref="SearchResult.Next"/> gave it: reaches every hit, however many there are. Counts no facets. Null: by
    /// <see cref="Page"/>.
    /// </summary>
    public string? After { get; init; }

    /// <summary>The largest page: 100.</summary>
    public const int MaximumSize = 100;

    /// <summary>The last hit that paging reaches: 10,000.</summary>
    public const int MaximumReach = 10_000;

    /// <summary>The value of <see cref="SearchFacet.Available"/>.</summary>
    public const string AvailableNow = "now";

    /// <summary>The longest text in one field, in characters: 1,000.</summary>
    public const int MaximumTextLength = 1_000;
}

/// <summary>The fields that can be searched by name.</summary>
public enum SearchField
{
    /// <summary>Titles of every kind.</summary>
    Title,

    /// <summary>Names of persons and bodies.</summary>
    Author,

    /// <summary>Subject headings.</summary>
    Subject,

    /// <summary>Series titles.</summary>
    Series,

    /// <summary>Publishers and places of publication.</summary>
    Publisher,

    /// <summary>ISBN, ISSN and other numbers, in any form.</summary>
    Identifier,

    /// <summary>Classification and call numbers.</summary>
    Classification,
}

/// <summary>What results can be counted and narrowed by.</summary>
public enum SearchFacet
{
    /// <summary>The holding library: the member's id.</summary>
    Library,

    /// <summary>The kind of library, as <see cref="Members.LibraryKind"/> is written in configuration files.</summary>
    Kind,

    /// <summary>The library's province.</summary>
    Province,

    /// <summary>The library's regency or city (kabupaten, kota).</summary>
    Regency,

    /// <summary>The library's place.</summary>
    Place,

    /// <summary>Whether it can be had now: <see cref="SearchRequest.AvailableNow"/>, or no value.</summary>
    Available,

    /// <summary>The kind of thing, as <see cref="ResourceFormat"/> in lower case.</summary>
    Format,

    /// <summary>The language, as an ISO 639-2/B code.</summary>
    Language,

    /// <summary>The year of publication.</summary>
    Year,

    /// <summary>A subject heading, as the edition's card words it.</summary>
    SubjectHeading,

    /// <summary>A person or body, as the edition's card words it.</summary>
    AuthorName,

    /// <summary>The audience, as the edition's card words it.</summary>
    Audience,

    /// <summary>A main class of the Dewey Decimal Classification, "000" to "900".</summary>
    Class,
}

/// <summary>The orders of a result.</summary>
public enum SearchSort
{
    /// <summary>The best first.</summary>
    Relevance,

    /// <summary>The latest year first.</summary>
    Newest,

    /// <summary>The earliest year first.</summary>
    Oldest,

    /// <summary>By title, from A to Z.</summary>
    Title,

    /// <summary>Held by the most libraries first.</summary>
    MostHeld,

    /// <summary>The latest to come into the union first.</summary>
    Added,

    /// <summary>In the order in which they came into the union. An edition keeps its place whatever becomes of others: for whoever fetches all.</summary>
    Arrival,

    /// <summary>Held by the library nearest to <see cref="SearchRequest.Near"/> first; by relevance where none was chosen.</summary>
    Nearest,
}
