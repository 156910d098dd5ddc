using UnionCatalog.Search;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Search.Suggesting;

namespace UnionCatalog.Server.Api;

/// <summary>Where headings and suggestions lead.</summary>
internal static class HeadingAddress
{
    /// <summary>The search for the editions under a heading; null: its text cannot be looked for.</summary>
    public static string? Of(BrowseList list, BrowseEntry entry) => list switch
    {
        BrowseList.Author => OfFacet(SearchFacet.AuthorName, entry.Spellings) ?? FieldAddress.Of(SearchField.Author, entry.Heading),
        BrowseList.Subject => OfFacet(SearchFacet.SubjectHeading, entry.Spellings) ?? FieldAddress.Of(SearchField.Subject, entry.Heading),
        BrowseList.Title => FieldAddress.Of(SearchField.Title, entry.Heading),
        BrowseList.Series => FieldAddress.Of(SearchField.Series, entry.Heading),
        _ => FieldAddress.OfWhole(SearchField.Classification, entry.Heading),
    };

    /// <summary>The edition or search that a suggestion leads to; null: its text cannot be looked for.</summary>
    public static string? Of(Suggestion suggestion) => suggestion.Kind switch
    {
        SuggestionKind.Author => OfFacet(SearchFacet.AuthorName, [suggestion.Text]),
        SuggestionKind.Subject => OfFacet(SearchFacet.SubjectHeading, [suggestion.Text]),
        _ when suggestion.Edition is { } edition => "/records/" + Uri.EscapeDataString(edition),
        _ => FieldAddress.Of(SearchField.Title, suggestion.Text),
    };

    /// <summary>A page of a list.</summary>
    /// <param name="door">The page's or the API's address of the lists.</param>
    /// <param name="list">The list.</param>
    /// <param name="cursor">Where to go on; null: not at all.</param>
    /// <param name="isBackward">Whether backwards.</param>
    /// <param name="size">Headings a page; null: as many as by default.</param>
    public static string? Of(string door, BrowseList list, string? cursor, bool isBackward, int? size = null) => cursor is null
        ? null
        : FormattableString.Invariant($"{door}/{SearchParameters.NameOf(list)}?cursor={cursor}{(isBackward ? "&direction=backward" : "")}{(size is null ? "" : FormattableString.Invariant($"&size={size}"))}");

    /// <summary>All spellings together, so that as many editions are found as the list counts.</summary>
    private static string? OfFacet(SearchFacet facet, IReadOnlyList<string> values) =>
        values.Any(BrowseTerm.IsCut) ? null : "/search" + SearchAddress.Of(new SearchRequest { Facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [facet] = values } });
}
