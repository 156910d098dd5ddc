using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>An engine that keeps the contract of the catalogue's index, open in its folder.</summary>
internal sealed class ContractEngine(string name, ISearchIndex index) : IEngine
{
    /// <summary>How many words are suggested.</summary>
    public const int Suggestions = 10;

    private readonly IIndexSnapshot _snapshot = index.OpenSnapshot();

    public string Name => name;

    public bool CanAnswer(Question question) => true;

    public Func<long> Prepare(Question question)
    {
        if (question.Kind == Kind.Suggestions)
        {
            var terms = _snapshot.Terms(question.Field);
            return () => terms.MostFrequent(question.Words[0], Suggestions).Count;
        }

        var plan = PlanOf(question);
        return () => _snapshot.Search(plan).Total;
    }

    public Answer Answer(Question question)
    {
        if (question.Kind == Kind.Suggestions)
        {
            var terms = _snapshot.Terms(question.Field).MostFrequent(question.Words[0], Suggestions);
            return new(terms.Count, [.. terms.Select(term => FormattableString.Invariant($"{term.Term}={term.Documents}"))], FullText.Answer.NoFacets);
        }

        var hits = _snapshot.Search(PlanOf(question));
        var isOrdered = question.IsNewestFirst || question.Kind is Kind.Prefix or Kind.Wildcard;
        return new(
            hits.Total,
            isOrdered ? [.. hits.Hits.Select(hit => hit.Key)] : [],
            hits.Facets.ToDictionary(
                facet => facet.Key,
                facet => (IReadOnlyList<(string, long)>)[.. facet.Value.Select(value => (value.Value, value.Count))]));
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        index.Dispose();
    }

    private static SearchPlan PlanOf(Question question) => new()
    {
        Query = QueryOf(question),
        Filters = question.Libraries.Length == 0 ? [] : [new(Schema.Library, [.. question.Libraries.Select(library => Corpus.LibraryNames[library])])],
        NumberFilters = question.FromYear == 0 ? [] : [new(Schema.Year, question.FromYear, question.ToYear)],
        Facets = [.. question.Facets.Select(facet => new FacetRequest(facet, FullText.Answer.Top))],
        Sort = question.IsNewestFirst ? [new(Schema.Year, Descending: true)] : [],
    };

    private static Query QueryOf(Question question) => question.Kind switch
    {
        Kind.All when question.Words is [var word] => new Query.Term(question.Field, word),
        Kind.All => new Query.AllOf([.. question.Words.Select(word => new Query.Term(question.Field, word))]),
        Kind.Any => new Query.AnyOf([.. question.Words.Select(word => new Query.Term(question.Field, word))]),
        Kind.Phrase => new Query.Phrase(question.Field, question.Words),
        Kind.Prefix => new Query.Prefix(question.Field, question.Words[0]),
        Kind.Wildcard => new Query.Wildcard(question.Field, question.Words[0]),
        Kind.Fuzzy => new Query.Fuzzy(question.Field, question.Words[0], question.Edits),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Kind, null),
    };
}
