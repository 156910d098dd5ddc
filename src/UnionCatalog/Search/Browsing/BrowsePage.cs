namespace UnionCatalog.Search.Browsing;

/// <summary>A part of a list, in its order.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Entries">The headings.</param>
public sealed record BrowsePage(BrowseRequest Request, IReadOnlyList<BrowseEntry> Entries)
{
    /// <summary>
    /// Before which of <see cref="Entries"/> what was asked for stands, or would: their number for behind the last. Null where no
    /// place was asked for, or what comes before it.
    /// </summary>
    public int? Place { get; init; }

    /// <summary>Whether the heading that was asked for is there, at <see cref="Place"/>.</summary>
    public bool IsExact { get; init; }

    /// <summary>The cursor of what comes before, to be asked backwards; null: nothing does.</summary>
    public string? Previous { get; init; }

    /// <summary>The cursor of what comes behind, to be asked forwards; null: nothing does.</summary>
    public string? Next { get; init; }
}

/// <summary>A heading of a list.</summary>
/// <param name="Heading">As most editions write it; what is too long for a line ends with an ellipsis.</param>
/// <param name="Count">How many editions stand under it.</param>
/// <param name="Spellings">The ways in which it is written, the most frequent first, at most 10.</param>
public sealed record BrowseEntry(string Heading, long Count, IReadOnlyList<string> Spellings);
