using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>
/// The numbers by which agencies beyond one library know a record; the lexicon names the agencies. A library's own number is
/// another for each of its records, and says nothing.
/// </summary>
internal static class AgencyNumbers
{
    // A record with more is a list.
    private const int Most = 20;

    /// <summary>Each after its agency and a colon, in their order.</summary>
    public static IReadOnlyList<string> Read(BibRecord record) =>
    [
        .. record.ControlNumbers
            .Where(number => number.Agency is { } agency && Lexicon.IsUnionAgency(agency))
            .Select(number => $"{number.Agency}:{string.Concat(number.Number.Where(char.IsLetterOrDigit)).ToLowerInvariant()}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Take(Most),
    ];
}
