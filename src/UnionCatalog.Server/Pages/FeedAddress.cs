using UnionCatalog.Search;
using UnionCatalog.Server.Api;

namespace UnionCatalog.Server.Pages;

/// <summary>Where pages can be subscribed to.</summary>
internal static class FeedAddress
{
    /// <summary>A search, kept as a feed of what newly fits it: which page and which order it was looked at in is not part of it.</summary>
    public static string OfSearch(SearchRequest request) =>
        "/feeds/search.atom" + SearchAddress.Of(request with { Page = 1, Size = new SearchRequest().Size, Sort = SearchSort.Relevance, Near = null });

    /// <summary>New titles, of some libraries or subjects or of all.</summary>
    /// <param name="format">"atom" or "rss".</param>
    /// <param name="facets">What narrows them.</param>
    public static string OfNew(string format, IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> facets) => $"/new.{format}" + SearchAddress.Of(new SearchRequest { Facets = facets });

    /// <summary>The page of new titles.</summary>
    public static string NewPage(IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> facets) => "/new" + SearchAddress.Of(new SearchRequest { Facets = facets });
}
