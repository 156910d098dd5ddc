namespace UnionCatalog.FullText.Queries;

/// <summary>Builds queries from text that a person typed.</summary>
public static class TextQuery
{
    /// <summary>
    /// All words of the text must be there, each in any of these fields; what stands in double quotes must stand together.
    /// Text without a word finds every document.
    /// </summary>
    public static Query AllWords(IndexSchema schema, IReadOnlyList<string> fields, string text) => throw new NotImplementedException();
}
