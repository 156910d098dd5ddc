using UnionCatalog.FullText.Analysis;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Search.Browsing;

namespace UnionCatalog.Tests.Search.Browsing;

/// <summary>The demo's editions, and its lists as a plain look at every edition draws them up.</summary>
internal static class DemoLists
{
    public static async Task<List<CatalogEntry>> EditionsAsync()
    {
        var search = (await DemoBench.Bench).Search;
        var editions = new List<CatalogEntry>();
        for (var page = 1; editions.Count < search.EntryCount; page++)
        {
            editions.AddRange(search.Search(new SearchRequest { Sort = SearchSort.Title, Page = page, Size = 100 }).Entries);
        }

        return editions;
    }

    /// <summary>Each heading once, under the key that it is filed by, with how many editions have it.</summary>
    public static async Task<List<(string Key, string Heading, int Count)>> OfAsync(BrowseList list) =>
    [
        .. (await EditionsAsync())
            .SelectMany(edition => Headings(list, edition).Select(heading => (Key: Key(list, heading.Filed), heading.Text)).Where(heading => heading.Key.Length > 0).DistinctBy(heading => heading.Key))
            .GroupBy(heading => heading.Key, heading => heading.Text)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.CountBy(text => text).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).First().Key, group.Count())),
    ];

    private static string Key(BrowseList list, string text) =>
        list == BrowseList.CallNumber ? ShelfKey.Of(text) : Cut(string.Join(' ', CatalogSchema.Words.Terms(text)));

    private static string Cut(string key) => (key.Length <= BrowseTerm.KeyLength ? key : key[..BrowseTerm.KeyLength]).TrimEnd();

    private static IEnumerable<(string Filed, string Text)> Headings(BrowseList list, CatalogEntry edition)
    {
        var (card, title) = (edition.Description, edition.Description.Title);
        IEnumerable<string?> texts = list switch
        {
            BrowseList.Author => card.Contributors.Select(contributor => contributor.Name),
            BrowseList.Subject => card.Subjects.Select(subject => subject.Text),
            BrowseList.Series => card.Series.Select(series => series.Title),
            BrowseList.CallNumber => edition.Libraries.SelectMany(library => library.Holdings).Select(holding => holding.CallNumber),
            _ => [title.Parallel, title.OriginalScript],
        };
        IEnumerable<(string, string)> titles = list == BrowseList.Title && title.PartNumber is null && title.PartName is null
            ? [(title.Proper[Math.Min(title.NonFiling, title.Proper.Length)..], title.Proper)]
            : list == BrowseList.Title ? [WithPart(title)] : [];
        return titles.Concat(texts.OfType<string>().Select(text => (text, text)));
    }

    private static (string Filed, string Text) WithPart(Title title)
    {
        var text = $"{title.Proper}. {string.Join(", ", new[] { title.PartNumber, title.PartName }.OfType<string>())}";
        return (text[title.NonFiling..], text);
    }
}
