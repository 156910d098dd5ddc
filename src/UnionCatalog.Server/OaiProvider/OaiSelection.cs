namespace UnionCatalog.Server.OaiProvider;

/// <summary>What a list request selects (OAI-PMH 2.0, sections 2.7 and 4.5).</summary>
/// <param name="Prefix">The metadata prefix.</param>
/// <param name="From">The first instant that counts; null: no bound.</param>
/// <param name="Until">The last instant that counts; null: no bound.</param>
/// <param name="Set">The set; null: the whole repository.</param>
internal sealed record OaiSelection(string Prefix, DateTimeOffset? From, DateTimeOffset? Until, string? Set)
{
    /// <summary>Whether an item is selected.</summary>
    public bool Covers(OaiItem item) =>
        item.IsIn(Prefix)
        && (From is null || item.Datestamp >= From)
        && (Until is null || item.Datestamp <= Until)
        && (Set is null || item.BelongsTo(Set));
}

/// <summary>One page of a list.</summary>
/// <param name="Prefix">The metadata prefix of the list.</param>
/// <param name="Items">The page's items, oldest datestamp first.</param>
/// <param name="Cursor">How many items went before this page.</param>
/// <param name="Total">How many items the whole list has.</param>
/// <param name="Next">The token of the next page; null on the last one.</param>
internal sealed record OaiPage(string Prefix, IReadOnlyList<OaiItem> Items, int Cursor, int Total, ResumptionToken? Next);
