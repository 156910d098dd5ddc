using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.DublinCore;

/// <summary>The summary, the notes, the edition statement and the titles of the work of a Dublin Core record.</summary>
/// <param name="Summary">The abstract, or where there is none the first description.</param>
/// <param name="Notes">The other descriptions and the rights.</param>
/// <param name="Edition">A description that is nothing but an edition statement: Dublin Core has no other place for one.</param>
/// <param name="WorkTitles">What it says that it is a version of, in an element for that or in a description.</param>
internal sealed partial record DublinCoreTexts(
    string? Summary, IReadOnlyList<string> Notes, string? Edition, IReadOnlyList<WorkTitle> WorkTitles)
{
    private const int LongestEdition = 40;

    /// <summary>Reads them from a record's element.</summary>
    public static DublinCoreTexts Read(ElementTexts dc)
    {
        var edition = dc.Texts("description").FirstOrDefault(IsEdition);
        var descriptions = dc.Texts("description").Where(text => text != edition).ToList();
        var summary = dc.Texts("abstract").Concat(descriptions).FirstOrDefault();
        var versions = dc.Texts("isVersionOf").Where(text => WebAddress.Find(text) is null).Select(text => new WorkTitle(TitleStatement.Read(text).Title.Proper, WorkTitleKind.Original));
        return new(
            summary,
            [.. descriptions.Concat(dc.Texts("rights")).Where(text => text != summary).Distinct()],
            edition,
            WorkTitleTexts.Join(versions, descriptions.Concat(dc.Texts("relation")).Concat(dc.Texts("alternative"))));
    }

    private static bool IsEdition(string text) => text.Length <= LongestEdition && EditionStart().IsMatch(text);

    /// <summary>"Cet. 9", "Cetakan ke-3", "Ed. rev.", "Edisi kedua", "2nd ed.".</summary>
    [GeneratedRegex(
        @"^(?:(?:cet|ed)\.|cetakan\b|edisi\b|edition\b|[0-9]+(?:st|nd|rd|th)\s+ed)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EditionStart();
}
