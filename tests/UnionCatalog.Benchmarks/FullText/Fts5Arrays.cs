namespace UnionCatalog.Benchmarks.FullText;

/// <summary>
/// FTS5 by someone who counts facets over plain arrays in memory: its numbers of the hits are read one by one, nothing is
/// ranked, the first twenty are those with the lowest numbers.
/// </summary>
internal sealed class Fts5Arrays(string file, TermFinder terms, Survey survey) : Fts5Engine(file, terms)
{
    private readonly int[] _byLibrary = new int[Corpus.LibraryCount];
    private readonly int[] _byYear = new int[Corpus.LastYear + 1];
    private readonly int[] _byLanguage = new int[Corpus.LanguageCount];
    private readonly int[] _byFormat = new int[Corpus.FormatCount];
    private readonly bool[] _wanted = new bool[Corpus.LibraryCount];

    public override string Name => "fts5-arrays";

    public override bool CanAnswer(Question question) => question.Facets.Length > 0;

    public override Func<long> Prepare(Question question)
    {
        var rows = File["SELECT rowid FROM fts WHERE fts MATCH ?1"];
        return () =>
        {
            var total = Count(rows, question);
            foreach (var facet in question.Facets)
            {
                MostFrequent(ValuesOf(facet));
            }

            return total;
        };
    }

    public override Answer? Answer(Question question) => !CanAnswer(question) ? null : new(
        Count(File["SELECT rowid FROM fts WHERE fts MATCH ?1"], question),
        [],
        question.Facets.ToDictionary(facet => facet, facet => MostFrequent(ValuesOf(facet))));

    private IEnumerable<(string Value, long Count)> ValuesOf(string facet)
    {
        var counts = facet switch
        {
            Schema.Library => _byLibrary,
            Schema.Year => _byYear,
            Schema.Language => _byLanguage,
            _ => _byFormat,
        };
        return counts.Index().Where(value => value.Item > 0).Select(value => (NameOf(facet, value.Index), (long)value.Item));
    }

    private long Count(Statement rows, Question question)
    {
        Array.Clear(_byLibrary);
        Array.Clear(_byYear);
        Array.Clear(_byLanguage);
        Array.Clear(_byFormat);
        Array.Clear(_wanted);
        foreach (var library in question.Libraries)
        {
            _wanted[library] = true;
        }

        var total = 0L;
        rows.With(1, MatchOf(question));
        while (rows.Step())
        {
            var book = (int)rows.Number(0);
            var libraries = survey.Libraries.AsSpan()[survey.LibraryStarts[book]..survey.LibraryStarts[book + 1]];
            var isOfYears = question.FromYear == 0 || (survey.Year[book] >= question.FromYear && survey.Year[book] <= question.ToYear);
            var isOfLibraries = question.Libraries.Length == 0 || IsWanted(libraries);
            if (isOfYears)
            {
                foreach (var library in libraries)
                {
                    _byLibrary[library]++;
                }
            }

            if (isOfLibraries)
            {
                _byYear[survey.Year[book]]++;
            }

            if (isOfYears && isOfLibraries)
            {
                total++;
                _byLanguage[survey.Language[book]]++;
                _byFormat[survey.Format[book]]++;
            }
        }

        return total;
    }

    private bool IsWanted(ReadOnlySpan<ushort> libraries)
    {
        foreach (var library in libraries)
        {
            if (_wanted[library])
            {
                return true;
            }
        }

        return false;
    }
}
