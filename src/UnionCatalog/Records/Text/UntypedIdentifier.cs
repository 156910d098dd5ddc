using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Tells by their form what identifiers are that the record does not name (dc:identifier).</summary>
internal static partial class UntypedIdentifier
{
    /// <summary>The standard identifiers in the text; empty where it follows no standard.</summary>
    public static IReadOnlyList<StandardIdentifier> Read(string text) => text switch
    {
        _ when FindDoi(text) is { } doi => [doi],
        _ when IsAddress(text) => [],
        _ when LooksLikeIsbn(text) => IdentifierParser.ReadIsbns(text),
        _ when LooksLikeIssn(text) => IdentifierParser.ReadIssns(text),
        _ => [],
    };

    /// <summary>The identifiers in a field for ISBNs: SLiMS has one field for ISBN and ISSN, and calls it ISBN.</summary>
    public static IReadOnlyList<StandardIdentifier> ReadIsbnOrIssn(string text) =>
        LooksLikeIssn(text) ? IdentifierParser.ReadIssns(text) : IdentifierParser.ReadIsbns(text);

    /// <summary>The DOI that the text is, bare or as an address; null where it is none. DOIs have no case (ISO 26324).</summary>
    public static StandardIdentifier? FindDoi(string text) => Doi().Match(text) is { Success: true } match
        ? new(IdentifierKind.Doi, match.Groups["doi"].Value.ToLowerInvariant(), text, IsValid: true)
        : null;

    /// <summary>
    /// It says so; or it is numbers only, with remarks in brackets, and one of them is valid or as long as an ISBN and begins
    /// like an ISBN-13 or an Indonesian ISBN-10; or it begins with a valid ISBN-13.
    /// </summary>
    private static bool LooksLikeIsbn(string text)
    {
        if (text.Contains("ISBN", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var (isNumbers, begins) = (OnlyNumbers().IsMatch(text), BookPrefix().IsMatch(text));
        return (isNumbers || begins)
            && IdentifierParser.ReadIsbns(text).Any(i => i.IsValid || (isNumbers && begins && i.Raw.Count(char.IsAsciiLetterOrDigit) is 10 or 13));
    }

    /// <summary>It says so, or it is nothing but a valid one with its hyphen.</summary>
    private static bool LooksLikeIssn(string text) =>
        text.Contains("ISSN", StringComparison.OrdinalIgnoreCase)
        || (OnlyIssn().IsMatch(text) && IdentifierParser.ReadIssns(text).Any(i => i.IsValid));

    private static bool IsAddress(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:doi:\s*|(?:https?://)?(?:dx\.)?doi\.org/)?(?<doi>10\.[0-9]{4,9}/\S+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Doi();

    [GeneratedRegex(@"^(?:[0-9Xx\s,;/\p{Pd}]|\([^()]*\))+$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyNumbers();

    [GeneratedRegex("^97[89]", RegexOptions.CultureInvariant)]
    private static partial Regex BookPrefix();

    [GeneratedRegex(@"^[0-9]{4}\p{Pd}[0-9]{3}[0-9Xx]$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyIssn();
}
