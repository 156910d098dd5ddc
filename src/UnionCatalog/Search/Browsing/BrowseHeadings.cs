using UnionCatalog.FullText;
using UnionCatalog.Records;

namespace UnionCatalog.Search.Browsing;

/// <summary>What an edition stands under in the alphabetical lists.</summary>
internal static class BrowseHeadings
{
    /// <summary>Names and subjects of one edition that are filed: those that are counted as facets too.</summary>
    private const int Most = EntryColumns.MostHeadings;

    /// <summary>Call numbers of one edition; each library may have its own.</summary>
    private const int MostCallNumbers = 100;

    /// <summary>The lists' fields, which are searched by nobody: they score nothing.</summary>
    public static IEnumerable<TextField> Fields =>
        Enum.GetValues<BrowseList>().Select(list => new TextField(BrowseTerm.FieldOf(list), new BrowseTermAnalyzer(), Weight: 0f, LengthPenalty: 0));

    /// <summary>Files an edition.</summary>
    public static void Add(IndexDocument document, CatalogEntry entry)
    {
        foreach (var list in Enum.GetValues<BrowseList>())
        {
            var filed = Of(list, entry).Where(heading => !string.IsNullOrWhiteSpace(heading.Text))
                .Select(heading => (Key: FilingKey.Of(list, heading.Filed), heading.Text))
                .Where(heading => heading.Key.Length > 0)
                .DistinctBy(heading => heading.Key);
            foreach (var (key, text) in filed)
            {
                document.AddText(BrowseTerm.FieldOf(list), BrowseTerm.Of(key, text));
            }
        }
    }

    /// <summary>A title with the name of its part.</summary>
    public static string OfTitle(Title title) => WithPart(title.Proper, title);

    private static IEnumerable<(string Filed, string Text)> Of(BrowseList list, CatalogEntry entry) => list switch
    {
        BrowseList.Author => Alike(entry.Description.Contributors.Select(contributor => contributor.Name).Take(Most)),
        BrowseList.Title => Titles(entry.Description.Title),
        BrowseList.Subject => Alike(entry.Description.Subjects.Select(subject => subject.Text).Take(Most)),
        BrowseList.Series => Alike(entry.Description.Series.Select(series => series.Title).Take(Most)),
        _ => Alike(entry.Libraries.SelectMany(library => library.Holdings).Select(holding => holding.CallNumber).OfType<string>().Distinct().Take(MostCallNumbers)),
    };

    private static IEnumerable<(string Filed, string Text)> Titles(Title title) =>
    [
        (WithPart(EntryDocument.Filed(title), title), OfTitle(title)),
        .. Alike(new[] { title.Parallel, title.OriginalScript }.OfType<string>()),
    ];

    private static IEnumerable<(string Filed, string Text)> Alike(IEnumerable<string> headings) => headings.Select(heading => (heading, heading));

    private static string WithPart(string proper, Title title)
    {
        var part = string.Join(", ", new[] { title.PartNumber, title.PartName }.Where(text => !string.IsNullOrWhiteSpace(text)));
        return part.Length == 0 ? proper : proper.Length == 0 ? part : $"{proper}. {part}";
    }
}
