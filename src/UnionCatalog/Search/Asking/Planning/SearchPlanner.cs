using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Members;
using UnionCatalog.Search.Asking.Reading;
using UnionCatalog.Search.Asking.Spelling;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>Turns a request into plans for the index.</summary>
internal static class SearchPlanner
{
    /// <summary>Values a facet gives at most: 50, but every library that the network can have, and every year, which are drawn.</summary>
    private const int FacetValues = 50;
    private const int AllValues = 1_000;

    /// <summary>How long one search may take before it gives what it has.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    private static readonly FacetRequest[] Facets = [.. Enum.GetValues<SearchFacet>().Select(facet =>
        new FacetRequest(CatalogSchema.ColumnOf(facet), facet is SearchFacet.Library or SearchFacet.Year ? AllValues : FacetValues))];

    /// <summary>What the request's words ask for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="members">The libraries, for their names.</param>
    /// <param name="speller">Reads it more widely: words as others, phrases as words, and what may be no number as words; null: as it was typed.</param>
    /// <exception cref="InvalidSearchException">There are too many words in it.</exception>
    public static QuestionPlan PlanQuestion(SearchRequest request, MemberDirectory members, Speller? speller = null)
    {
        var planner = new QuestionPlanner(members, speller);
        planner.Add(speller is null ? QuestionReader.Read(request.Text) : QuestionReader.ReadWidely(request.Text));
        SearchLimits.CheckWords("q", planner.WordCount);
        foreach (var (field, text) in request.Fields.OrderBy(pair => pair.Key))
        {
            planner.Add(QuestionReader.Read(Asked(field), text));
            SearchLimits.CheckWords(field, planner.WordCount);
        }

        return planner.Plan(isRanked: request.Sort is SearchSort.Relevance or SearchSort.Nearest);
    }

    /// <summary>
    /// The plan of a search that gives the page behind a hit, and one hit more, to know whether there is another page. It is whole
    /// however long it takes: the first page, which is counted as well, had to keep to its time.
    /// </summary>
    public static SearchPlan PlanBehind(string hit, SearchRequest request, Query query) =>
        Plan(request, query) with { Facets = [], After = hit, Offset = 0, Count = request.Size + 1, Budget = null };

    /// <summary>The plan of a search that gives a page of results.</summary>
    public static SearchPlan Plan(SearchRequest request, Query query) => new()
    {
        Query = query,
        Filters = [.. request.Facets.Where(facet => facet.Value.Count > 0).Select(facet => new FacetFilter(CatalogSchema.ColumnOf(facet.Key), facet.Value))],
        NumberFilters = [.. NumberFilters(request)],
        Facets = Facets,
        Sort = Order(request.Sort),
        StaticBoost = new StaticBoost(CatalogSchema.Standing, 1f / Standing.Points),
        Offset = (request.Page - 1) * request.Size,
        Count = request.Size,
        Budget = Budget,
    };

    /// <summary>The plan of a search that only counts what a page would be cut from.</summary>
    public static SearchPlan Count(SearchRequest request, Query query) => Plan(request, query) with { Facets = [], Sort = [], StaticBoost = null, Offset = 0, Count = 0 };

    private static AskedField Asked(SearchField field) => field switch
    {
        SearchField.Classification => AskedField.CallNumber,
        _ => Enum.Parse<AskedField>(field.ToString()),
    };

    private static IEnumerable<NumberFilter> NumberFilters(SearchRequest request)
    {
        if (request is not { YearFrom: null, YearTo: null })
        {
            yield return new NumberFilter(CatalogSchema.YearNumber, request.YearFrom ?? int.MinValue, request.YearTo ?? int.MaxValue);
        }

        if (request.AddedFrom is { } day)
        {
            yield return new NumberFilter(CatalogSchema.Added, CatalogSchema.DayNumber(day), long.MaxValue);
        }
    }

    private static SortBy[] Order(SearchSort sort) => sort switch
    {
        SearchSort.Newest => [new SortBy(CatalogSchema.YearNumber, Descending: true), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.Oldest => [new SortBy(CatalogSchema.YearNumber, Descending: false), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.Title => [new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.Added => [new SortBy(CatalogSchema.Added, Descending: true), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        SearchSort.Arrival => [new SortBy(CatalogSchema.Added, Descending: false)],
        SearchSort.MostHeld => [new SortBy(CatalogSchema.LibraryCount, Descending: true), new SortBy(CatalogSchema.TitleOrder, Descending: false)],
        _ => [],
    };
}
