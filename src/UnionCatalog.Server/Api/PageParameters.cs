using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>The parameters of a page of a list that is gone through by numbers.</summary>
internal static class PageParameters
{
    private const int LargestPage = SearchRequest.MaximumSize;

    /// <summary>Them, for the API's description.</summary>
    /// <param name="usual">How many a page where it is not said.</param>
    /// <param name="reach">The last entry that pages reach.</param>
    public static IReadOnlyList<ApiParameter> Of(int usual, int reach) =>
    [
        new("page", $"Which page, from 1. Page times size is at most {reach}. Default: 1.") { IsNumber = true },
        new("size", $"How many a page, 1 to {LargestPage}. Default: {usual}.") { IsNumber = true },
    ];

    /// <summary>Reads which page is asked for.</summary>
    /// <exception cref="InvalidSearchException">It is no page; the message says what is expected.</exception>
    public static (int Page, int Size) Read(IQueryCollection query, int usual, int reach)
    {
        var (page, size) = (SearchParameters.Number(query, "page") ?? 1, SearchParameters.Number(query, "size") ?? usual);
        return size is < 1 or > LargestPage ? throw new InvalidSearchException("size", $"size: a page holds 1 to {LargestPage}.")
            : page < 1 ? throw new InvalidSearchException("page", "page: pages count from 1.")
            : (long)page * size > reach ? throw new InvalidSearchException("page", $"page: page times size is at most {reach}.")
            : (page, size);
    }
}
