using System.Globalization;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>What the engine must agree with: every document in a list, every question answered by looking at all of them.</summary>
internal sealed class ReferenceIndex(IndexSchema schema)
{
    private Dictionary<string, ReferenceDocument> _documents = [];
    private ReferenceScores? _scores;

    public IReadOnlyCollection<ReferenceDocument> Documents => _documents.Values;

    /// <summary>What is true of this state, worked out once.</summary>
    public ReferenceScores Scores => _scores ??= new(schema, _documents.Values);

    public ReferenceIndex Copy() => new(schema) { _documents = new(_documents), _scores = _scores };

    public ReferenceDocument this[string key] => _documents[key];

    public void Put(IndexDocument document) => (_documents[document.Key], _scores) = (new(schema, document), null);

    public void Delete(string key) => _scores = _documents.Remove(key) ? null : _scores;

    public void Clear() => (_documents, _scores) = ([], null);

    public ReferenceHits Search(SearchPlan plan)
    {
        var found = new List<ReferenceHit>();
        foreach (var document in _documents.Values)
        {
            if (Scores.Score(plan.Query, document) is { } score)
            {
                found.Add(new(document, score + (plan.StaticBoost is { } boost ? boost.Factor * (double)(document.Number(boost.Column) ?? 0) : 0)));
            }
        }

        var hits = found.Where(hit => Passes(plan, hit.Document, exceptColumn: null)).ToList();
        hits.Sort((one, other) => ReferenceOrder.Compare(plan.Sort, one, other));
        return new ReferenceHits(
            hits,
            plan.Facets.ToDictionary(facet => facet.Column, facet => Count(facet, found
                .Select(hit => hit.Document).Where(document => Passes(plan, document, facet.Column)))));
    }

    /// <summary>The terms of a field in order.</summary>
    public IReadOnlyList<TermCount> Terms(string field)
    {
        var terms = Scores.Frequencies(field).Select(term => new TermCount(term.Key, term.Value)).ToList();
        terms.Sort((one, other) => ReferenceWords.Compare(one.Term, other.Term));
        return terms;
    }

    /// <summary>The values of a facet column, or the number as text.</summary>
    public static IReadOnlyList<string> Values(IndexSchema schema, ReferenceDocument document, string column) =>
        !IsNumber(schema, column) ? document.Facets(column)
        : document.Number(column) is { } number ? [number.ToString(CultureInfo.InvariantCulture)]
        : [];

    public static bool IsNumber(IndexSchema schema, string column) => schema.Columns.First(known => known.Name == column) is Column.Number;

    private bool Passes(SearchPlan plan, ReferenceDocument document, string? exceptColumn) =>
        plan.Filters.Where(filter => filter.Column != exceptColumn)
            .All(filter => Values(schema, document, filter.Column).Any(value => filter.Values.Contains(value))) &&
        plan.NumberFilters.Where(filter => filter.Column != exceptColumn)
            .All(filter => document.Number(filter.Column) is { } number && number >= filter.From && number <= filter.To);

    private IReadOnlyList<FacetCount> Count(FacetRequest request, IEnumerable<ReferenceDocument> documents)
    {
        var counts = new Dictionary<string, long>();
        foreach (var value in documents.SelectMany(document => Values(schema, document, request.Column)))
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        var values = counts.Select(count => new FacetCount(count.Key, count.Value)).ToList();
        values.Sort((one, other) => request.Order == FacetOrder.Count && one.Count != other.Count
            ? other.Count.CompareTo(one.Count)
            : IsNumber(schema, request.Column)
                ? long.Parse(one.Value, CultureInfo.InvariantCulture).CompareTo(long.Parse(other.Value, CultureInfo.InvariantCulture))
                : ReferenceWords.Compare(one.Value, other.Value));
        return [.. values.Take(request.Top)];
    }
}

/// <summary>One document found.</summary>
internal sealed record ReferenceHit(ReferenceDocument Document, double Score);

/// <summary>All that a search finds, in order, whatever page was asked for.</summary>
internal sealed record ReferenceHits(IReadOnlyList<ReferenceHit> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);
