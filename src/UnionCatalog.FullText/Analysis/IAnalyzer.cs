namespace UnionCatalog.FullText.Analysis;

/// <summary>Turns text into the terms it is found under.</summary>
public interface IAnalyzer
{
    /// <summary>The longest term, in UTF-16 code units: 200. What is longer is cut off there.</summary>
    const int MaximumTermLength = 200;

    /// <summary>
    /// Names the analysis and its version. An index built with another identity must be rebuilt, so it has to change whenever
    /// <see cref="Analyze"/> gives other terms. Default: the type's name and the version of <see cref="TextFolding"/>.
    /// </summary>
    string Identity => FormattableString.Invariant($"{GetType().FullName} 1 folding {TextFolding.Version}");

    /// <summary>The terms of a text, in order. A term's place in the list is its position.</summary>
    IReadOnlyList<string> Analyze(string text);
}
