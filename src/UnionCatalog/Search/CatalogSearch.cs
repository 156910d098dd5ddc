using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;
using UnionCatalog.Store;

namespace UnionCatalog.Search;

/// <summary>Searches the union's last committed index. Every door asks here. Safe to use from several threads.</summary>
/// <param name="index">The index of clusters.</param>
/// <param name="members">Where the libraries' own catalogues are.</param>
public sealed partial class CatalogSearch(SearchIndex index, MemberDirectory members)
{
    /// <summary>Values a facet gives at most: 50, but every library that the network can have.</summary>
    private const int FacetValues = 50;
    private const int LibraryValues = 1_000;

    /// <summary>How many editions can be found.</summary>
    public int EntryCount => index.Snapshot.DocumentCount;

    /// <summary>Searches.</summary>
    /// <exception cref="InvalidSearchException">The request is beyond a limit; the message says which part and which limit.</exception>
    public SearchResult Search(SearchRequest request, CancellationToken cancellation = default)
    {
        SearchLimits.Check(request);
        var hits = index.Snapshot.Search(Plan(request), cancellation);
        return new SearchResult(
            request,
            hits.Total,
            [.. hits.Hits.Select(hit => WithLinks(EntryJson.Read(hit.Stored)))],
            Enum.GetValues<SearchFacet>().ToDictionary(facet => facet, facet => hits.Facets[CatalogSchema.ColumnOf(facet)]));
    }

    /// <summary>One edition; null when there is none of this name.</summary>
    public CatalogEntry? Find(ClusterId id) =>
        index.Snapshot.FindStored(id.Value) is { } stored ? WithLinks(EntryJson.Read(stored)) : null;

    private static SearchPlan Plan(SearchRequest request) => new()
    {
        Query = new Query.AllOf([Words(request.Text), .. request.Fields.Select(field => FieldWords(field.Key, field.Value))]),
        Filters = [.. request.Facets.Where(facet => facet.Value.Count > 0).Select(facet => new FacetFilter(CatalogSchema.ColumnOf(facet.Key), facet.Value))],
        NumberFilters = request is { YearFrom: null, YearTo: null }
            ? []
            : [new NumberFilter(CatalogSchema.YearNumber, request.YearFrom ?? int.MinValue, request.YearTo ?? int.MaxValue)],
        Facets = [.. Enum.GetValues<SearchFacet>().Select(facet =>
            new FacetRequest(CatalogSchema.ColumnOf(facet), facet == SearchFacet.Library ? LibraryValues : FacetValues))],
        Sort = Order(request.Sort),
        Offset = (request.Page - 1) * request.Size,
        Count = request.Size,
    };

    private static Query Words(string text) =>
        SearchIdentifier.Find(text) is { } identifier
            ? new Query.Term(CatalogSchema.Identifier, identifier.ToLowerInvariant())
            : TextQuery.AllWords(CatalogSchema.Schema, CatalogSchema.WordFields, text);

    private static Query FieldWords(SearchField field, string text) => field == SearchField.Identifier
        ? new Query.Term(CatalogSchema.Identifier, (SearchIdentifier.Find(text) ?? SearchIdentifier.Bare(text)).ToLowerInvariant())
        : TextQuery.AllWords(CatalogSchema.Schema, [CatalogSchema.FieldOf(field)], text);

    private static SortBy[] Order(SearchSort sort) => sort switch
    {
        SearchSort.Newest => [new SortBy(CatalogSchema.YearNumber, Descending: true), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.Oldest => [new SortBy(CatalogSchema.YearNumber, Descending: false), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.Title => [new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.MostHeld => [new SortBy(CatalogSchema.LibraryCount, Descending: true), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        _ => [],
    };

    /// <summary>The member's configured address of a record goes before the one that the record names.</summary>
    private CatalogEntry WithLinks(CatalogEntry entry) => new()
    {
        Id = entry.Id,
        Description = entry.Description,
        Libraries = [.. entry.Libraries.Select(held => held with { Link = ConfiguredLink(held) ?? held.Link })],
    };

    private Uri? ConfiguredLink(LibraryHoldings held)
    {
        if (members.Find(held.Library)?.RecordLink is not { } template)
        {
            return null;
        }

        var address = template
            .Replace("{identifier}", Uri.EscapeDataString(held.Identifier), StringComparison.Ordinal)
            .Replace("{number}", LastDigits().Match(held.Identifier).Value, StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;
    }

    [GeneratedRegex("[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex LastDigits();
}
