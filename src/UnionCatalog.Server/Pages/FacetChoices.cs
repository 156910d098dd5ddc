using UnionCatalog.FullText;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Pages;

/// <summary>One value that results can be narrowed by.</summary>
/// <param name="Value">The value, as it stands in an address.</param>
/// <param name="Count">How many results have it, beside what is chosen of other facets.</param>
/// <param name="IsChosen">Whether the search is narrowed by it.</param>
public sealed record FacetChoice(string Value, long Count, bool IsChosen);

/// <summary>What is offered to narrow a search by.</summary>
/// <param name="request">The search, for what is chosen already.</param>
/// <param name="counts">The values and how many have them, the most frequent first.</param>
/// <param name="total">How many results there are; null where it is not known.</param>
public sealed class FacetChoices(SearchRequest request, IReadOnlyDictionary<SearchFacet, IReadOnlyList<FacetCount>> counts, long? total = null)
{
    /// <summary>Places from the smallest to the largest.</summary>
    private static readonly IReadOnlyList<SearchFacet> Places = [SearchFacet.Place, SearchFacet.Regency, SearchFacet.Province];

    public FacetChoices(SearchResult result)
        : this(result.Request, result.Facets, result.Total)
    {
    }

    /// <summary>The levels of place that tell results apart, the smallest first.</summary>
    public IReadOnlyList<SearchFacet> PlaceLevels => [.. Places.Where(IsUseful)];

    /// <summary>A facet's values, those chosen first, even those that nothing is left of: only so can they be unticked.</summary>
    public IEnumerable<FacetChoice> Of(SearchFacet facet)
    {
        var chosen = Chosen(facet);
        var found = counts.GetValueOrDefault(facet, []);
        var missing = chosen.Where(value => found.All(count => count.Value != value));
        return found.Select(count => new FacetChoice(count.Value, count.Count, chosen.Contains(count.Value)))
            .Concat(missing.Select(value => new FacetChoice(value, 0, IsChosen: true)))
            .OrderByDescending(choice => choice.IsChosen);
    }

    /// <summary>How many values are chosen of a facet.</summary>
    public int CountChosen(SearchFacet facet) => Chosen(facet).Count;

    /// <summary>A single value that all results have narrows nothing.</summary>
    public bool IsUseful(SearchFacet facet) => Chosen(facet).Count > 0 || counts.GetValueOrDefault(facet, []) switch
    {
        [] => false,
        [var only] => only.Count < total,
        _ => true,
    };

    private IReadOnlyList<string> Chosen(SearchFacet facet) => request.Facets.GetValueOrDefault(facet, []);
}
