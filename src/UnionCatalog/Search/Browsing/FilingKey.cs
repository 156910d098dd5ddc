using UnionCatalog.FullText.Analysis;
using UnionCatalog.Search.Card;

namespace UnionCatalog.Search.Browsing;

/// <summary>What headings are filed by.</summary>
internal static class FilingKey
{
    /// <summary>The key of a text in a list; empty where it has neither a letter nor a digit, and is not filed.</summary>
    public static string Of(BrowseList list, string text) => Cut(list == BrowseList.CallNumber ? ShelfKey.Of(text) : OfWords(text));

    /// <summary>Word by word: what is shorter stands first, and signs count for nothing.</summary>
    private static string OfWords(string text) => string.Join(' ', CatalogSchema.Words.Terms(text));

    private static string Cut(string key) => CardLimits.Cut(key, BrowseTerm.KeyLength).TrimEnd();
}
