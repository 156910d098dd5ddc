using UnionCatalog.Availability;
using UnionCatalog.Records;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Availability;

/// <summary>Whether an edition is in, library by library.</summary>
/// <param name="Id">The edition.</param>
/// <param name="Libraries">The libraries that have it.</param>
public sealed record ApiAvailability(string Id, IReadOnlyList<ApiLibraryAvailability> Libraries)
{
    internal static ApiAvailability From(CatalogEntry entry, IReadOnlyDictionary<string, LibraryNow> libraries) =>
        new(entry.Id, [.. HoldingLibrary.Of(entry).Select(library => ApiLibraryAvailability.Of(library, libraries[library.Library.Value]))]);
}

/// <summary>Whether it is in at one library.</summary>
/// <param name="Library">The library's id.</param>
/// <param name="From">Whether the library said so just now, or it is known from the last harvest.</param>
/// <param name="Status">The best that any item offers.</param>
/// <param name="Copies">How many items; null when the library names none.</param>
/// <param name="Available">How many of them can be had.</param>
/// <param name="Due">When the first item that is lent is to be back; null when none is, or it is not told.</param>
/// <param name="Items">The items.</param>
/// <param name="AskedAt">When the library was asked; null when it was not, or did not answer.</param>
/// <param name="HarvestedAt">When its last harvest was complete; null when none was.</param>
public sealed record ApiLibraryAvailability(
    string Library, StatusOrigin From, ItemStatus Status, int? Copies, int Available, DateOnly? Due, IReadOnlyList<ApiItemNow> Items, DateTimeOffset? AskedAt, DateTimeOffset? HarvestedAt)
{
    internal static ApiLibraryAvailability Of(HoldingLibrary library, LibraryNow now)
    {
        var items = now.Told ?? new ItemsNow(
            [.. library.Holdings.Select(holding => new ItemNow(holding.Status, Due: null, holding.Barcode, holding.CallNumber)).DefaultIfEmpty(new ItemNow(ItemStatus.Unknown))], default);
        return new(
            library.Library.Value,
            now.Told is null ? StatusOrigin.Harvest : StatusOrigin.Live,
            items.Status,
            now.Told is not null || library.Holdings.Any(holding => holding.Barcode is not null) ? items.Items.Count : null,
            items.Available,
            items.Due,
            [.. items.Items.Select(item => new ApiItemNow(item.Status, item.Due, item.Barcode, item.CallNumber))],
            now.Told?.Asked,
            now.Harvested);
    }
}

/// <summary>One item.</summary>
/// <param name="Status">Whether it can be borrowed.</param>
/// <param name="Due">When it is to be back; null when not told, or it is not on loan.</param>
/// <param name="Barcode">Its barcode; null when not told.</param>
/// <param name="CallNumber">Its call number; null when not told.</param>
public sealed record ApiItemNow(ItemStatus Status, DateOnly? Due, string? Barcode, string? CallNumber);

/// <summary>Where a status comes from.</summary>
public enum StatusOrigin
{
    /// <summary>From the last harvest.</summary>
    Harvest,

    /// <summary>From the library itself, minutes ago at most.</summary>
    Live,
}
