namespace UnionCatalog.FullText.Analysis;

/// <summary>Turns text into the terms it is found under. Safe to use from several threads.</summary>
public interface IAnalyzer
{
    /// <summary>
    /// Names the analysis and its version. An index built with another identity must be rebuilt, so it has to change whenever
    /// <see cref="Analyze"/> gives other terms.
    /// </summary>
    string Identity { get; }

    /// <summary>Gives the terms of a text, in order of their positions.</summary>
    /// <param name="text">The text. It may be anything, half surrogate pairs included.</param>
    /// <param name="tokens">Takes them.</param>
    void Analyze(ReadOnlySpan<char> text, ITokenSink tokens);
}

/// <summary>Takes terms from an analyzer.</summary>
public interface ITokenSink
{
    /// <summary>Takes one term.</summary>
    /// <param name="term">The term, 1 to <see cref="IndexLimits.TermLength"/> code units. Only valid during the call.</param>
    /// <param name="position">Its place among the words, from 0; never less than the one before. Terms at one position stand for the same word.</param>
    /// <param name="start">Where the word starts in the text, in UTF-16 code units.</param>
    /// <param name="length">How long it is there.</param>
    void Add(ReadOnlySpan<char> term, int position, int start, int length);
}

/// <summary>An analyzer's terms as a list, where speed does not matter: for queries.</summary>
public static class AnalyzerTerms
{
    /// <summary>The terms of a text, in order; of those at one position the first only.</summary>
    public static IReadOnlyList<string> Terms(this IAnalyzer analyzer, string text)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var list = new List();
        analyzer.Analyze(text, list);
        return list.Terms;
    }

    private sealed class List : ITokenSink
    {
        private int _last = -1;

        public List<string> Terms { get; } = [];

        public void Add(ReadOnlySpan<char> term, int position, int start, int length)
        {
            if (position > _last)
            {
                _last = position;
                Terms.Add(term.ToString());
            }
        }
    }
}
