using UnionCatalog.Search;

namespace UnionCatalog.Server.Pages;

/// <summary>The titles that are new in the union: of this week, and of the three before.</summary>
/// <param name="Week">The latest of the last seven days.</param>
/// <param name="Month">The last four weeks, of which the counts are told.</param>
/// <param name="Earlier">The latest of those four weeks that are not of the last one.</param>
public sealed record News(SearchResult Week, SearchResult Month, IReadOnlyList<CatalogEntry> Earlier)
{
    /// <summary>The days of a week, and of the four that are called new.</summary>
    public const int WeekDays = 7, MonthDays = 28;

    private const int Listed = 30;

    /// <summary>What narrows them: libraries, subjects, classes.</summary>
    public IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> Facets => Week.Request.Facets;

    /// <summary>Finds them.</summary>
    /// <exception cref="InvalidSearchException">The request is beyond a limit.</exception>
    public static News Find(CatalogSearch catalog, SearchRequest asked, DateOnly today, CancellationToken cancellation)
    {
        var request = new SearchRequest { Facets = asked.Facets, Sort = SearchSort.Added, Size = Listed };
        var firstDay = today.AddDays(1 - WeekDays);
        var week = catalog.Search(request with { AddedFrom = firstDay }, cancellation);
        // The page of the month on which the week ends: what of it is earlier.
        var page = (int)Math.Min(week.Total / Listed, (SearchRequest.MaximumReach / Listed) - 1) + 1;
        var month = catalog.Search(request with { AddedFrom = today.AddDays(1 - MonthDays), Page = page }, cancellation);
        return new(week, month, [.. month.Entries.Where(entry => entry.Added < firstDay)]);
    }
}
