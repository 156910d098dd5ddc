namespace UnionCatalog.FullText.Analysis;

/// <summary>The whole text is one term, folded, with single spaces: for numbers, codes and names that are matched whole.</summary>
public sealed class KeywordAnalyzer : IAnalyzer
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Analyze(string text)
    {
        var words = TextFolding.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : [TextAnalyzer.Bounded(string.Join(' ', words))];
    }
}
