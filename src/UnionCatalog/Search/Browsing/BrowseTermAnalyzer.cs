using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.Search.Browsing;

/// <summary>Passes on a <see cref="BrowseTerm"/> as it is: its key is folded already, and its heading is to be read.</summary>
internal sealed class BrowseTermAnalyzer : IAnalyzer
{
    /// <summary>Counted up when headings are filed or written otherwise; the words' analysis tells of itself.</summary>
    private const int Version = 1;

    /// <inheritdoc/>
    public string Identity { get; } = FormattableString.Invariant($"browse term {Version} {new TextAnalyzer().Identity}");

    /// <inheritdoc/>
    public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (text.Length > 0)
        {
            tokens.Add(text[..Math.Min(text.Length, IndexLimits.TermLength)], 0, 0, text.Length);
        }
    }
}
