namespace UnionCatalog.Search.Browsing;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="List">The list.</param>
public sealed record BrowseRequest(BrowseList List)
{
    /// <summary>Where to stand, in any spelling. Default: at the beginning, or backwards at the end.</summary>
    public string From { get; init; } = "";

    /// <summary>Where to go on, as <see cref="BrowsePage.Next"/> or <see cref="BrowsePage.Previous"/> gave it; it goes before <see cref="From"/>.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether the headings before that place are wanted, and not those from there on.</summary>
    public bool IsBackward { get; init; }

    /// <summary>Headings a page, 1 to <see cref="MaximumSize"/>. Default: 25.</summary>
    public int Size { get; init; } = 25;

    /// <summary>Headings before <see cref="From"/> that are shown with those from there on, fewer than <see cref="Size"/>. Default: 0.</summary>
    public int Neighbours { get; init; }

    /// <summary>The largest page: 100.</summary>
    public const int MaximumSize = 100;
}
