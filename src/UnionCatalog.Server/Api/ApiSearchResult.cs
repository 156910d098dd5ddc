using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>A page of results.</summary>
/// <param name="Total">How many editions were found, exactly, unless IsPartial: then at least so many.</param>
/// <param name="Page">Which page this is, from 1; null where a cursor asked for it.</param>
/// <param name="Size">Editions a page.</param>
/// <param name="Next">The address of what comes behind; null: nothing does, or it is in the order of nearness, which is gone through by pages only.</param>
/// <param name="Widening">How the search was made wider because nothing was found as it was asked.</param>
/// <param name="DidYouMean">What may have been meant, to be asked instead; null: no better guess.</param>
/// <param name="IsPartial">The time was spent before everything was looked at: there may be more.</param>
/// <param name="Results">The editions of this page.</param>
/// <param name="Facets">For each facet its most frequent values over all results, with their counts; none where a cursor asked for it.</param>
public sealed record ApiSearchResult(
    long Total,
    int? Page,
    int Size,
    string? Next,
    SearchWidening Widening,
    string? DidYouMean,
    bool IsPartial,
    IReadOnlyList<ApiRecord> Results,
    IReadOnlyDictionary<string, IReadOnlyList<ApiFacetValue>> Facets);
