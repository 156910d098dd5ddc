using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>
/// The numbers by which agencies beyond one library know a record; the lexicon names the agencies. A library's own number is
/// another for each of its records, and says nothing.
/// </summary>
internal static partial class AgencyNumbers
{
    private const string Congress = "DLC";
    private const int SerialLength = 6;

    // A record with more is a list.
    private const int Most = 20;

    /// <summary>Each after its agency and a colon, in their order.</summary>
    public static IReadOnlyList<string> Read(BibRecord record) =>
    [
        .. record.ControlNumbers
            .Where(number => number.Agency is { } agency && Lexicon.IsUnionAgency(agency))
            .Select(number => $"{number.Agency}:{Canonical(number.Number, number.Agency!)}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Take(Most),
    ];

    private static string Canonical(string number, string agency)
    {
        var digits = string.Concat(number.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return agency == Congress && CongressNumber().Match(number) is { Success: true } match
            ? match.Groups["prefix"].Value.ToLowerInvariant() + match.Groups["year"].Value + match.Groups["serial"].Value.PadLeft(SerialLength, '0')
            : digits;
    }

    // "89-6170" is "89006170" (the Library of Congress, "Structure of the LC control number"); revisions and suffixes follow.
    [GeneratedRegex(@"^\s*(?<prefix>[A-Za-z]{0,3})\s*(?<year>[0-9]{2}|[0-9]{4})(?:-(?<serial>[0-9]{1,6})|(?<serial>[0-9]{6}))(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CongressNumber();
}
