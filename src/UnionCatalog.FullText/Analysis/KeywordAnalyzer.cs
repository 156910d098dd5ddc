namespace UnionCatalog.FullText.Analysis;

/// <summary>The whole text is one term, folded, with single spaces: for numbers, codes and names that are matched whole.</summary>
public sealed class KeywordAnalyzer : IAnalyzer
{
    /// <inheritdoc/>
    public string Identity => FormattableString.Invariant($"keyword 1 folding {TextFolding.Version}");

    /// <inheritdoc/>
    public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
    {
        var words = TextFolding.Fold(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0)
        {
            tokens.Add(TextAnalyzer.Bounded(string.Join(' ', words)), 0, 0, text.Length);
        }
    }
}
