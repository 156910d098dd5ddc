using UnionCatalog.Search.Browsing;
using UnionCatalog.Search.Suggesting;

namespace UnionCatalog.Server.Api;

/// <summary>What may be about to be typed.</summary>
/// <param name="Suggestions">Titles, then authors, then subjects.</param>
public sealed record ApiSuggestions(IReadOnlyList<ApiSuggestion> Suggestions);

/// <summary>A suggestion.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="Address">Where it leads on this site: an edition, or a search.</param>
public sealed record ApiSuggestion(SuggestionKind Kind, string Text, string Address);

/// <summary>A page of an alphabetical list.</summary>
/// <param name="List">The list.</param>
/// <param name="Entries">Its headings, in their order.</param>
/// <param name="IsExact">Whether the first of them is the heading that "from" names.</param>
/// <param name="Previous">The address of what comes before; null: nothing does.</param>
/// <param name="Next">The address of what comes behind; null: nothing does.</param>
public sealed record ApiBrowsePage(BrowseList List, IReadOnlyList<ApiHeading> Entries, bool IsExact, string? Previous, string? Next)
{
    private const string Door = "/api/browse";

    internal static ApiBrowsePage From(BrowsePage page)
    {
        var (list, size) = (page.Request.List, page.Request.Size);
        return new(
            list,
            [.. page.Entries.Select(entry => new ApiHeading(entry.Heading, entry.Count, HeadingAddress.Of(list, entry)))],
            page.IsExact,
            HeadingAddress.Of(Door, list, page.Previous, isBackward: true, size),
            HeadingAddress.Of(Door, list, page.Next, isBackward: false, size));
    }
}

/// <summary>A heading.</summary>
/// <param name="Heading">As most editions write it; what is too long for a line ends with an ellipsis.</param>
/// <param name="Count">How many editions stand under it.</param>
/// <param name="Address">The search for them on this site; null: it cannot be looked for.</param>
public sealed record ApiHeading(string Heading, long Count, string? Address);
