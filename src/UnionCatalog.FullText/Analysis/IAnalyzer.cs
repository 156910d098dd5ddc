namespace UnionCatalog.FullText.Analysis;

/// <summary>Turns text into the terms it is found under.</summary>
public interface IAnalyzer
{
    /// <summary>The terms of a text, in order. A term's place in the list is its position.</summary>
    IReadOnlyList<string> Analyze(string text);
}
