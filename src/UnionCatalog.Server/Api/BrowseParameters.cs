using UnionCatalog.Search;
using UnionCatalog.Search.Browsing;

namespace UnionCatalog.Server.Api;

/// <summary>The parameters of a page of a list, for the API and for the page alike.</summary>
internal static class BrowseParameters
{
    private static readonly string[] Directions = ["forward", "backward"];

    public static readonly IReadOnlyList<ApiParameter> All =
    [
        new("from", "Where to stand in the list, in any spelling: the headings from there on are given. Default: the beginning."),
        new("direction", "forward, or backward for the headings that come before. Default: forward.") { Choices = Directions },
        new("cursor", "Where to go on, instead of \"from\": the answer's \"next\" and \"previous\" are addresses that have it."),
        new("size", $"Headings a page, 1 to {BrowseRequest.MaximumSize}. Default: 25.") { IsNumber = true },
    ];

    /// <summary>The list of this name, in capitals or not; null: there is none.</summary>
    public static BrowseList? List(string name) =>
        Enum.GetValues<BrowseList>().Cast<BrowseList?>().FirstOrDefault(list => string.Equals(SearchParameters.NameOf(list!.Value), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads which part of a list is wanted.</summary>
    /// <exception cref="InvalidSearchException">A parameter cannot be understood; the message says which and what is expected.</exception>
    public static BrowseRequest Read(BrowseList list, IQueryCollection query) => new(list)
    {
        From = SearchParameters.Text(query, "from"),
        Cursor = SearchParameters.Text(query, "cursor") is { Length: > 0 } cursor ? cursor : null,
        IsBackward = SearchParameters.Text(query, "direction") switch
        {
            "" or "forward" => false,
            "backward" => true,
            _ => throw new InvalidSearchException("direction", $"direction: expected is one of {string.Join(", ", Directions)}.", SearchFault.UnknownChoice, string.Join(", ", Directions)),
        },
        Size = SearchParameters.Number(query, "size") ?? new BrowseRequest(list).Size,
    };
}
