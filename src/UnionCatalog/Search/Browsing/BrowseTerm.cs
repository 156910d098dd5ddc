using UnionCatalog.FullText;

namespace UnionCatalog.Search.Browsing;

/// <summary>
/// A heading as a term of the index: what it is filed by, then the heading as it is written. So the terms stand in the order of the
/// list, spellings that are filed alike stand together, and a page of the list is read from the dictionary alone.
/// </summary>
internal static class BrowseTerm
{
    /// <summary>What a heading is filed by is cut here, in UTF-16 units: with the heading it is a term.</summary>
    public const int KeyLength = 96;

    /// <summary>A heading is cut here, its ellipsis included.</summary>
    public const int HeadingLength = IndexLimits.TermLength - KeyLength - 1;

    /// <summary>Less than all that a key is made of, a blank too: a heading stands before those that go on from it.</summary>
    private const char Separator = '\u0001';

    /// <summary>The next after the separator: behind all spellings of a heading, before all that go on from it.</summary>
    private const char End = '\u0002';

    private const int ShortestCut = HeadingLength / 2;
    private const char Ellipsis = '…';

    /// <summary>The index's field of a list.</summary>
    public static string FieldOf(BrowseList list) => "browse" + list;

    /// <summary>The term of a heading.</summary>
    public static string Of(string key, string heading) => key + Separator + Shown(heading);

    /// <summary>The two parts of a term.</summary>
    public static (string Key, string Heading) Read(string term) =>
        term.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var at ? (term[..at], term[(at + 1)..]) : (term, term);

    /// <summary>Behind every spelling of the heading that is filed so.</summary>
    public static string Behind(string key) => key + End;

    /// <summary>Whether a heading was too long, so that it is not all that is written.</summary>
    public static bool IsCut(string heading) => heading.Length > ShortestCut && heading[^1] == Ellipsis;

    /// <summary>As many whole words as there is room for.</summary>
    private static string Shown(string heading)
    {
        var line = heading.Any(char.IsControl) ? string.Concat(heading.Select(letter => char.IsControl(letter) ? ' ' : letter)) : heading;
        if (line.Length <= HeadingLength)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', HeadingLength - 1);
        return Card.CardLimits.Cut(line, end > ShortestCut ? end : HeadingLength - 1).TrimEnd() + Ellipsis;
    }
}
