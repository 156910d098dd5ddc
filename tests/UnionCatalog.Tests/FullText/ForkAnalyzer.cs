using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Tests.FullText;

/// <summary>Words between spaces; "a/b" is two terms at one position, and "_" a position without a term.</summary>
internal sealed class ForkAnalyzer : IAnalyzer
{
    public string Identity => "fork 1";

    public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
    {
        var position = 0;
        foreach (var word in text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var term in word == "_" ? [] : word.Split('/', StringSplitOptions.RemoveEmptyEntries).Distinct())
            {
                tokens.Add(term, position, 0, 0);
            }

            position++;
        }
    }
}
