using System.Xml.Linq;

namespace UnionCatalog.Records.DublinCore;

/// <summary>The summary and the notes of a Dublin Core record.</summary>
/// <param name="Summary">The abstract, or where there is none the first description.</param>
/// <param name="Notes">The other descriptions and the rights.</param>
internal sealed record DublinCoreTexts(string? Summary, IReadOnlyList<string> Notes)
{
    /// <summary>Reads them from a record's element.</summary>
    public static DublinCoreTexts Read(XElement dc)
    {
        var summary = dc.Texts("abstract").Concat(dc.Texts("description")).FirstOrDefault();
        return new(summary, [.. dc.Texts("description").Concat(dc.Texts("rights")).Where(text => text != summary).Distinct()]);
    }
}
