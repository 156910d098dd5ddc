using UnionCatalog.Members;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Pages;

/// <summary>One library that has an edition, with every shelf on which it stands.</summary>
/// <param name="Id">The library's id.</param>
/// <param name="Name">The library's name.</param>
/// <param name="Member">What is configured of it; null when it is a member no longer.</param>
/// <param name="Links">The pages of its records in its own catalogue.</param>
/// <param name="Shelves">One line a branch, shelf and call number.</param>
public sealed record Holder(string Id, string Name, Member? Member, IReadOnlyList<Uri> Links, IReadOnlyList<HeldAt> Shelves)
{
    private const int MostLinks = 5;

    /// <summary>How far it is from the place that the reader chose; null when none was chosen, or it is not known.</summary>
    public double? Kilometres => Shelves[0].Kilometres;

    /// <summary>The libraries of an edition, each once; the nearest first where a place is given.</summary>
    public static IReadOnlyList<Holder> EachOf(CatalogEntry entry, MemberDirectory members, LibraryPlace? near = null) =>
    [
        .. from library in members.Places.Order(HoldingLibrary.Of(entry), near, library => library.Library)
           let member = members.Find(library.Library)
           let shelves = library.Holdings.GroupBy(holding => (holding.Branch, holding.ShelfLocation, holding.CallNumber))
           select new Holder(
               library.Library.Value,
               member?.Name ?? library.Library.Value,
               member,
               [.. library.Records.Select(record => record.Link).OfType<Uri>().Distinct().Take(MostLinks)],
               [.. shelves.Select(shelf => HeldAt.Draw(library.Library, [.. shelf], members, near))]),
    ];
}
