using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>Identifiers of MARC 024: the first indicator says the standard, or $2 where it is 7.</summary>
internal static partial class OtherIdentifiers
{
    public static IEnumerable<StandardIdentifier> Read(char indicator, string? source, string text) => (indicator, source?.ToLowerInvariant()) switch
    {
        ('2', _) or ('7', "ismn") => [ReadIsmn(text)],
        ('7', "doi") => [ReadDoi(text)],
        ('7', "isbn") => IdentifierParser.ReadIsbns(text),
        ('7', "issn" or "issn-l") => IdentifierParser.ReadIssns(text),
        ('3', _) when Digits(text) is var digits && digits.StartsWith("97", StringComparison.Ordinal) => IdentifierParser.ReadIsbns(text),
        _ => [new(IdentifierKind.Other, text, text, IsValid: true)],
    };

    // ISO 10957: thirteen digits from 9790; before 2009 "M" and nine digits.
    private static StandardIdentifier ReadIsmn(string text)
    {
        var bare = Digits(text);
        var digits = bare.StartsWith('M') ? "9790" + bare[1..] : bare;
        var isValid = digits.StartsWith("9790", StringComparison.Ordinal) && CheckDigits.ToIsbn13(digits) is not null && digits.Length == 13;
        return new(IdentifierKind.Ismn, isValid ? digits : text, text, isValid);
    }

    // ISO 26324: compared without case; written bare, with "doi:", or as an address.
    private static StandardIdentifier ReadDoi(string text)
    {
        var match = Doi().Match(text);
        return new(IdentifierKind.Doi, match.Success ? match.Value.ToLowerInvariant() : text, text, match.Success);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Doi();
}
