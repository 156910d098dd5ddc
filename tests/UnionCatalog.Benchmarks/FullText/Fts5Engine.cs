using System.Globalization;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// SQLite FTS5, asked as an application asks it: the best twenty by its own BM25, the number of hits by another statement,
/// and where facets are counted hits and facets by one statement over the hits, found once.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="terms">The words, for questions that FTS5 must be given the words for.</param>
internal class Fts5Engine(string file, TermFinder terms) : IEngine
{
    private static readonly Dictionary<string, string[]> NamesOf = new()
    {
        [Schema.Library] = Corpus.LibraryNames,
        [Schema.Language] = Corpus.LanguageNames,
        [Schema.Format] = Corpus.FormatNames,
    };

    public virtual string Name => "fts5";

    protected Fts5File File { get; } = new(file);

    public virtual bool CanAnswer(Question question) => question.Kind != Kind.Fuzzy;

    public virtual Func<long> Prepare(Question question)
    {
        if (question.Kind == Kind.Suggestions)
        {
            return () => Suggest(question.Words[0]).Count;
        }

        var rows = RowsOf(question, question.IsNewestFirst ? "year DESC, rowid" : "rank");
        if (question.Facets.Length > 0)
        {
            var counts = CountsOf(question);
            return () =>
            {
                Read(rows, MatchOf(question), question);
                return Read(counts, MatchOf(question), question);
            };
        }

        var total = File[TotalOf(question)];
        return () =>
        {
            var match = MatchOf(question);
            Read(rows, match, question);
            Bind(total, match, question);
            total.Step();
            var found = total.Number(0);
            total.Run();
            return found;
        };
    }

    public virtual Answer? Answer(Question question)
    {
        if (question.Kind == Kind.Suggestions)
        {
            var words = Suggest(question.Words[0]);
            return new(words.Count, words, FullText.Answer.NoFacets);
        }

        var match = MatchOf(question);
        var total = File[TotalOf(question)];
        Bind(total, match, question);
        total.Step();
        var found = total.Number(0);
        total.Run();
        var firsts = new List<string>();
        if (question.IsNewestFirst || question.Kind is Kind.Prefix or Kind.Wildcard)
        {
            var rows = RowsOf(question, question.IsNewestFirst ? "year DESC, rowid" : "rowid");
            Bind(rows, match, question);
            while (rows.Step())
            {
                firsts.Add(Corpus.KeyOf((int)rows.Number(0)));
            }
        }

        return new(found, firsts, question.Facets.Length == 0 ? FullText.Answer.NoFacets : Facets(question, match));
    }

    public void Dispose() => File.Dispose();

    /// <summary>What stands behind MATCH. Words for which FTS5 has no word of its own are looked up first, which is a part of the answer.</summary>
    protected string MatchOf(Question question)
    {
        var match = question.Kind switch
        {
            Kind.All => string.Join(" AND ", question.Words.Select(Quoted)),
            Kind.Any => string.Join(" OR ", question.Words.Select(Quoted)),
            Kind.Phrase => Quoted(string.Join(' ', question.Words)),
            Kind.Prefix => $"{Quoted(question.Words[0])}*",
            Kind.Wildcard => string.Join(" OR ", Fitting(question.Words[0]).Select(Quoted)),
            Kind.Fuzzy => string.Join(" OR ", terms.Find(question).Select(Quoted)),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question.Kind, null),
        };
        return question.Field == Schema.Words ? match : $"{question.Field} : {match}";
    }

    protected static string Quoted(string words) => $"\"{words}\"";

    /// <summary>The statement that gives the first twenty hits in an order.</summary>
    protected Statement RowsOf(Question question, string order) => File[question.IsNarrowed || question.IsNewestFirst
        ? $"SELECT fts.rowid FROM fts JOIN books ON books.id = fts.rowid WHERE fts MATCH ?1{NarrowedTo(question)} ORDER BY {order.Replace("rowid", "fts.rowid", StringComparison.Ordinal)} LIMIT 20"
        : $"SELECT rowid FROM fts WHERE fts MATCH ?1 ORDER BY {order} LIMIT 20"];

    protected static void Bind(Statement statement, string match, Question question)
    {
        statement.With(1, match);
        if (question.FromYear > 0)
        {
            statement.With(2, question.FromYear).With(3, question.ToYear);
        }
    }

    /// <summary>Reads all rows.</summary>
    /// <returns>The number in the first, which is the total where a statement gives one.</returns>
    protected static long Read(Statement statement, string match, Question question)
    {
        Bind(statement, match, question);
        var (first, isFirst) = (0L, true);
        while (statement.Step())
        {
            var number = statement.Number(statement.Columns - 1);
            (first, isFirst) = (isFirst ? number : first, false);
        }

        return first;
    }

    private static string TotalOf(Question question) => question.IsNarrowed
        ? $"SELECT count(*) FROM fts JOIN books ON books.id = fts.rowid WHERE fts MATCH ?1{NarrowedTo(question)}"
        : "SELECT count(*) FROM fts WHERE fts MATCH ?1";

    private static string NarrowedTo(Question question) =>
        (question.FromYear == 0 ? "" : $" AND {InYears}") + (question.Libraries.Length == 0 ? "" : $" AND {InLibraries(question, "books.id")}");

    private const string InYears = "books.year BETWEEN ?2 AND ?3";

    private static string InLibraries(Question question, string book) => string.Create(
        CultureInfo.InvariantCulture,
        $"EXISTS(SELECT 1 FROM holdings WHERE holdings.book = {book} AND holdings.library IN ({string.Join(',', question.Libraries)}))");

    /// <summary>One row with the total, then a row for each value of each facet; its own filter does not narrow a facet.</summary>
    private Statement CountsOf(Question question)
    {
        var (years, libraries) = (question.FromYear > 0, question.Libraries.Length > 0);
        var both = $"{(years ? "y" : "1")} AND {(libraries ? "l" : "1")}";
        var sql = $"WITH hits AS MATERIALIZED (SELECT fts.rowid AS id, books.year AS year, books.language AS language, books.format AS format, " +
            $"{(years ? InYears : "1")} AS y, {(libraries ? InLibraries(question, "fts.rowid") : "1")} AS l " +
            $"FROM fts JOIN books ON books.id = fts.rowid WHERE fts MATCH ?1) SELECT 0 AS facet, 0 AS value, count(*) FROM hits WHERE {both}";
        foreach (var (at, facet) in question.Facets.Index())
        {
            var number = (at + 1).ToString(CultureInfo.InvariantCulture);
            sql += facet switch
            {
                Schema.Library => $" UNION ALL SELECT {number}, holdings.library, count(*) FROM hits JOIN holdings ON holdings.book = hits.id WHERE {(years ? "y" : "1")} GROUP BY holdings.library",
                Schema.Year => $" UNION ALL SELECT {number}, year, count(*) FROM hits WHERE {(libraries ? "l" : "1")} GROUP BY year",
                _ => $" UNION ALL SELECT {number}, {facet}, count(*) FROM hits WHERE {both} GROUP BY {facet}",
            };
        }

        return File[sql];
    }

    private Dictionary<string, IReadOnlyList<(string Value, long Count)>> Facets(Question question, string match)
    {
        var statement = CountsOf(question);
        Bind(statement, match, question);
        var counts = question.Facets.ToDictionary(facet => facet, _ => new List<(string Value, long Count)>());
        while (statement.Step())
        {
            if (statement.Number(0) is > 0 and var at)
            {
                var (facet, value) = (question.Facets[at - 1], statement.Number(1));
                counts[facet].Add((NameOf(facet, value), statement.Number(2)));
            }
        }

        return counts.ToDictionary(facet => facet.Key, facet => MostFrequent(facet.Value));
    }

    /// <summary>A value of a facet as our index has it.</summary>
    protected static string NameOf(string facet, long value) =>
        NamesOf.TryGetValue(facet, out var names) ? names[value] : value.ToString(CultureInfo.InvariantCulture);

    protected static IReadOnlyList<(string Value, long Count)> MostFrequent(IEnumerable<(string Value, long Count)> values) =>
        [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(FullText.Answer.Top)];

    private List<string> Fitting(string pattern)
    {
        var start = pattern[..pattern.AsSpan().IndexOfAny('*', '?')];
        var statement = File["SELECT term FROM terms WHERE term >= ?1 AND term < ?2 AND term GLOB ?3"].With(1, start).With(2, start + '\x7F').With(3, pattern);
        var found = new List<string>();
        while (statement.Step())
        {
            found.Add(statement.Text(0));
        }

        return found;
    }

    private List<string> Suggest(string start)
    {
        var statement = File["SELECT term, doc FROM terms WHERE term >= ?1 AND term < ?2 ORDER BY doc DESC, term LIMIT 10"].With(1, start).With(2, start + '\x7F');
        var found = new List<string>();
        while (statement.Step())
        {
            found.Add(FormattableString.Invariant($"{statement.Text(0)}={statement.Number(1)}"));
        }

        return found;
    }
}
