using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>The address of a search for whatever has a text in one of its fields.</summary>
internal static class FieldAddress
{
    private const int Longest = 200;

    // What the search box takes for signs of its own.
    private static readonly char[] Signs = [' ', '"', '*', '(', ')', ':', ';', '<', '>', '|', '\u00A0'];

    /// <summary>The address; null for a text without words, and for one that is too long to be looked for.</summary>
    public static string? Of(SearchField field, string text)
    {
        var words = string.Join(' ', text.Split(Signs, StringSplitOptions.RemoveEmptyEntries).Select(word => Plain(word.Trim('-', '+', '!', '…'))).Where(word => word.Length > 0));
        return words.Length <= Longest && words.Any(char.IsLetterOrDigit) ? Search(field, words) : null;
    }

    /// <summary>The address of a search for a text whole.</summary>
    public static string? OfWhole(SearchField field, string text)
    {
        var words = text.Replace('"', ' ').TrimEnd('…').Trim();
        return words.Length <= Longest && words.Any(char.IsLetterOrDigit) ? Search(field, $"\"{words}\"") : null;
    }

    private static string Search(SearchField field, string text) =>
        "/search" + SearchAddress.Of(new SearchRequest { Fields = new Dictionary<SearchField, string> { [field] = text } });

    /// <summary>In capitals these are operators.</summary>
    private static string Plain(string word) => word is "OR" or "ATAU" ? word.ToLowerInvariant() : word;
}
