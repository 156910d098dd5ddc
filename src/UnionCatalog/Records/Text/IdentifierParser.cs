namespace UnionCatalog.Records.Text;

/// <summary>Reads ISBN and ISSN as catalogues write them: hyphens, spaces, qualifiers, several in one field.</summary>
public static class IdentifierParser
{
    /// <summary>Reads every ISBN in a field such as "979-433-123-4 (jil. 1)"; one that is not valid where none is.</summary>
    public static IReadOnlyList<StandardIdentifier> ReadIsbns(string field) => throw new NotImplementedException();

    /// <summary>Reads an ISSN field.</summary>
    public static IReadOnlyList<StandardIdentifier> ReadIssns(string field) => throw new NotImplementedException();
}
