using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Tells by their form what identifiers are that the record does not name (dc:identifier).</summary>
internal static partial class UntypedIdentifier
{
    /// <summary>The standard identifiers in the text; empty where it follows no standard.</summary>
    public static IReadOnlyList<StandardIdentifier> Read(string text) => text switch
    {
        _ when FindDoi(text) is { } doi => [doi],
        _ when IdentifierParser.LooksLikeIsbn(text) => IdentifierParser.ReadIsbns(text),
        _ when IdentifierParser.LooksLikeIssn(text) => IdentifierParser.ReadIssns(text),
        _ => [],
    };

    /// <summary>The identifiers in a field for ISBNs: SLiMS has one field for ISBN and ISSN, and calls it ISBN.</summary>
    public static IReadOnlyList<StandardIdentifier> ReadIsbnOrIssn(string text) =>
        IdentifierParser.LooksLikeIssn(text) ? IdentifierParser.ReadIssns(text) : IdentifierParser.ReadIsbns(text);

    /// <summary>The DOI that the text is, bare or as an address; null where it is none. DOIs have no case (ISO 26324).</summary>
    public static StandardIdentifier? FindDoi(string text) => Doi().Match(text) is { Success: true } match
        ? new(IdentifierKind.Doi, match.Groups["doi"].Value.ToLowerInvariant(), text, IsValid: true)
        : null;

    [GeneratedRegex(@"^(?:doi:\s*|(?:https?://)?(?:dx\.)?doi\.org/)?(?<doi>10\.[0-9]{4,9}/\S+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Doi();
}
