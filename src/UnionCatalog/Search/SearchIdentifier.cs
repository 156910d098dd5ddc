using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Search;

/// <summary>The forms under which a standard identifier is found, and the form a reader's typing is brought to.</summary>
internal static class SearchIdentifier
{
    /// <summary>The canonical form and the raw one, both without hyphens and spaces.</summary>
    public static IEnumerable<string> Forms(StandardIdentifier identifier) =>
        new[] { Bare(identifier.Value), Bare(identifier.Raw) }.Distinct();

    /// <summary>What to look up when all that was typed is one identifier; null when it is something else.</summary>
    public static string? Find(string text)
    {
        var candidates = IdentifierParser.ReadIsbns(text).Concat(IdentifierParser.ReadIssns(text));
        var found = candidates.FirstOrDefault(identifier => identifier.IsValid);
        return found is not null && IsLabel(text.Replace(found.Raw, "", StringComparison.Ordinal)) ? Bare(found.Value) : null;
    }

    /// <summary>Whether beside the number there is no more than what it is called.</summary>
    private static bool IsLabel(string rest) =>
        Bare(rest).ToUpperInvariant() is "" or "ISBN" or "ISSN" or "ISBN10" or "ISBN13" or "EISBN" or "EISSN" or "PISSN" or "URNISBN" or "URNISSN";

    /// <summary>Letters and digits only.</summary>
    public static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
