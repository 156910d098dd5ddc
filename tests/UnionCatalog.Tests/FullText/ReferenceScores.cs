using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>What the documents of one state score, each asked for itself.</summary>
internal sealed class ReferenceScores
{
    private const double K1 = 1.2;

    private readonly IndexSchema _schema;
    private readonly Dictionary<string, TextField> _fields;
    private readonly int _documents;
    private readonly Dictionary<string, Dictionary<string, int>> _frequencies = [];
    private readonly Dictionary<string, double> _averageLengths = [];
    private readonly Dictionary<Query, Dictionary<string, int>> _expansions = [];

    public ReferenceScores(IndexSchema schema, IReadOnlyCollection<ReferenceDocument> documents)
    {
        (_schema, _documents, _fields) = (schema, documents.Count, schema.Fields.ToDictionary(field => field.Name));
        foreach (var field in schema.Fields.Select(field => field.Name))
        {
            var frequencies = _frequencies[field] = [];
            foreach (var term in documents.SelectMany(document => document.Terms(field).Keys))
            {
                frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
            }

            _averageLengths[field] = documents.Select(document => document.Length(field)).Where(length => length > 0)
                .DefaultIfEmpty(1).Average();
        }
    }

    /// <summary>How many documents have each term of a field.</summary>
    public IReadOnlyDictionary<string, int> Frequencies(string field) => _frequencies[field];

    /// <summary>The score of a document; null: it is not found.</summary>
    public double? Score(Query query, ReferenceDocument document) => query switch
    {
        Query.Everything => 0,
        Query.Nothing => null,
        Query.Term term => Saturated(term.Field, Rarity(term.Field, term.Value), Count(document, term.Field, term.Value), document),
        Query.Word word => ScoreWord(word.Forms, document),
        Query.Terms terms => ScoreAny([.. terms.Values.Select(value => new Query.Term(terms.Field, value))], terms.AtLeast, document),
        Query.Phrase phrase => Saturated(
            phrase.Field, phrase.Values.Sum(term => Rarity(phrase.Field, term)), CountStarts(phrase, document), document),
        Query.Prefix prefix => Nearest(prefix, prefix.Field, document, term => term.StartsWith(prefix.Start, StringComparison.Ordinal) ? 0 : null),
        Query.Wildcard wildcard => Nearest(wildcard, wildcard.Field, document, term => ReferenceWords.Fits(term, wildcard.Pattern) ? 0 : null),
        Query.Fuzzy fuzzy => Nearest(fuzzy, fuzzy.Field, document, term => Edits(fuzzy, term)),
        Query.Range range => document.Number(range.Column) is { } number && number >= range.From && number <= range.To ? 0 : null,
        Query.In among => ReferenceIndex.Values(_schema, document, among.Column).Any(among.Values.Contains) ? 0 : null,
        Query.AllOf all => all.Parts.Aggregate((double?)0, (sum, part) => sum is null ? null : sum + Score(part, document)),
        Query.AnyOf any => ScoreAny(any.Parts, any.AtLeast, document),
        Query.BestOf best => ScoreBest(best.Parts, document),
        Query.Except except => Score(except.Unwanted, document) is null ? Score(except.Wanted, document) : null,
        Query.Not not => Score(not.Inner, document) is null ? 0 : null,
        Query.Boost boost => Score(boost.Inner, document) * boost.Factor,
        _ => throw new NotSupportedException(query.ToString()),
    };

    private TextField Field(string name) => _fields[name];

    private double? ScoreAny(IReadOnlyList<Query> parts, int atLeast, ReferenceDocument document)
    {
        var scores = parts.Select(part => Score(part, document)).OfType<double>().ToList();
        return scores.Count == 0 || scores.Count < atLeast ? null : scores.Sum();
    }

    private double? ScoreBest(IReadOnlyList<Query> parts, ReferenceDocument document)
    {
        var scores = parts.Select(part => Score(part, document)).OfType<double>().ToList();
        return scores.Count == 0 ? null : scores.Max() + (0.1 * (scores.Sum() - scores.Max()));
    }

    private double? ScoreWord(IReadOnlyList<Query.Term> forms, ReferenceDocument document)
    {
        var found = forms.Where(form => Count(document, form.Field, form.Value) > 0).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var weighed = found.Sum(form =>
            Field(form.Field).Weight * Count(document, form.Field, form.Value) / Normal(form.Field, document));
        var rarity = Rarity(forms.Max(form => _frequencies[form.Field].GetValueOrDefault(form.Value)));
        return rarity * (K1 + 1) * weighed / (K1 + weighed);
    }

    private double? Saturated(string field, double rarity, int frequency, ReferenceDocument document) => frequency == 0
        ? null
        : Field(field).Weight * rarity * (K1 + 1) * frequency / (frequency + (K1 * Normal(field, document)));

    /// <summary>How long the field is against others: 1 for one of average length.</summary>
    private double Normal(string field, ReferenceDocument document)
    {
        double penalty = Field(field).LengthPenalty;
        return 1 - penalty + (penalty * document.Length(field) / _averageLengths[field]);
    }

    private double Rarity(string field, string term) => Rarity(_frequencies[field].GetValueOrDefault(term));

    private double Rarity(int frequency) => Math.Log(1 + ((_documents - frequency + 0.5) / (frequency + 0.5)));

    private static int Count(ReferenceDocument document, string field, string term) =>
        document.Terms(field).TryGetValue(term, out var positions) ? positions.Count : 0;

    /// <summary>From how many places the phrase can be completed, each term as early as it comes.</summary>
    private static int CountStarts(Query.Phrase phrase, ReferenceDocument document)
    {
        var terms = document.Terms(phrase.Field);
        return terms.TryGetValue(phrase.Values[0], out var starts)
            ? starts.Count(start =>
            {
                var last = start;
                foreach (var term in phrase.Values.Skip(1))
                {
                    if (!terms.TryGetValue(term, out var places))
                    {
                        return false;
                    }

                    var next = places.BinarySearch(last + 1);
                    next = next < 0 ? ~next : next;
                    if (next == places.Count)
                    {
                        return false;
                    }

                    last = places[next];
                }

                return last - start - (phrase.Values.Count - 1) <= phrase.Slop;
            })
            : 0;
    }

    /// <summary>The field's weight, halved for each edit of the nearest of the terms that will do.</summary>
    private double? Nearest(Query query, string field, ReferenceDocument document, Func<string, int?> fit)
    {
        if (!_expansions.TryGetValue(query, out var terms))
        {
            terms = _expansions[query] = [];
            foreach (var term in _frequencies[field].Keys)
            {
                if (fit(term) is { } edits)
                {
                    terms[term] = edits;
                }
            }
        }

        int? least = null;
        foreach (var term in document.Terms(field).Keys)
        {
            if (terms.TryGetValue(term, out var edits) && !(edits >= least))
            {
                least = edits;
            }
        }

        return least is null ? null : Field(field).Weight * Math.Pow(0.5, least.Value);
    }

    private static int? Edits(Query.Fuzzy fuzzy, string term) =>
        ReferenceWords.SameStart(term, fuzzy.Value, fuzzy.SamePrefix) && ReferenceWords.Edits(fuzzy.Value, term) is var edits && edits <= fuzzy.Edits
            ? edits : null;
}
