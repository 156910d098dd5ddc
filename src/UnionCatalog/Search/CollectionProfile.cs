using System.Globalization;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Records;

namespace UnionCatalog.Search;

/// <summary>What a library's collection is made of, in editions.</summary>
/// <param name="Total">How many editions it has.</param>
/// <param name="Classes">By main class of the Dewey Decimal Classification, "000" first; an edition may be in several, or in none.</param>
/// <param name="Languages">By language, the most frequent first.</param>
/// <param name="Decades">By decade of publication, the earliest first; those without a year are in none.</param>
public sealed record CollectionProfile(
    long Total, IReadOnlyList<FacetCount> Classes, IReadOnlyList<FacetCount> Languages, IReadOnlyList<DecadeCount> Decades)
{
    /// <summary>What is older is counted as one: school libraries have little of it, and it is of many decades.</summary>
    private const int FirstDecade = 1950;

    private const int MostLanguages = 100;
    private const int MostYears = 1_000;

    internal static CollectionProfile Draw(IIndexSnapshot snapshot, SourceId library)
    {
        string Column(SearchFacet facet) => CatalogSchema.ColumnOf(facet);
        var hits = snapshot.Search(new SearchPlan
        {
            Query = new Query.Everything(),
            Filters = [new FacetFilter(Column(SearchFacet.Library), [library.Value])],
            Facets =
            [
                new FacetRequest(Column(SearchFacet.Class), Order: FacetOrder.Value), new FacetRequest(Column(SearchFacet.Language), MostLanguages),
                new FacetRequest(Column(SearchFacet.Year), MostYears),
            ],
            Count = 0,
        });
        return new(hits.Total, hits.Facets[Column(SearchFacet.Class)], hits.Facets[Column(SearchFacet.Language)], ByDecade(hits.Facets[Column(SearchFacet.Year)]));
    }

    private static List<DecadeCount> ByDecade(IEnumerable<FacetCount> years) =>
    [
        .. from count in years
           let year = int.Parse(count.Value, CultureInfo.InvariantCulture)
           group count.Count by year < FirstDecade ? (int?)null : year / 10 * 10 into decade
           orderby decade.Key ?? int.MinValue
           select new DecadeCount(decade.Key, (decade.Key ?? (FirstDecade - 10)) + 9, decade.Sum()),
    ];
}

/// <summary>How many editions are of a decade.</summary>
/// <param name="From">Its first year; null: any before.</param>
/// <param name="To">Its last year.</param>
/// <param name="Count">How many.</param>
public sealed record DecadeCount(int? From, int To, long Count);
