using System.Text;
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>Draws documents and searches of every kind, from few words so that they meet.</summary>
internal sealed class RandomLibrary(int seed)
{
    public static IndexSchema Schema { get; } = new(
        [
            new TextField("title", new TextAnalyzer(), 3),
            new TextField("author", new TextAnalyzer(), 1.5f),
            new TextField("note", new TextAnalyzer(), 0.25f),
            new TextField("code", new KeywordAnalyzer(), 2),
        ],
        [
            new Column.Facet("library"), new Column.Facet("subject"), new Column.Number("year"), new Column.Number("held"),
            new Column.SortKey("by-title"),
        ]);

    private static readonly string[] Fields = ["title", "author", "note", "code"];
    private static readonly string[] Words =
    [
        "buku", "bukunya", "laut", "lautan", "al-Qur'an", "Qurʼān", "qur", "undang-undang", "Ilmu", "ILMU", "alam", "a", "ke",
        "日本", "本", "مكتبة", "café", "cafe", "2010", "1", "VII", "\U00010428x", "\uffeez",
    ];
    private static readonly string[] Libraries = ["sd-1", "smp-2", "sma-3", "smk-4", "mts-5", "umum", "Ümum", ""];

    private readonly Random _random = new(seed);

    public int Next(int limit) => _random.Next(limit);

    public string Key() => $"k{_random.Next(60)}";

    public IndexDocument Document()
    {
        var document = new IndexDocument(Key());
        Some(3, () => document.AddText("title", Text(5)));
        Some(3, () => document.AddText("author", Text(2)));
        Some(2, () => document.AddText("note", Text(12)));
        Some(2, () => document.AddText("code", Text(2)));
        Some(5, () => document.AddFacet("library", One(Libraries)));
        Some(3, () => document.AddFacet("subject", One(Words)));
        Some(2, () => document.SetNumber("year", Year()));
        Some(2, () => document.SetNumber("held", _random.Next(3) == 0 ? long.MinValue : _random.Next(9)));
        Some(2, () => document.SetSortKey("by-title", Text(2)));
        document.Stored = Encoding.UTF8.GetBytes(new string('x', _random.Next(20)) + document.Key);
        return document;
    }

    public SearchPlan Plan() => new()
    {
        Query = Query(depth: 3),
        Filters = [.. Many(3, () => Filter())],
        NumberFilters = [.. Many(2, () => new NumberFilter(One(["year", "held"]), Year() - 5, Year()))],
        Facets = [.. Many(4, () => new FacetRequest(One(["library", "subject", "year", "held"]), _random.Next(6))).DistinctBy(facet => facet.Column)],
        Sort = [.. Many(3, () => new SortBy(One([null, "year", "held", "by-title"]), _random.Next(2) == 0))],
        Offset = _random.Next(2) == 0 ? 0 : _random.Next(30),
        Count = _random.Next(3) == 0 ? 10_000 - 30 : _random.Next(12),
    };

    private FacetFilter Filter() => One(["library", "subject", "year"]) switch
    {
        "library" => new FacetFilter("library", [.. Many(4, () => One(Libraries))]),
        "subject" => new FacetFilter("subject", [.. Many(6, () => One(Words))]),
        _ => new FacetFilter("year", [.. Many(5, () => $"{Year()}")]),
    };

    private Query Query(int depth) => _random.Next(depth > 0 ? 16 : 9) switch
    {
        0 => new Query.Everything(),
        1 => _random.Next(3) == 0 ? new Query.Nothing() : new Query.Range("year", Year() - 3, Year()),
        2 or 3 => new Query.Prefix(One(Fields), Term()[..1]),
        4 or 5 => new Query.Phrase(One(Fields), [.. Many(4, Term)]),
        6 or 7 or 8 => new Query.Term(One(Fields), Term()),
        9 => new Query.AllOf([.. Many(4, () => Query(depth - 1))]),
        10 => new Query.AnyOf([.. Many(4, () => Query(depth - 1))]),
        11 => new Query.BestOf([.. Many(4, () => Query(depth - 1))]),
        12 => new Query.Except(Query(depth - 1), Query(depth - 1)),
        13 => new Query.Boost(Query(depth - 1), _random.Next(5) - 1),
        _ => TextQuery.AllWords(Schema, Fields, One(["{0}", "{0} {1}", "\"{0} {1}\" {2}", "\"{0} {1}", "{0}*"])
            .Replace("{0}", One(Words), StringComparison.Ordinal).Replace("{1}", One(Words), StringComparison.Ordinal)
            .Replace("{2}", One(Words), StringComparison.Ordinal)),
    };

    private string Term() => One(new TextAnalyzer().Analyze(One(Words)));

    private long Year() => 1990 + _random.Next(12);

    private string Text(int words) => string.Join(' ', Many(words + 1, () => One(Words)));

    private T One<T>(IEnumerable<T> from) => from.ElementAt(_random.Next(from.Count()));

    /// <summary>Fewer than so many, drawn one by one.</summary>
    private List<T> Many<T>(int limit, Func<T> draw)
    {
        var drawn = new List<T>();
        Some(limit, () => drawn.Add(draw()));
        return drawn;
    }

    private void Some(int limit, Action act)
    {
        for (var left = _random.Next(limit); left > 0; left--)
        {
            act();
        }
    }
}
