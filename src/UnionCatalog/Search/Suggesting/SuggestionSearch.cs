using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Search.Asking;
using UnionCatalog.Search.Browsing;

namespace UnionCatalog.Search.Suggesting;

/// <summary>Finds titles, authors and subjects in a snapshot, the best known first.</summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="clock">How long there is.</param>
internal sealed class SuggestionSearch(IIndexSnapshot snapshot, SuggestionClock clock)
{
    private const int Titles = 5;
    private const int Authors = 3;
    private const int Subjects = 2;

    /// <summary>Editions that are looked at for titles: a well-known one has many.</summary>
    private const int Editions = 40;

    /// <summary>Values counted: with the authors that are meant come those who wrote with them.</summary>
    private const int Values = 60;

    private readonly TypedQuery _query = new(snapshot, clock.Token);

    /// <summary>What was typed, found.</summary>
    public IEnumerable<Suggestion> Find(TypedWords words) =>
    [
        .. FindTitles(words),
        .. FindValues(words, CatalogSchema.Author, SearchFacet.AuthorName, CatalogSchema.SpeltNames).DistinctBy(ExactTerms.OfName)
            .Take(Authors).Select(name => new Suggestion(SuggestionKind.Author, name)),
        .. FindValues(words, CatalogSchema.Subject, SearchFacet.SubjectHeading, CatalogSchema.Spelt).DistinctBy(ExactTerms.OfTitle)
            .Take(Subjects).Select(heading => new Suggestion(SuggestionKind.Subject, heading)),
    ];

    /// <summary>Whether any word of a title, name or heading begins so.</summary>
    public bool Begins(Asking.Planning.AskedWord word) => _query.Begins(word);

    private List<Suggestion> FindTitles(TypedWords words)
    {
        var found = new List<Suggestion>();
        if (_query.InTitleAndAuthor(words) is not { } query)
        {
            return found;
        }

        var hits = Search(new SearchPlan { Query = query, Sort = [new SortBy(CatalogSchema.Standing, Descending: true)], Count = Editions });
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hit in hits.Hits)
        {
            var edition = SuggestedTitle.Read(snapshot.Stored(hit));
            var title = edition.Form(words);
            if (FilingKey.Of(BrowseList.Title, title) is { Length: > 0 } key && known.Add(key))
            {
                found.Add(new Suggestion(SuggestionKind.Title, title) { Edition = IsAlone(title) ? edition.Id : null });
            }

            if (found.Count == Titles)
            {
                break;
            }
        }

        return found;
    }

    private bool IsAlone(string title) =>
        ExactTerms.OfTitle(title) is not { Length: > 0 } whole || Search(new SearchPlan { Query = new Query.Term(CatalogSchema.TitleWhole, whole), Count = 0 }).Total <= 1;

    private IEnumerable<string> FindValues(TypedWords words, string field, SearchFacet facet, AnalysisChain spelling)
    {
        if (_query.In(field, words) is not { } query)
        {
            return [];
        }

        var column = CatalogSchema.ColumnOf(facet);
        var counted = Search(new SearchPlan { Query = query, Facets = [new FacetRequest(column, Values)], Count = 0 });
        return counted.Facets[column].Select(count => count.Value).Where(value => words.Fit(value, spelling));
    }

    private SearchHits Search(SearchPlan plan) => snapshot.Search(plan with { Budget = clock.Left }, clock.Token);
}
