using Lucene.Net.Index;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;
using UnionCatalog.Lucene.Columns;

namespace UnionCatalog.Lucene.Searching;

/// <summary>Puts a part of a query to work in a segment; null: it finds nothing there.</summary>
internal delegate Part? Clause(AtomicReaderContext segment);

/// <summary>Makes a query ready to work: looks its terms up in all segments, and weighs them.</summary>
internal sealed class Clauses(PublishedState state, TermLookup terms, Expansions expansions)
{
    /// <summary>In a <see cref="Query.BestOf"/>, what the parts count that are not the best.</summary>
    private const double ShareOfOthers = 0.1;

    private readonly IndexSchema _schema = state.Schema;

    public Clause Make(Query query) => query switch
    {
        Query.Everything => Everything,
        Query.Term term => Term(term.Field, term.Value),
        Query.Word word => Word(word),
        Query.Terms { Values.Count: 1 } of => of.AtLeast == 1 ? Term(of.Field, of.Values[0]) : Nothing,
        Query.Terms of => Any([.. of.Values.Select(value => Term(of.Field, value))], of.AtLeast, others: 1),
        Query.Phrase { Values.Count: 1 } phrase => Term(phrase.Field, phrase.Values[0]),
        Query.Phrase phrase => Phrase(phrase),
        Query.Prefix prefix => expansions.Of(prefix),
        Query.Wildcard wildcard => expansions.Of(wildcard),
        Query.Fuzzy fuzzy => expansions.Of(fuzzy),
        Query.Range range => Test(ColumnTest.Between(range.Column, range.From, range.To)),
        Query.In within => Test(ColumnTest.In(_schema, within.Column, within.Values)),
        Query.AllOf { Parts.Count: 0 } => Everything,
        Query.AllOf { Parts.Count: 1 } all => Make(all.Parts[0]),
        Query.AllOf all => All([.. all.Parts.Select(Make)]),
        Query.AnyOf any => Any([.. any.Parts.Select(Make)], any.AtLeast, others: 1),
        Query.BestOf { Parts.Count: 1 } best => Make(best.Parts[0]),
        Query.BestOf best => Any([.. best.Parts.Select(Make)], atLeast: 1, ShareOfOthers),
        Query.Except except => Except(Make(except.Wanted), Make(except.Unwanted)),
        Query.Not not => Except(Everything, Make(not.Inner)),
        Query.Boost boost => Boost(Make(boost.Inner), boost.Factor),
        _ => Nothing,
    };

    private static Part? Nothing(AtomicReaderContext segment) => null;

    private static TestPart Everything(AtomicReaderContext segment) => new(segment.Reader.MaxDoc, static _ => true);

    private static Clause Test(ColumnTest test) => segment => new TestPart(segment.Reader.MaxDoc, test.In(segment.AtomicReader));

    private static Clause Boost(Clause inner, double factor) => segment => inner(segment) is { } part ? new BoostPart(part, factor) : null;

    private static Clause Except(Clause wanted, Clause unwanted) => segment => (wanted(segment), unwanted(segment)) switch
    {
        (null, _) => null,
        (var some, null) => some,
        (var some, var others) => new ExceptPart(some, others),
    };

    private static Clause All(Clause[] clauses) => segment =>
    {
        var parts = new Part[clauses.Length];
        for (var at = 0; at < parts.Length; at++)
        {
            if (clauses[at](segment) is not { } part)
            {
                return null;
            }

            parts[at] = part;
        }

        return new AllPart(parts);
    };

    private static Clause Any(Clause[] clauses, int atLeast, double others) => segment =>
    {
        Part[] parts = [.. clauses.Select(clause => clause(segment)).OfType<Part>()];
        return parts.Length < atLeast || parts.Length == 0 ? null : new AnyPart(parts, atLeast, others);
    };

    private Clause Term(string field, string value)
    {
        var (postings, documents) = terms.Find(field, value);
        var at = _schema.FieldAt(field);
        var (weight, factors) = (WeightOf(at, state.Statistics.Rarity(documents)), state.Statistics.LengthFactors(at));
        return segment => postings[segment.Ord] is { } found ? new TermPart(found, segment.AtomicReader.GetNormValues(field), weight, factors) : null;
    }

    private Clause Word(Query.Word word)
    {
        var forms = word.Forms.Select(form => (form.Field, At: _schema.FieldAt(form.Field), Found: terms.Find(form.Field, form.Value))).ToList();
        var weight = state.Statistics.Rarity(forms.Max(form => form.Found.Documents)) * (CollectionStatistics.K1 + 1);
        var factors = forms.ConvertAll(form => state.Statistics.LengthFactors(form.At));
        return segment =>
        {
            WordForm[] found =
            [
                .. forms.Index().Where(form => form.Item.Found.Postings[segment.Ord] is not null).Select(form => new WordForm(
                    form.Item.Found.Postings[segment.Ord]!, segment.AtomicReader.GetNormValues(form.Item.Field), _schema.Fields[form.Item.At].Weight, factors[form.Index])),
            ];
            return found.Length == 0 ? null : new WordPart(found, weight);
        };
    }

    private Clause Phrase(Query.Phrase phrase)
    {
        var rarity = 0.0;
        var found = new List<DocsAndPositionsEnum?[]>();
        foreach (var value in phrase.Values)
        {
            var (postings, documents) = terms.FindPlaces(phrase.Field, value);
            rarity += state.Statistics.Rarity(documents);
            found.Add(postings);
        }

        var at = _schema.FieldAt(phrase.Field);
        var (weight, factors) = (WeightOf(at, rarity), state.Statistics.LengthFactors(at));
        return segment => found.TrueForAll(term => term[segment.Ord] is not null)
            ? new PhrasePart([.. found.Select(term => term[segment.Ord]!)], phrase.Slop, segment.AtomicReader.GetNormValues(phrase.Field), weight, factors)
            : null;
    }

    private double WeightOf(int field, double rarity) => _schema.Fields[field].Weight * rarity * (CollectionStatistics.K1 + 1);
}
