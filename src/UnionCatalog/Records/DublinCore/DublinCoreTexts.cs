using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace UnionCatalog.Records.DublinCore;

/// <summary>The summary, the notes and the edition statement of a Dublin Core record.</summary>
/// <param name="Summary">The abstract, or where there is none the first description.</param>
/// <param name="Notes">The other descriptions and the rights.</param>
/// <param name="Edition">A description that is nothing but an edition statement: Dublin Core has no other place for one.</param>
internal sealed partial record DublinCoreTexts(string? Summary, IReadOnlyList<string> Notes, string? Edition)
{
    private const int LongestEdition = 40;

    /// <summary>Reads them from a record's element.</summary>
    public static DublinCoreTexts Read(XElement dc)
    {
        var edition = dc.Texts("description").FirstOrDefault(IsEdition);
        var descriptions = dc.Texts("description").Where(text => text != edition).ToList();
        var summary = dc.Texts("abstract").Concat(descriptions).FirstOrDefault();
        return new(summary, [.. descriptions.Concat(dc.Texts("rights")).Where(text => text != summary).Distinct()], edition);
    }

    private static bool IsEdition(string text) => text.Length <= LongestEdition && EditionStart().IsMatch(text);

    /// <summary>"Cet. 9", "Cetakan ke-3", "Ed. rev.", "Edisi kedua", "2nd ed.".</summary>
    [GeneratedRegex(
        @"^(?:(?:cet|ed)\.|cetakan\b|edisi\b|edition\b|[0-9]+(?:st|nd|rd|th)\s+ed)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EditionStart();
}
