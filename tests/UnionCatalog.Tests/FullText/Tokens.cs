using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Tests.FullText;

/// <summary>A term as an analyzer gave it.</summary>
internal readonly record struct Token(string Term, int Position, int Start, int Length);

/// <summary>Keeps what an analyzer gives.</summary>
internal sealed class Tokens : ITokenSink
{
    private readonly List<Token> _all = [];

    public static List<Token> Of(IAnalyzer analyzer, string text)
    {
        var tokens = new Tokens();
        analyzer.Analyze(text, tokens);
        return tokens._all;
    }

    /// <summary>As case files have it: a bar between places, a plus between the terms of one place.</summary>
    public static string Show(IAnalyzer analyzer, string text) => string.Join(
        '|', Of(analyzer, text).GroupBy(token => token.Position).Select(place => string.Join('+', place.Select(token => token.Term))));

    public void Add(ReadOnlySpan<char> term, int position, int start, int length) =>
        _all.Add(new Token(term.ToString(), position, start, length));
}
