using UnionCatalog.FullText;
using UnionCatalog.Store;

namespace UnionCatalog.Search;

/// <summary>Searches the union. Every door asks here.</summary>
public sealed class CatalogSearch
{
    /// <summary>Searches the last committed state of the index.</summary>
    public CatalogSearch(SearchIndex index) => throw new NotImplementedException();

    /// <summary>Searches.</summary>
    /// <exception cref="InvalidSearchException">The request is beyond a limit; the message says which part and which limit.</exception>
    public SearchResult Search(SearchRequest request, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>One edition; null when there is none of this name.</summary>
    public CatalogEntry? Find(ClusterId id) => throw new NotImplementedException();
}

/// <summary>A search that cannot be answered as it was asked.</summary>
/// <param name="field">Which part of the request, as doors name it: "q", "page", "size" …</param>
/// <param name="message">What is wrong with it and what is allowed.</param>
public sealed class InvalidSearchException(string field, string message) : Exception(message)
{
    /// <summary>Which part of the request.</summary>
    public string Field { get; } = field;
}
