namespace UnionCatalog.Server.Feeds;

/// <summary>A list of new titles to subscribe to, whatever form it is written in. All addresses are whole.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Publisher">Who gives it out.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="Self">Where it is.</param>
/// <param name="Page">The page for people.</param>
/// <param name="Updated">When the latest entry came.</param>
/// <param name="Entries">The latest first.</param>
internal sealed record Feed(
    string Title, string Publisher, string Language, string Self, string Page, DateTimeOffset Updated, IReadOnlyList<FeedEntry> Entries);

/// <summary>One title.</summary>
/// <param name="Address">Its page, which never changes and so names it.</param>
/// <param name="Title">The title.</param>
/// <param name="Authors">Who made it.</param>
/// <param name="Summary">A line about it.</param>
/// <param name="Subjects">Its subject headings.</param>
/// <param name="Added">When it came.</param>
internal sealed record FeedEntry(
    string Address, string Title, IReadOnlyList<string> Authors, string Summary, IReadOnlyList<string> Subjects, DateTimeOffset Added);
