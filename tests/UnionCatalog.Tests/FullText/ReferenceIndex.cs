using System.Globalization;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>What the engine must agree with: every document in a list, every question answered by looking at all of them.</summary>
internal sealed class ReferenceIndex(IndexSchema schema)
{
    private SortedDictionary<string, IndexDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, string Field), List<(string Term, int Position)>> _tokens = [];

    public IReadOnlyCollection<IndexDocument> Documents => _documents.Values;

    public ReferenceIndex Copy() => new(schema) { _documents = new(_documents, StringComparer.Ordinal) };

    public void Put(IndexDocument document) => _documents[document.Key] = document;

    public void Delete(string key) => _documents.Remove(key);

    public void Clear() => _documents.Clear();

    public SearchHits Search(SearchPlan plan)
    {
        _tokens.Clear();
        var found = _documents.Values
            .Select(document => (Document: document, Score: Score(plan.Query, document)))
            .Where(hit => hit.Score is not null)
            .ToList();
        var hits = found.Where(hit => Passes(plan, hit.Document, exceptColumn: null)).ToList();
        hits.Sort((one, other) => Compare(plan.Sort, (one.Document, one.Score!.Value), (other.Document, other.Score!.Value)));
        return new SearchHits(
            hits.Count,
            [.. hits.Skip(plan.Offset).Take(plan.Count).Select(hit => new Hit(hit.Document.Key, hit.Score!.Value, hit.Document.Stored))],
            plan.Facets.ToDictionary(facet => facet.Column, facet => Count(facet, found
                .Select(hit => hit.Document).Where(document => Passes(plan, document, facet.Column)))));
    }

    /// <summary>The score of a document; null: it is not found.</summary>
    private double? Score(Query query, IndexDocument document)
    {
        switch (query)
        {
            case Query.Everything:
                return 0;
            case Query.Nothing:
                return null;
            case Query.Term term:
                return ScorePhrase(term.Field, [term.Value], document);
            case Query.Phrase phrase:
                return phrase.Values.Count == 0 ? null : ScorePhrase(phrase.Field, phrase.Values, document);
            case Query.Prefix prefix:
                return Tokens(document, prefix.Field).Any(token => token.Term.StartsWith(prefix.Start, StringComparison.Ordinal))
                    ? schema.Field(prefix.Field).Weight : null;
            case Query.Range range:
                return Number(document, range.Column) is { } number && number >= range.From && number <= range.To ? 0 : null;
            case Query.AllOf all:
                return all.Parts.Aggregate((double?)0, (sum, part) => sum + Score(part, document));
            case Query.AnyOf any:
                var scores = any.Parts.Select(part => Score(part, document)).OfType<double>().ToList();
                return scores.Count == 0 ? null : scores.Sum();
            case Query.BestOf best:
                var parts = best.Parts.Select(part => Score(part, document)).OfType<double>().ToList();
                return parts.Count == 0 ? null : parts.Max() + (0.1 * (parts.Sum() - parts.Max()));
            case Query.Except except:
                return Score(except.Unwanted, document) is null ? Score(except.Wanted, document) : null;
            case Query.Boost boost:
                return Score(boost.Inner, document) * boost.Factor;
            default:
                throw new NotSupportedException(query.ToString());
        }
    }

    private double? ScorePhrase(string field, IReadOnlyList<string> terms, IndexDocument document)
    {
        var tokens = Tokens(document, field);
        var frequency = tokens.Count(start => terms.Index().All(term => tokens.Contains((term.Item, start.Position + term.Index))));
        if (frequency == 0)
        {
            return null;
        }

        var rarity = terms.Sum(term =>
        {
            var count = _documents.Values.Count(other => Tokens(other, field).Any(token => token.Term == term));
            return Math.Log(1 + ((_documents.Count - count + 0.5) / (count + 0.5)));
        });
        var average = _documents.Values.Select(other => Tokens(other, field).Count).Where(length => length > 0).Average();
        return schema.Field(field).Weight * rarity * frequency * 2.2
            / (frequency + (1.2 * (0.25 + (0.75 * tokens.Count / average))));
    }

    private List<(string Term, int Position)> Tokens(IndexDocument document, string field)
    {
        if (_tokens.TryGetValue((document.Key, field), out var known))
        {
            return known;
        }

        var tokens = new List<(string, int)>();
        var position = 0;
        foreach (var (_, text) in document.Texts.Where(text => text.Field == field))
        {
            foreach (var term in schema.Field(field).Analyzer.Analyze(text))
            {
                tokens.Add((term, position++));
            }

            position += 1_000;
        }

        return _tokens[(document.Key, field)] = tokens;
    }

    private bool Passes(SearchPlan plan, IndexDocument document, string? exceptColumn) =>
        plan.Filters.Where(filter => filter.Column != exceptColumn)
            .All(filter => Values(document, filter.Column).Any(value => filter.Values.Contains(value))) &&
        plan.NumberFilters.Where(filter => filter.Column != exceptColumn)
            .All(filter => Number(document, filter.Column) is { } number && number >= filter.From && number <= filter.To);

    private IReadOnlyList<FacetCount> Count(FacetRequest request, IEnumerable<IndexDocument> documents) =>
    [
        .. documents.SelectMany(document => Values(document, request.Column))
            .GroupBy(value => value)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => IsNumber(request.Column) ? long.Parse(group.Key, CultureInfo.InvariantCulture) : 0)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(request.Top)
            .Select(group => new FacetCount(group.Key, group.Count())),
    ];

    private bool IsNumber(string column) => schema.Columns.First(known => known.Name == column) is Column.Number;

    private IEnumerable<string> Values(IndexDocument document, string column) =>
        IsNumber(column)
            ? Number(document, column) is { } number ? [number.ToString(CultureInfo.InvariantCulture)] : []
            : document.Facets.Where(facet => facet.Column == column).Select(facet => facet.Value).Distinct();

    private static long? Number(IndexDocument document, string column) =>
        document.Numbers.Where(number => number.Column == column).Select(number => (long?)number.Value).LastOrDefault();

    private static string? SortKey(IndexDocument document, string column) =>
        document.SortKeys.Where(key => key.Column == column).Select(key => key.Value).LastOrDefault();

    private int Compare(
        IReadOnlyList<SortBy> sort, (IndexDocument Document, double Score) one, (IndexDocument Document, double Score) other)
    {
        foreach (var by in sort.Count == 0 ? [new SortBy(null, true)] : sort)
        {
            var order = by.Column is null ? Direct(one.Score.CompareTo(other.Score), by)
                : IsNumber(by.Column) ? CompareOptional(Number(one.Document, by.Column), Number(other.Document, by.Column), by)
                : CompareOptional(SortKey(one.Document, by.Column), SortKey(other.Document, by.Column), by);
            if (order != 0)
            {
                return order;
            }
        }

        return string.CompareOrdinal(one.Document.Key, other.Document.Key);
    }

    private static int CompareOptional(object? one, object? other, SortBy by) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string a, string b) => Direct(string.CompareOrdinal(a, b), by),
        _ => Direct(((long)one).CompareTo((long)other), by),
    };

    private static int Direct(int order, SortBy by) => by.Descending ? -Math.Sign(order) : Math.Sign(order);
}
