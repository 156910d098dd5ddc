using System.Globalization;
using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>Draws searches of every kind over a random library.</summary>
internal sealed class RandomSearches(RandomLibrary library)
{
    public SearchPlan Plan() => new()
    {
        Query = Query(depth: 3),
        Filters = Next(2) == 0 ? [] : Many(3, Filter),
        NumberFilters = Next(2) == 0 ? [] : Many(3, NumberFilter),
        Facets = [.. Many(5, () => new FacetRequest(One("library", "subject", "year", "held", "language", "pages"), Next(8), One(FacetOrder.Count, FacetOrder.Value)))
            .DistinctBy(facet => facet.Column)],
        Sort = Next(2) == 0 ? [] : Many(4, () => new SortBy(One<string?>(null, "year", "held", "by-title", "pages"), Next(2) == 0)),
        StaticBoost = Next(4) == 0 ? new StaticBoost(One("year", "pages"), One(0f, 0.5f, 0.001f)) : null,
        Offset = Next(2) == 0 ? 0 : Next(30),
        Count = Next(3) == 0 ? IndexLimits.Reach - 30 : Next(12),
    };

    /// <summary>Only the first few by score: what cannot be among them need not be looked at.</summary>
    public SearchPlan First() => new()
    {
        Query = Next(2) == 0 ? Leaf() : Query(depth: 2),
        StaticBoost = Next(8) == 0 ? new StaticBoost(One("year", "pages"), 0.01f) : null,
        Count = 1 + Next(15),
    };

    /// <summary>A query without parts.</summary>
    public Query Leaf()
    {
        var field = One(library.Fields);
        switch (Next(22))
        {
            case 0:
                return new Query.Everything();
            case 1:
                return Next(3) == 0 ? new Query.Nothing() : new Query.Range("year", library.Year() - 3, library.Year());
            case 2:
                return new Query.Range(One("held", "pages"), One(long.MinValue, 0, 3, 40_000), One(long.MaxValue, 5, 50_000, long.MinValue));
            case 3:
                return InValues();
            case 4 or 5:
                return new Query.Prefix(field, Start(Term(field), 1 + Next(3)));
            case 6 or 7:
                return new Query.Wildcard(field, Pattern(Term(field)));
            case 8 or 9 or 10:
                return new Query.Fuzzy(field, Misspelt(Term(field)), Next(IndexLimits.Edits + 1), Next(4));
            case 11 or 12 or 13:
                return Phrase();
            case 14 or 15:
                var values = AtLeastOne(5, () => Term(field));
                return new Query.Terms(field, values, 1 + Next(values.Count));
            case 16 or 17:
                return new Query.Word([.. AtLeastOne(5, () => One(library.Fields)).Distinct().Select(one => new Query.Term(one, Term(one)))]);
            default:
                return new Query.Term(field, Term(field));
        }
    }

    public Query Query(int depth) => Next(depth > 0 ? 17 : 1) switch
    {
        8 or 9 => new Query.AllOf(Many(4, () => Query(depth - 1))),
        10 => new Query.AnyOf(Many(5, () => Query(depth - 1)), 1 + Next(3)),
        11 => new Query.AnyOf(Many(4, () => Query(depth - 1))),
        12 => new Query.BestOf(Many(4, () => Query(depth - 1))),
        13 => new Query.Except(Query(depth - 1), Query(depth - 1)),
        14 => new Query.Not(Query(depth - 1)),
        15 => new Query.Boost(Query(depth - 1), One(0f, 0.5f, 1f, 3f)),
        16 => TextQuery.AllWords(RandomLibrary.Schema, library.Fields, One("{0}", "{0} {1}", "\"{0} {1}\" {2}", "\"{0} {1}", "{0}*")
            .Replace("{0}", library.Word(), StringComparison.Ordinal).Replace("{1}", library.Word(), StringComparison.Ordinal)
            .Replace("{2}", library.Word(), StringComparison.Ordinal)),
        _ => Leaf(),
    };

    /// <summary>A term that some document of the library may have in the field.</summary>
    public string Term(string field)
    {
        while (true)
        {
            var taken = new Taken();
            RandomLibrary.Schema.Field(field).Analyzer.Analyze(field == "tags" ? library.Tag() : library.Word(), taken);
            if (taken.Terms.Count > 0)
            {
                return One(taken.Terms);
            }
        }
    }

    /// <summary>Words that stand together in a document, or nearly so, or not at all.</summary>
    private Query.Phrase Phrase()
    {
        if (Next(3) > 0 && library.LateText() is { } late
            && RandomLibrary.Schema.Field(late.Field).Analyzer.Terms(late.Text) is { Count: > 0 } terms)
        {
            var from = Next(terms.Count);
            var among = terms.Skip(from).Take(1 + Next(5)).Where((_, at) => at == 0 || Next(4) > 0).ToList();
            return new Query.Phrase(late.Field, among, Next(2) * Next(5));
        }

        var field = One(library.Fields);
        return new Query.Phrase(field, AtLeastOne(4, () => Term(field)), One(0, 0, 1, 3, IndexLimits.Slop));
    }

    private Query.In InValues() => Filter() is var filter ? new Query.In(filter.Column, filter.Values) : null!;

    private FacetFilter Filter() => One("library", "subject", "year", "language", "held") switch
    {
        "library" => new FacetFilter("library", Many(5, library.Library)),
        "subject" => new FacetFilter("subject", Many(7, library.Word)),
        "year" => new FacetFilter("year", Many(6, () => library.Year().ToString(CultureInfo.InvariantCulture))),
        "held" => new FacetFilter("held", [$"{long.MinValue}", "3", "not a number", $"{long.MaxValue}"]),
        _ => new FacetFilter("language", Many(4, () => One("ind", "eng", "none", ""))),
    };

    private NumberFilter NumberFilter() => Next(3) == 0
        ? new NumberFilter(One("held", "pages"), One(long.MinValue, 0, 100), One(long.MaxValue, 3, 30_000))
        : new NumberFilter("year", library.Year() - 5, library.Year());

    private string Pattern(string term)
    {
        var pattern = new StringBuilder();
        foreach (var rune in term.EnumerateRunes())
        {
            pattern.Append(Next(5) switch { 0 => "?", 1 => "*", 2 => Next(3) == 0 ? "*" + rune : $"{rune}", _ => rune.ToString() });
        }

        return pattern.ToString();
    }

    private string Misspelt(string term)
    {
        var runes = term.EnumerateRunes().ToList();
        for (var edits = Next(3); edits > 0; edits--)
        {
            var at = Next(runes.Count);
            switch (Next(4))
            {
                case 0 when runes.Count > 1:
                    runes.RemoveAt(at);
                    break;
                case 1:
                    runes.Insert(at, One(new Rune('a'), new Rune('b'), new Rune(0x10428)));
                    break;
                case 2 when at + 1 < runes.Count:
                    (runes[at], runes[at + 1]) = (runes[at + 1], runes[at]);
                    break;
                default:
                    runes[at] = One(new Rune('a'), new Rune('k'), new Rune(0xffee));
                    break;
            }
        }

        return string.Concat(runes);
    }

    private static string Start(string term, int characters) => string.Concat(term.EnumerateRunes().Take(characters));

    private List<T> AtLeastOne<T>(int limit, Func<T> draw) => [draw(), .. Many(limit, draw)];

    private int Next(int limit) => library.Next(limit);

    private T One<T>(params IReadOnlyList<T> from) => library.One(from);

    private List<T> Many<T>(int limit, Func<T> draw) => library.Many(limit, draw);

    /// <summary>Every term, those that share a position as well.</summary>
    private sealed class Taken : ITokenSink
    {
        public List<string> Terms { get; } = [];

        public void Add(ReadOnlySpan<char> term, int position, int start, int length) => Terms.Add(term.ToString());
    }
}
