using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Pages;

/// <summary>What one library has of an edition under one call number, as a line of the page.</summary>
public sealed record HeldAt
{
    public required string Name { get; init; }

    public required string Library { get; init; }

    public string? Place { get; init; }

    public string? Branch { get; init; }

    public string? ShelfLocation { get; init; }

    public string? CallNumber { get; init; }

    /// <summary>The best that any copy offers.</summary>
    public required ItemStatus Status { get; init; }

    /// <summary>How many items; null when the library names none.</summary>
    public required int? Copies { get; init; }

    public required int Available { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How far it is from the place that the reader chose; null when none was chosen, or it is not known.</summary>
    public double? Kilometres { get; init; }

    /// <summary>One line a library: the holdings of its first call number stand for it. The nearest first where a place is given.</summary>
    public static IReadOnlyList<HeldAt> In(CatalogEntry entry, MemberDirectory members, LibraryPlace? near = null) =>
        [.. members.Places.Order(HoldingLibrary.Of(entry), near, library => library.Library).Select(library => Draw(library.Library, library.Holdings, members, near))];

    /// <summary>One line of some holdings, one at least.</summary>
    internal static HeldAt Draw(SourceId library, IReadOnlyList<Holding> holdings, MemberDirectory members, LibraryPlace? near = null)
    {
        var member = members.Find(library);
        return new HeldAt
        {
            Name = member?.Name ?? library.Value,
            Library = library.Value,
            Place = member?.Place,
            Branch = holdings[0].Branch,
            ShelfLocation = holdings[0].ShelfLocation,
            CallNumber = holdings.Select(holding => holding.CallNumber).FirstOrDefault(number => number is not null),
            Status = Best(holdings),
            Copies = holdings.Any(holding => holding.Barcode is not null) ? holdings.Count : null,
            Available = holdings.Count(holding => holding.Status == ItemStatus.Available),
            Notes = [.. holdings.SelectMany(holding => holding.Statements.Append(holding.Note)).OfType<string>().Distinct()],
            Kilometres = near is null ? null : members.Places.Kilometres(near, library),
        };
    }

    private static ItemStatus Best(IReadOnlyList<Holding> holdings) =>
        new[] { ItemStatus.Available, ItemStatus.OnLoan, ItemStatus.NotForLoan, ItemStatus.Unknown, ItemStatus.Missing }
            .First(status => holdings.Any(holding => holding.Status == status));
}
