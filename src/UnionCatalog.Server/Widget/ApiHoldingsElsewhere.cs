using UnionCatalog.Records;

namespace UnionCatalog.Server.Widget;

/// <summary>Which libraries have a book.</summary>
/// <param name="Editions">The editions that were asked for, at most 10; usually one, none when no other library has it.</param>
public sealed record ApiHoldingsElsewhere(IReadOnlyList<ApiEditionElsewhere> Editions);

/// <summary>One edition and who has it.</summary>
/// <param name="Id">The edition's public name; its page is /records/ID.</param>
/// <param name="Title">Its title.</param>
/// <param name="Year">The year of publication; null when not known.</param>
/// <param name="Libraries">How many libraries have it, the one that asked left out.</param>
/// <param name="Holdings">The first 20 of them: the nearest first, or else those where it can be had.</param>
public sealed record ApiEditionElsewhere(string Id, string Title, int? Year, int Libraries, IReadOnlyList<ApiHeldElsewhere> Holdings);

/// <summary>What one library has of it.</summary>
/// <param name="Library">The library's id.</param>
/// <param name="Name">The library's name.</param>
/// <param name="Place">Its place; null when it is no member any more.</param>
/// <param name="CallNumber">The call number; null when not told.</param>
/// <param name="Status">The best that any copy offers, as of the last harvest.</param>
/// <param name="Copies">How many copies; null when the library names none.</param>
/// <param name="Available">How many of them can be had.</param>
/// <param name="Metres">How far it is from the library that asked, as the crow flies; null when either position is not known.</param>
public sealed record ApiHeldElsewhere(string Library, string Name, string? Place, string? CallNumber, ItemStatus Status, int? Copies, int Available, int? Metres);
